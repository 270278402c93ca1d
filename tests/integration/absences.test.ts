import { beforeEach, describe, expect, it } from "vitest";
import { listAbsences, listOwnAbsences, requireAbsence } from "@/lib/absences/requests/queries";
import { ListAbsencesInput } from "@/lib/absences/requests/schema";
import {
  approveAbsence,
  cancelAbsence,
  declineAbsence,
  recordAbsence,
  requestAbsence,
  withdrawAbsence,
} from "@/lib/absences/requests/service";
import { NotFoundError } from "@/lib/errors";
import { asAssistantOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { makeRecord, makeRequest, opensNothing } from "@/tests/support/factories/absences";
import { createAssistant } from "@/tests/support/factories/assistants";
import { createCover } from "@/tests/support/factories/covers";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";
import { absenceStatusOf, noticesOf } from "../support/records";

const asRead = (id: string) => current("absences", id);

type LeaveOffice = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: LeaveOffice;

beforeEach(async () => {
  office = await createLeaveOffice();
});

function manager() {
  return asManagerOf(office.manager.userId);
}

function assistant() {
  return asAssistantOf(office.assistant.userId);
}

async function requested(overrides: Record<string, unknown> = {}): Promise<string> {
  const answer = await requestAbsence(await assistant(), makeRequest(overrides), opensNothing);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function approved(overrides: Record<string, unknown> = {}): Promise<string> {
  const answer = await recordAbsence(
    await manager(),
    makeRecord(office.ids.assistantId, { status: "approved", ...overrides }),
    opensNothing,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function coversOf(assistantId: string) {
  const rows = await testDb().coverageAssignment.findMany({
    where: { assistantId, startOn: { gte: new Date("2026-08-17") } },
    orderBy: [{ startOn: "asc" }, { startPart: "asc" }, { status: "asc" }],
  });
  return rows.map(
    (row) =>
      `${row.status} ${row.startOn.toISOString().slice(8, 10)}${row.startPart}–${row.endOn.toISOString().slice(8, 10)}${row.endPart}`,
  );
}

describe("requesting an absence", () => {
  it("waits for a decision, and is audited without its type and note", async () => {
    const id = await requested();
    expect(await absenceStatusOf(id)).toBe("requested");
    const events = await testDb().auditEvent.findMany({ where: { entityId: id }, orderBy: { seq: "asc" } });
    expect(events.map((event) => event.action)).toEqual(["absence.requested"]);
    expect(JSON.stringify(events[0]?.data)).not.toMatch(/private|vacation/);
  });

  it("starts approved when the type is reported, and releases the covers inside it", async () => {
    const { executiveId, colleagueId } = office.ids;
    const cover = await createCover(testDb(), { executiveId, assistantId: colleagueId });
    const answer = await requestAbsence(
      await asAssistantOf(office.colleague.userId),
      makeRequest({ type: "sick", from: "2026-08-18", to: "2026-08-19", toPart: "am" }),
      opensNothing,
    );
    expect(answer).toMatchObject({ ok: true, value: { status: "approved", releasedCoverIds: [cover.id] } });
    expect(await coversOf(colleagueId)).toEqual([
      "confirmed 17am–17pm",
      "released 17am–21pm",
      "confirmed 19pm–21pm",
    ]);
  });

  it("refuses one that ends before it starts", async () => {
    const answer = await requestAbsence(
      await assistant(),
      makeRequest({ to: "2026-08-17", fromPart: "pm", toPart: "am" }),
      opensNothing,
    );
    expect(answer).toMatchObject({ ok: false, reason: "ends_before_start", path: "to" });
  });

  it("refuses an unknown type", async () => {
    const answer = await requestAbsence(await assistant(), makeRequest({ type: "sabbatical" }), opensNothing);
    expect(answer).toMatchObject({ ok: false, reason: "unknown_leave_type", path: "type" });
  });

  it("refuses one that overlaps, with the dates that clash", async () => {
    await requested();
    const answer = await requestAbsence(
      await assistant(),
      makeRequest({ from: "2026-08-21", fromPart: "pm", to: "2026-08-24" }),
      opensNothing,
    );
    expect(answer).toMatchObject({
      ok: false,
      reason: "overlaps_absence",
      details: { from: "2026-08-17", fromPart: "am", to: "2026-08-21", toPart: "pm" },
    });
    expect(await testDb().absence.count()).toBe(1);
  });

  it("accepts the other half of a day", async () => {
    await requested({ to: "2026-08-17", toPart: "am" });
    await requested({ to: "2026-08-17", fromPart: "pm" });
    expect(await testDb().absence.count()).toBe(2);
  });

  it("accepts just one of two overlapping requests made at once", async () => {
    const ctx = await assistant();
    const answers = await Promise.all([
      requestAbsence(ctx, makeRequest(), opensNothing),
      requestAbsence(ctx, makeRequest({ from: "2026-08-19", to: "2026-08-25" }), opensNothing),
      requestAbsence(ctx, makeRequest({ type: "sick", from: "2026-08-20", to: "2026-08-20" }), opensNothing),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("overlaps_absence");
    expect(await testDb().absence.count()).toBe(1);
  });
});

describe("recording an absence", () => {
  it("approves it at once and tells the assistant", async () => {
    expect(await absenceStatusOf(await approved())).toBe("approved");
    expect(await noticesOf(office.assistant.userId)).toEqual(["absence_decided"]);
  });

  it("is not for another pool's assistants", async () => {
    const ctx = await asManagerOf(office.otherManager.userId);
    await expect(recordAbsence(ctx, makeRecord(office.ids.assistantId), opensNothing)).rejects.toThrow(
      NotFoundError,
    );
  });

  it("approves no leave of a working lead's own, but takes a request and a sick report", async () => {
    await makeWorkingLead();
    const ctx = await manager();
    const record = (overrides: Record<string, unknown>) =>
      recordAbsence(ctx, makeRecord(ctx.actor.assistant?.id ?? "", overrides), opensNothing);
    expect(await record({ status: "approved" })).toMatchObject({ ok: false, reason: "own_absence" });
    expect(await record({ status: "requested" })).toMatchObject({ ok: true });
    expect(await record({ type: "sick", from: "2026-09-01", to: "2026-09-01" })).toMatchObject({
      value: { status: "approved" },
    });
  });
});

async function makeWorkingLead(): Promise<string> {
  const { id } = await createAssistant(testDb(), {
    userId: office.manager.userId,
    poolId: office.ids.pool,
    seniority: "lead",
  });
  return id;
}

describe("days and hours that are not worked", () => {
  it.each([
    ["a weekend", { from: "2026-09-05", to: "2026-09-06" }],
    ["lunch", { from: "2026-09-07", startMinute: "12:00", endMinute: "13:00" }],
    ["hours before work", { from: "2026-09-07", startMinute: "06:00", endMinute: "07:00" }],
    ["the evening", { from: "2026-09-07", startMinute: "17:00", endMinute: "23:00" }],
    ["a day off of the pool", { from: "2026-12-24", to: "2026-12-27" }],
  ])("are refused: %s", async (_, days) => {
    const fields = { to: days.from, ...days };
    expect(await requestAbsence(await assistant(), makeRequest(fields), opensNothing)).toMatchObject({
      ok: false,
      reason: "no_working_time",
      path: "from",
    });
    const record = makeRecord(office.ids.assistantId, { ...fields, type: "sick" });
    expect(await recordAbsence(await manager(), record, opensNothing)).toMatchObject({
      reason: "no_working_time",
    });
  });
});

describe("approving", () => {
  it("cuts the covers inside the absence and tells both people", async () => {
    const { assistantId } = office.ids;
    const other = await createOtherExecutive();
    const id = await requested({ from: "2026-08-19", to: "2026-08-20" });
    const cover = await createCover(testDb(), { executiveId: other.executiveId, assistantId, pinned: true });
    const elsewhere = await createCover(testDb(), {
      executiveId: other.executiveId,
      assistantId,
      startOn: new Date("2026-08-24"),
      endOn: new Date("2026-08-24"),
    });
    const answer = await approveAbsence(await manager(), { id, version: 1, note: "" });
    expect(answer).toEqual({ ok: true, value: { id, status: "approved", releasedCoverIds: [cover.id] } });
    expect(await absenceStatusOf(id)).toBe("approved");
    const live = await testDb().coverageAssignment.findMany({
      where: { assistantId, status: "confirmed", id: { not: elsewhere.id } },
    });
    expect(live).toHaveLength(2);
    expect(live.every((piece) => piece.pinned && piece.executiveId === other.executiveId)).toBe(true);
    expect(await noticesOf(office.assistant.userId)).toEqual(["cover_released", "absence_decided"]);
    expect(await noticesOf(other.userId)).toEqual(["support_changed"]);
  });

  it("happens once, however many try at the same time", async () => {
    const id = await requested();
    const ctx = await manager();
    const input = { ...(await asRead(id)), note: "" };
    const answers = await Promise.all([1, 2, 3].map(() => approveAbsence(ctx, input)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok)
        expect(answer).toMatchObject({ reason: "not_possible_now", details: { status: "approved" } });
    }
    expect(await testDb().auditEvent.count({ where: { action: "absence.approved" } })).toBe(1);
  });

  it("refuses what was changed meanwhile", async () => {
    const id = await requested();
    const answer = await approveAbsence(await manager(), { id, version: 7, note: "" });
    expect(answer).toMatchObject({ ok: false, reason: "changed_since_read" });
  });

  it("refuses a working lead's own", async () => {
    await makeWorkingLead();
    const own = await requestAbsence(await asAssistantOf(office.manager.userId), makeRequest(), opensNothing);
    if (!own.ok) throw new Error(own.reason);
    for (const decide of [approveAbsence, declineAbsence, cancelAbsence]) {
      const answer = await decide(await manager(), { ...(await asRead(own.value.id)), note: "" });
      expect(answer).toMatchObject({ ok: false, reason: "own_absence" });
    }
  });

  it("does not find another pool's", async () => {
    const id = await requested();
    const ctx = await asManagerOf(office.otherManager.userId);
    for (const decide of [approveAbsence, declineAbsence, cancelAbsence])
      await expect(decide(ctx, { ...(await asRead(id)), note: "" })).rejects.toThrow(NotFoundError);
    expect(await absenceStatusOf(id)).toBe("requested");
  });
});

async function createOtherExecutive() {
  const user = await testDb().user.create({ data: { email: "second@office.example", name: "Second" } });
  const executive = await testDb().executive.create({
    data: { userId: user.id, poolId: office.ids.pool },
  });
  return { executiveId: executive.id, userId: user.id };
}

describe("declining and withdrawing", () => {
  it("declines with a comment the assistant can read, and frees the days", async () => {
    const id = await requested();
    await declineAbsence(await manager(), { ...(await asRead(id)), note: "The board meets that week." });
    const own = await requireAbsence(await assistant(), id);
    expect(own).toMatchObject({ status: "declined", decisionNote: "The board meets that week." });
    await requested();
  });

  it("lets the owner withdraw, and nobody else", async () => {
    const id = await requested();
    const colleague = await asAssistantOf(office.colleague.userId);
    await expect(withdrawAbsence(colleague, await asRead(id))).rejects.toThrow(NotFoundError);
    expect(await withdrawAbsence(await assistant(), await asRead(id))).toMatchObject({ ok: true });
    expect(await absenceStatusOf(id)).toBe("withdrawn");
  });

  it("refuses to withdraw what is approved", async () => {
    const id = await approved();
    expect(await withdrawAbsence(await assistant(), await asRead(id))).toMatchObject({
      reason: "not_possible_now",
      details: { status: "approved" },
    });
  });
});

describe("cancelling", () => {
  it("releases whoever covers for the absence, and no other cover", async () => {
    const { executiveId, colleagueId } = office.ids;
    const id = await approved();
    const cover = await createCover(testDb(), { executiveId, assistantId: colleagueId, absenceId: id });
    await createCover(testDb(), {
      executiveId,
      assistantId: colleagueId,
      startOn: new Date("2026-08-24"),
      endOn: new Date("2026-08-24"),
    });
    const answer = await cancelAbsence(await manager(), { ...(await asRead(id)), note: "" });
    expect(answer).toEqual({ ok: true, value: { id, status: "cancelled", releasedCoverIds: [cover.id] } });
    expect(await coversOf(colleagueId)).toEqual(["released 17am–21pm", "confirmed 24am–24pm"]);
    expect(await noticesOf(office.colleague.userId)).toEqual(["cover_released"]);
  });

  it("refuses what is not approved", async () => {
    const id = await requested();
    expect(await cancelAbsence(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      reason: "not_possible_now",
      details: { status: "requested" },
    });
  });
});

describe("reading absences", () => {
  function filter(input: Record<string, unknown> = {}) {
    return ListAbsencesInput.parse(input);
  }

  it("shows a manager those of the pools they lead, page by page", async () => {
    await requested();
    await requested({ from: "2026-09-01", to: "2026-09-01" });
    await requested({ from: "2026-09-02", to: "2026-09-02" });
    const first = await listAbsences(await manager(), filter({ limit: 2 }));
    expect(first.items.map((item) => item.from)).toEqual(["2026-08-17", "2026-09-01"]);
    const second = await listAbsences(await manager(), filter({ limit: 2, cursor: first.nextCursor }));
    expect(second.items.map((item) => item.from)).toEqual(["2026-09-02"]);
    expect(second.nextCursor).toBeNull();
    const elsewhere = await listAbsences(await asManagerOf(office.otherManager.userId), filter());
    expect(elsewhere.items).toEqual([]);
  });

  it("filters by days, status and name", async () => {
    const id = await requested();
    await approved({ from: "2026-09-01", to: "2026-09-01" });
    const ctx = await manager();
    const ids = async (input: Record<string, unknown>) =>
      (await listAbsences(ctx, filter(input))).items.map((item) => item.id);
    expect(await ids({ from: "2026-08-21", to: "2026-08-31" })).toEqual([id]);
    expect(await ids({ status: "requested" })).toEqual([id]);
    expect(await ids({ q: "PERSON ASSIST" })).toHaveLength(2);
    expect(await ids({ q: "nobody" })).toEqual([]);
  });

  it("does not find a pool the manager does not lead", async () => {
    const ctx = await manager();
    const asked = filter({ poolId: office.ids.otherPool });
    await expect((async () => listAbsences(ctx, asked))()).rejects.toThrow(NotFoundError);
  });

  it("shows an assistant their own and nobody else's", async () => {
    const id = await requested();
    const colleague = await asAssistantOf(office.colleague.userId);
    expect((await listOwnAbsences(await assistant(), { limit: 50 })).items.map((item) => item.id)).toEqual([
      id,
    ]);
    expect((await listOwnAbsences(colleague, { limit: 50 })).items).toEqual([]);
    await expect(requireAbsence(colleague, id)).rejects.toThrow(NotFoundError);
  });
});
