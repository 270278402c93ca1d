import { beforeEach, describe, expect, it } from "vitest";
import { absenceAudit } from "@/lib/absences/audit";
import { requestAbsence } from "@/lib/absences/requests/service";
import { accountAudit } from "@/lib/accounts/audit";
import { listAuditEvents } from "@/lib/accounts/queries-audit";
import { verifyAuditChain } from "@/lib/accounts/queries-audit-chain";
import { readAuditFacts } from "@/lib/accounts/queries-audit-facts";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { disableAccount, enableAccount } from "@/lib/accounts/service-administration";
import { audit } from "@/lib/audit";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import { coverAudit } from "@/lib/covers/audit";
import { handoverAudit } from "@/lib/handovers/audit";
import { poolAudit } from "@/lib/pools/audit";
import { day } from "@/lib/time/day";
import { asAdministratorOf, asAssistantOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";
import { makeRequest, opensNothing } from "@/tests/support/factories/absences";
import { createCover } from "@/tests/support/factories/covers";
import { createLeaveOffice } from "@/tests/support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let administratorId: string;

beforeEach(async () => {
  office = await createLeaveOffice();
  const data = { email: "admin@office.example", name: "Åsa Admin", isAdministrator: true };
  administratorId = (await testDb().user.create({ data, select: { id: true } })).id;
  const ctx = await administrator();
  await disableAccount(ctx, { userId: office.colleague.userId });
  await enableAccount(ctx, { userId: office.colleague.userId });
  await audit(
    { ...ctx, actor: null },
    poolAudit("pool.changed", office.ids.pool, {
      name: "Stockholm",
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      holidayTypes: [],
      lendsTo: [],
      confirmsAccepted: true,
    }),
  );
});

const administrator = () => asAdministratorOf(administratorId);

async function list(asked: Record<string, unknown> = {}, timeZone = "Europe/Stockholm") {
  return listAuditEvents(await administrator(), ListAuditInput.parse(asked), {
    actions: auditActionsSeenBy("administrators"),
    timeZone,
  });
}

async function factsOf(action: string) {
  const { items } = await list({ what: action });
  return (await readAuditFacts(await administrator(), items)).get(items[0]?.seq ?? "");
}

const actionsOf = async (asked: Record<string, unknown>, timeZone?: string) =>
  (await list(asked, timeZone)).items.map((event) => event.action);

/** Changes the log as only someone with the tables' owner in hand can. */
async function tamper(sql: string): Promise<void> {
  await asOwner(async (owner) => {
    await owner.query("ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only");
    await owner.query(sql);
    await owner.query("ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only");
  });
}

describe("the audit log", () => {
  it("tells who did what to whom, newest first", async () => {
    const { items } = await list();
    expect(items.map(({ action, actor, subject }) => [action, actor?.name, subject])).toEqual([
      ["pool.changed", undefined, "Stockholm"],
      ["account.enabled", "Åsa Admin", "Person colleague"],
      ["account.disabled", "Åsa Admin", "Person colleague"],
    ]);
    expect(items.every((event) => event.isIntact)).toBe(true);
  });

  it("is filtered by record, by action, by who and by day", async () => {
    expect(await actionsOf({ what: "pool" })).toEqual(["pool.changed"]);
    expect(await actionsOf({ what: "account.disabled" })).toEqual(["account.disabled"]);
    expect(await actionsOf({ who: "ADMIN@" })).toEqual(["account.enabled", "account.disabled"]);
    expect(await actionsOf({ who: "nobody" })).toEqual([]);
    expect(await actionsOf({ from: "2026-08-17", to: "2026-08-17" })).toHaveLength(3);
    expect(await actionsOf({ to: "2026-08-16" })).toEqual([]);
    expect(await actionsOf({ from: "2026-08-18" })).toEqual([]);
  });

  it("takes days in the reader's time zone", async () => {
    expect(MONDAY_MORNING.toISOString()).toBe("2026-08-17T07:00:00.000Z");
    expect(await actionsOf({ from: "2026-08-17" }, "Pacific/Honolulu")).toEqual([]);
    expect(await actionsOf({ to: "2026-08-16" }, "Pacific/Honolulu")).toHaveLength(3);
  });

  it("goes on by cursor", async () => {
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect(second.items.map((event) => event.action)).toEqual(["account.disabled"]);
    expect(second.nextCursor).toBeNull();
  });

  it("shows a changed row", async () => {
    await tamper(`UPDATE audit_events SET action = 'pool.created' WHERE action = 'account.enabled'`);
    expect((await list()).items.map((event) => event.isIntact)).toEqual([true, false, true]);
  });

  it("shows where a row was taken out, also on a filtered page", async () => {
    await tamper(`DELETE FROM audit_events WHERE action = 'account.enabled'`);
    expect((await list({ what: "pool" })).items.map((event) => event.isIntact)).toEqual([false]);
  });

  it("shows a row whose checksum was made to fit it", async () => {
    await tamper(`UPDATE audit_events e SET data = '{"x": 1}', hash = encode(sha256(convert_to(concat_ws(E'\\x1f',
      prev_hash, seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), coalesce(actor_id::text, ''),
      action, entity_type, entity_id, '{"x": 1}'::jsonb::text), 'UTF8')), 'hex') WHERE action = 'account.enabled'`);
    expect((await list()).items.map((event) => event.isIntact)).toEqual([false, true, true]);
  });

  it("is verified whole, however old the row is that was changed or taken out", async () => {
    const whole = await verifyAuditChain({ db: testDb(), now: MONDAY_MORNING });
    const [last] = (await list()).items;
    expect(whole).toMatchObject({ rows: 3, head: { seq: last?.seq }, brokenAt: null });
    await tamper("DELETE FROM audit_events WHERE seq = (SELECT min(seq) FROM audit_events)");
    const broken = await verifyAuditChain({ db: testDb(), now: MONDAY_MORNING });
    expect(broken).toMatchObject({ rows: 2, brokenAt: String(Number(last?.seq) - 1) });
    await tamper("DELETE FROM audit_events");
    expect(await verifyAuditChain({ db: testDb(), now: MONDAY_MORNING })).toMatchObject({
      rows: 0,
      head: null,
    });
  });

  it("names people, pools and days in its sentences, also where its row says less than the record", async () => {
    const { executiveId, assistantId } = office.ids;
    const cover = {
      executiveId,
      assistantId,
      startOn: new Date("2026-08-19"),
      endOn: new Date("2026-08-21"),
    };
    const { id: coverId } = await createCover(testDb(), cover);
    await audit(await administrator(), coverAudit("cover.pinned", coverId));
    expect(await factsOf("cover.pinned")).toEqual({
      names: { executive: "Person executive", assistant: "Person assistant" },
      range: expect.objectContaining({ from: "2026-08-19", fromPart: "am", to: "2026-08-21", toPart: "pm" }),
    });
    expect((await factsOf("account.disabled"))?.names).toEqual({ person: "Person colleague" });
    expect((await factsOf("pool.changed"))?.names).toEqual({ pool: "Stockholm" });
  });

  it("says what a row says of its days, not what its record has become", async () => {
    const { executiveId, assistantId } = office.ids;
    const { id: coverId } = await createCover(testDb(), { executiveId, assistantId });
    const range = { from: day("2026-12-07"), fromPart: "pm", to: day("2026-12-11"), toPart: "am" } as const;
    await audit(
      await administrator(),
      coverAudit("cover.released", coverId, { executiveId, assistantId, ...range }),
    );
    expect((await factsOf("cover.released"))?.range).toMatchObject(range);
  });

  it("has no name for who or what is gone, and takes no state for a day", async () => {
    const gone = crypto.randomUUID();
    await audit(
      await administrator(),
      absenceAudit("blackout.removed", gone, { poolId: gone }),
      handoverAudit("handover.ready", gone, { from: "draft", to: "ready", executiveId: gone }),
    );
    expect(await factsOf("blackout.removed")).toEqual({ names: { pool: null }, range: null });
    expect(await factsOf("handover.ready")).toEqual({ names: { executive: null }, range: null });
  });

  it("keeps which job did what, and names no other for a person", async () => {
    const entry = accountAudit("account.closed_after_leaving", office.colleague.userId);
    await audit({ db: testDb(), now: MONDAY_MORNING, actor: null, by: "close-left-accounts" }, entry);
    await audit({ ...(await administrator()), by: "close-left-accounts" }, entry);
    const { items } = await list({ what: "account.closed_after_leaving" });
    expect(items.map(({ data }) => data)).toEqual([{}, { by: "close-left-accounts" }]);
    expect(items.every((event) => event.isIntact)).toBe(true);
  });

  it("holds no private word of an absence", async () => {
    const ctx = await asAssistantOf(office.assistant.userId);
    expect((await requestAbsence(ctx, makeRequest({ note: "canary in the note" }), opensNothing)).ok).toBe(
      true,
    );
    expect(await actionsOf({ what: "absence" })).toEqual(["absence.requested"]);
    expect(JSON.stringify((await list()).items)).not.toContain("canary");
  });
});
