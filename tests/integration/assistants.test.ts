import { beforeEach, describe, expect, it } from "vitest";
import { listAssistants, requireAssistantRecord } from "@/lib/assistants/queries";
import { listAway, listWorkStyles } from "@/lib/assistants/queries-profile";
import { AssistantView, ListPeopleInput } from "@/lib/assistants/schema";
import { changeAssistant, createAssistant } from "@/lib/assistants/service";
import { NotFoundError } from "@/lib/errors";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { makeAssistant, makeAssistantChange } from "@/tests/support/factories/assistants";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";
import { auditOf } from "@/tests/support/records";

let office: Office;

beforeEach(async () => {
  office = await createOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const stranger = () => asManagerOf(office.otherManager.userId);
const nobody = "01a1b2c3-0000-7000-8000-000000000001";

async function created(overrides: Record<string, unknown> = {}): Promise<string> {
  const answer = await createAssistant(await manager(), makeAssistant(office.ids.pool, overrides));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function changed(id: string, overrides: Record<string, unknown>) {
  const view = await requireAssistantRecord(await manager(), id);
  return changeAssistant(await manager(), makeAssistantChange(view, overrides));
}

describe("creating an assistant", () => {
  it("invites a new person and keeps hours, skills and languages", async () => {
    const id = await created({
      email: "Nora@Office.example",
      skills: [{ dutyId: "calendar", proficiency: 4 }],
      languages: [{ language: "sv", level: "C2" }],
      hours: [{ weekday: 5, startsAtMinute: 480, endsAtMinute: 720 }],
    });
    const view = await requireAssistantRecord(await manager(), id);
    expect(AssistantView.parse(view)).toMatchObject({
      name: "Nora New",
      email: "nora@office.example",
      poolName: "Stockholm",
      hours: [{ weekday: 5, startsAtMinute: 480, endsAtMinute: 720 }],
      skills: [{ dutyId: "calendar", proficiency: 4 }],
      languages: [{ language: "sv", level: "C2" }],
      supports: [],
      version: 1,
    });
    const user = await testDb().user.findUniqueOrThrow({ where: { email: "nora@office.example" } });
    expect(user.passwordHash).toBeNull();
    expect(await auditOf(id)).toEqual(["assistant.created"]);
  });

  it("gives a working lead, who has an account, the role without renaming them", async () => {
    const id = await created({ name: "Another Name", email: "manager@office.example" });
    expect(await requireAssistantRecord(await manager(), id)).toMatchObject({ name: "Person manager" });
    expect((await manager()).actor.assistant).toEqual({ id, poolId: office.ids.pool });
  });

  it.each([
    [{ email: "colleague@office.example" }, "email_taken"],
    [{ skills: [{ dutyId: "juggling", proficiency: 1 }] }, "unknown_duty"],
    [{ hours: [{ weekday: 1, startsAtMinute: 700, endsAtMinute: 600 }] }, "hours_end_before_start"],
    [{ hiredOn: "2026-02-02", leavesOn: "2026-02-01" }, "leaves_before_hired"],
  ])("refuses %o as %s and leaves nothing behind", async (overrides, reason) => {
    const answer = await createAssistant(await manager(), makeAssistant(office.ids.pool, overrides));
    expect(answer).toMatchObject({ ok: false, reason });
    expect(await testDb().user.count({ where: { email: "nora@office.example" } })).toBe(0);
    expect(await testDb().auditEvent.count()).toBe(0);
  });

  it("lets one of two who are entered at the same time in", async () => {
    const ctx = await manager();
    const answers = await Promise.all(
      [1, 2, 3].map(() => createAssistant(ctx, makeAssistant(office.ids.pool))),
    );
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual([
      "email_taken",
      "email_taken",
      "ok",
    ]);
  });

  it("is not possible in another manager's pool", async () => {
    const answer = createAssistant(await manager(), makeAssistant(office.ids.otherPool));
    await expect(answer).rejects.toThrow(NotFoundError);
  });
});

describe("changing an assistant", () => {
  it("replaces what is said of them and counts the version up", async () => {
    const answer = await changed(office.ids.assistantId, {
      name: "Renamed",
      email: "Renamed@Office.example",
      seniority: "senior",
      skills: [],
      leavesOn: "2026-12-31",
    });
    expect(answer.ok).toBe(true);
    expect(await requireAssistantRecord(await manager(), office.ids.assistantId)).toMatchObject({
      name: "Renamed",
      email: "renamed@office.example",
      seniority: "senior",
      skills: [],
      leavesOn: "2026-12-31",
      version: 2,
    });
    expect(await auditOf(office.ids.assistantId)).toEqual(["assistant.changed"]);
  });

  it("refuses a lost update", async () => {
    const view = await requireAssistantRecord(await manager(), office.ids.assistantId);
    const change = (site: string) => makeAssistantChange(view, { site });
    const ctx = await manager();
    const answers = await Promise.all([
      changeAssistant(ctx, change("one")),
      changeAssistant(ctx, change("two")),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "changed_since_read" });
  });

  it("refuses an e-mail in use and changes nothing", async () => {
    const answer = await changed(office.ids.assistantId, { email: "executive@office.example", site: "HQ" });
    expect(answer).toMatchObject({ reason: "email_taken", path: "email" });
    expect(await requireAssistantRecord(await manager(), office.ids.assistantId)).toMatchObject({
      site: "",
      version: 1,
    });
  });

  it("never gives a manager the e-mail of whoever has more to say", async () => {
    await testDb().user.update({ where: { id: office.assistant.userId }, data: { isAdministrator: true } });
    const answer = await changed(office.ids.assistantId, { email: "mine@office.example", site: "HQ" });
    expect(answer).toMatchObject({ reason: "account_led_elsewhere", path: "email" });
    expect((await changed(office.ids.assistantId, { site: "HQ" })).ok).toBe(true);
  });

  it("changes hours from a day on and keeps what was before", async () => {
    const friday = { weekday: 5, startsAtMinute: 480, endsAtMinute: 720 };
    await changed(office.ids.assistantId, { hours: [friday], hoursFrom: "2026-09-01" });
    const view = await requireAssistantRecord(await manager(), office.ids.assistantId);
    expect(view.hours).toHaveLength(5);
    expect(view.upcomingHours).toEqual([{ from: "2026-09-01", hours: [friday] }]);

    await changed(office.ids.assistantId, { site: "HQ" });
    const after = await requireAssistantRecord(await manager(), office.ids.assistantId);
    expect(after.upcomingHours).toEqual(view.upcomingHours);
  });

  it("changes hours from today on when no day is named, until the change that is planned", async () => {
    const [monday, friday] = [1, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 720 }));
    await changed(office.ids.assistantId, { hours: [friday], hoursFrom: "2026-09-01" });
    await changed(office.ids.assistantId, { hours: [monday] });
    const view = await requireAssistantRecord(await manager(), office.ids.assistantId);
    expect(view.hours).toEqual([monday]);
    expect(view.upcomingHours).toEqual([{ from: "2026-09-01", hours: [friday] }]);
    const before = await testDb().workingPattern.findMany({
      where: { assistantId: office.ids.assistantId, validTo: new Date("2026-08-16") },
    });
    expect(before).toHaveLength(5);
  });

  it("corrects the past from a day that is named", async () => {
    const monday = { weekday: 1, startsAtMinute: 480, endsAtMinute: 720 };
    await changed(office.ids.assistantId, { hours: [monday], hoursFrom: "2000-01-01" });
    const rows = await testDb().workingPattern.findMany({ where: { assistantId: office.ids.assistantId } });
    expect(rows).toMatchObject([{ ...monday, validTo: null }]);
  });

  it("is not found for another manager, nor into a pool one does not lead", async () => {
    const view = await requireAssistantRecord(await manager(), office.ids.assistantId);
    const foreign = changeAssistant(await stranger(), makeAssistantChange(view));
    await expect(foreign).rejects.toThrow(NotFoundError);
    await expect(changed(office.ids.assistantId, { poolId: office.ids.otherPool })).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("the list of assistants", () => {
  const asked = (overrides: Record<string, unknown> = {}) => ListPeopleInput.parse(overrides);
  const namesOf = async (overrides: Record<string, unknown> = {}) =>
    (await listAssistants(await manager(), asked(overrides))).items.map((assistant) => assistant.name);

  it("goes by name in Swedish order, whatever the case, page by page", async () => {
    for (const [index, name] of ["Örjan", "ärla", "Åsa", "Zara", "anna"].entries()) {
      await created({ name, email: `new${index}@office.example` });
    }
    const all = ["anna", "Person assistant", "Person colleague", "Zara", "Åsa", "ärla", "Örjan"];
    expect(await namesOf()).toEqual(all);

    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listAssistants(await manager(), asked({ limit: 2, ...(cursor && { cursor }) }));
      seen.push(...page.items.map((assistant) => assistant.name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  it("finds by name or e-mail, whatever the case, and takes % for what it is", async () => {
    expect(await namesOf({ q: "COLLEAGUE@" })).toEqual(["Person colleague"]);
    expect(await namesOf({ q: "ass PER" })).toEqual(["Person assistant"]);
    expect(await namesOf({ q: "%" })).toEqual([]);
  });

  it("leaves out who has left by the pool's own day, unless all are asked for", async () => {
    await testDb().assistant.update({
      where: { id: office.ids.colleagueId },
      data: { leavesOn: new Date("2026-08-16") },
    });
    expect(await namesOf()).toEqual(["Person assistant"]);
    expect(await namesOf({ show: "all" })).toHaveLength(2);
    await testDb().assistant.update({
      where: { id: office.ids.colleagueId },
      data: { leavesOn: new Date("2026-08-17") },
    });
    expect(await namesOf()).toHaveLength(2);
  });

  it("says whom they support today", async () => {
    const { items } = await listAssistants(await manager(), asked({ q: "assistant@" }));
    expect(items[0]?.supports).toEqual([
      {
        executiveId: office.ids.executiveId,
        executiveName: "Person executive",
        role: "primary",
        dutyIds: [],
      },
    ]);
    await testDb().supportAssignment.update({
      where: { id: office.ids.supportId },
      data: { toOn: new Date("2026-08-16") },
    });
    const later = await listAssistants(await manager(), asked({ q: "assistant@" }));
    expect(later.items[0]?.supports).toEqual([]);
  });

  it("holds no one of another manager's pools", async () => {
    expect((await listAssistants(await stranger(), asked())).items).toEqual([]);
    await expect(listAssistants(await stranger(), asked({ poolId: office.ids.pool }))).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("one assistant", () => {
  it("is not found for another manager, nor when there is none", async () => {
    await expect(requireAssistantRecord(await stranger(), office.ids.assistantId)).rejects.toThrow(
      NotFoundError,
    );
    await expect(requireAssistantRecord(await manager(), nobody)).rejects.toThrow(NotFoundError);
    await expect(listAway(await stranger(), office.ids.assistantId)).rejects.toThrow(NotFoundError);
    await expect(listWorkStyles(await stranger(), office.ids.assistantId)).rejects.toThrow(NotFoundError);
  });

  it("is away as far as leave is granted and not over, without why", async () => {
    const db = testDb();
    await db.leaveType.create({ data: { id: "sick", nameEn: "Sick", nameSv: "Sjuk" } });
    const absence = (start: string, end: string, status: "approved" | "requested") => ({
      assistantId: office.ids.assistantId,
      leaveTypeId: "sick",
      startOn: new Date(start),
      endOn: new Date(end),
      status,
    });
    await db.absence.createMany({
      data: [
        absence("2026-08-10", "2026-08-16", "approved"),
        absence("2026-08-17", "2026-08-18", "approved"),
        absence("2026-09-01", "2026-09-02", "requested"),
      ],
    });
    expect(await listAway(await manager(), office.ids.assistantId)).toEqual([
      { from: "2026-08-17", fromPart: "am", to: "2026-08-18", toPart: "pm" },
    ]);
  });
});
