import { beforeEach, describe, expect, it } from "vitest";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import {
  addProfileSection,
  changeProfileSection,
  removeProfileSection,
} from "@/lib/executives/service-profile";
import {
  addDateToKnow,
  addRoutine,
  removeDateToKnow,
  setAccessTemplate,
} from "@/lib/executives/service-routines";
import { day } from "@/lib/time/day";
import { asAssistantOf, asExecutiveOf, asManagerOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRecurring, makeSection } from "../support/factories/executives";
import { createLeaveOffice } from "../support/offices/leave";
import { auditOf } from "../support/records";

const SECRET = "the alarm code is 4711";
let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
  const executive = await asExecutiveOf(office.executive.userId);
  await addProfileSection(executive, makeSection(office.ids.executiveId));
  await addProfileSection(
    executive,
    makeSection(office.ids.executiveId, {
      category: "access",
      title: "Door",
      body: SECRET,
      confidential: true,
    }),
  );
});

/** What an assistant reads of the confidential section at an instant: its body, "closed" without one, or "not found". */
async function readAt(instant: string, userId = office.colleague.userId): Promise<string> {
  const ctx = await asAssistantOf(userId, new Date(instant));
  try {
    const { sections } = await requireExecutiveProfile(ctx, office.ids.executiveId);
    return sections.find((section) => section.category === "access")?.body ?? "closed";
  } catch (error) {
    return (error as Error).message.includes("not found") ? "not found" : String(error);
  }
}

async function cover(fields: object) {
  await testDb().coverageAssignment.deleteMany();
  await testDb().coverageAssignment.create({
    data: {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      startOn: new Date("2026-08-19"),
      startPart: "am",
      endOn: new Date("2026-08-20"),
      endPart: "pm",
      status: "confirmed",
      ...fields,
    },
  });
}

describe("a confidential section", () => {
  it("opens to the cover for exactly the cover's days, by the pool's clock", async () => {
    await cover({});
    expect(await readAt("2026-08-18T12:00:00Z")).toBe("closed");
    expect(await readAt("2026-08-18T21:59:59Z")).toBe("closed");
    expect(await readAt("2026-08-18T22:00:00Z")).toBe(SECRET);
    expect(await readAt("2026-08-20T21:59:59Z")).toBe(SECRET);
    expect(await readAt("2026-08-20T22:00:00Z")).toBe("not found");
    expect(await readAt("2026-08-21T08:00:00Z")).toBe("not found");
  });

  it("opens by half-days and by the hour", async () => {
    await cover({ startPart: "pm", endOn: new Date("2026-08-19") });
    expect(await readAt("2026-08-19T09:59:59Z")).toBe("closed");
    expect(await readAt("2026-08-19T10:00:00Z")).toBe(SECRET);
    await cover({ endOn: new Date("2026-08-19"), endPart: "am", startMinute: 600, endMinute: 690 });
    expect(await readAt("2026-08-19T07:59:00Z")).toBe("closed");
    expect(await readAt("2026-08-19T08:00:00Z")).toBe(SECRET);
    expect(await readAt("2026-08-19T09:29:59Z")).toBe(SECRET);
    expect(await readAt("2026-08-19T09:30:00Z")).toBe("not found");
  });

  it("stays closed to a cover who was only asked, declined or was released", async () => {
    for (const status of ["proposed", "offered", "declined", "expired", "released", "completed"]) {
      await cover({ status, offerExpiresAt: new Date("2026-08-18T10:00:00Z") });
      expect(await readAt("2026-08-19T08:00:00Z"), status).toBe("not found");
    }
    for (const status of ["accepted", "active"]) {
      await cover({ status });
      expect(await readAt("2026-08-19T08:00:00Z"), status).toBe(SECRET);
    }
  });

  it("is always open to the executive and their own assistants, for as long as they are", async () => {
    const { sections } = await requireExecutiveProfile(
      await asExecutiveOf(office.executive.userId),
      office.ids.executiveId,
    );
    expect(sections.map((section) => section.body)).toContain(SECRET);
    expect(await readAt("2026-08-17T07:00:00Z", office.assistant.userId)).toBe(SECRET);
    await testDb().supportAssignment.update({
      where: { id: office.ids.supportId },
      data: { role: "shared", toOn: new Date("2026-08-18") },
    });
    expect(await readAt("2026-08-18T21:59:00Z", office.assistant.userId)).toBe(SECRET);
    expect(await readAt("2026-08-18T22:00:00Z", office.assistant.userId)).toBe("not found");
    await testDb().supportAssignment.update({
      where: { id: office.ids.supportId },
      data: { role: "backup", toOn: null },
    });
    expect(await readAt("2026-08-17T07:00:00Z", office.assistant.userId)).toBe("not found");
  });

  it("closes to an own assistant who has left, also in a request under way", async () => {
    const before = await asAssistantOf(office.assistant.userId);
    await testDb().assistant.update({
      where: { id: office.ids.assistantId },
      data: { leavesOn: new Date("2026-08-14") },
    });
    await expect(requireExecutiveProfile(before, office.ids.executiveId)).rejects.toThrow("not found");
    await expect(asAssistantOf(office.assistant.userId)).rejects.toThrow("lacks the role");
  });

  it("is known to the pool's manager but not read, unless the executive allows it", async () => {
    const manager = await asManagerOf(office.manager.userId);
    const read = async () =>
      (await requireExecutiveProfile(manager, office.ids.executiveId)).sections.find((s) => s.confidential);
    const shut = await read();
    expect(shut).toMatchObject({ title: null, body: null, category: "access" });
    const executive = await asExecutiveOf(office.executive.userId);
    await changeProfileSection(executive, {
      id: shut?.id ?? "",
      version: 1,
      category: "access",
      title: "Door",
      body: SECRET,
      confidential: true,
      openToManagers: true,
    });
    expect(await read()).toMatchObject({ title: "Door", body: SECRET });
  });

  it("is not found by other managers, executives and assistants", async () => {
    const others = await Promise.all([
      asManagerOf(office.otherManager.userId),
      asAssistantOf(office.colleague.userId, new Date("2026-09-01T07:00:00Z")),
    ]);
    const { id } = await testDb().user.create({ data: { email: "x@office.example", name: "X" } });
    await testDb().executive.create({ data: { userId: id, poolId: office.ids.pool } });
    for (const ctx of [...others, await asExecutiveOf(id)])
      await expect(requireExecutiveProfile(ctx, office.ids.executiveId)).rejects.toThrow("not found");
  });
});

describe("keeping a profile", () => {
  it("is for the executive, the own primary assistant and the pool's manager", async () => {
    const section = makeSection(office.ids.executiveId, { category: "travel", body: "Aisle seat." });
    const keepers = await Promise.all([
      asExecutiveOf(office.executive.userId),
      asAssistantOf(office.assistant.userId),
      asManagerOf(office.manager.userId),
    ]);
    for (const ctx of keepers) expect(await addProfileSection(ctx, section)).toMatchObject({ ok: true });
    await cover({ startOn: new Date("2026-08-17") });
    for (const ctx of [
      await asAssistantOf(office.colleague.userId),
      await asManagerOf(office.otherManager.userId),
    ])
      await expect(addProfileSection(ctx, section)).rejects.toThrow("not found");
  });

  it("refuses a lost update and audits without words", async () => {
    const executive = await asExecutiveOf(office.executive.userId);
    const row = await testDb().executiveProfileSection.findFirstOrThrow({ where: { confidential: true } });
    const change = { ...makeSection(office.ids.executiveId, { body: SECRET, confidential: true }) };
    const { executiveId: _, ...fields } = change;
    const input = { ...fields, id: row.id, version: 1 };
    expect(await changeProfileSection(executive, input)).toMatchObject({ ok: true });
    expect(await changeProfileSection(executive, input)).toMatchObject({ reason: "changed_since_read" });
    expect(await removeProfileSection(executive, { id: row.id, version: 1 })).toMatchObject({
      reason: "changed_since_read",
    });
    expect(await removeProfileSection(executive, { id: row.id, version: 2 })).toMatchObject({ ok: true });
    expect(await auditOf(row.id)).toEqual([
      "profile_section.added",
      "profile_section.changed",
      "profile_section.removed",
    ]);
    const log = await testDb().auditEvent.findMany();
    expect(JSON.stringify(log, (_key, value) => (typeof value === "bigint" ? 0 : value))).not.toContain(
      "4711",
    );
  });

  it("leaves what is confidential, and for whom, to the executive", async () => {
    const assistant = await asAssistantOf(office.assistant.userId);
    const manager = await asManagerOf(office.manager.userId);
    const row = await testDb().executiveProfileSection.findFirstOrThrow({ where: { confidential: true } });
    const fields = { id: row.id, version: 1, category: "access" as const, title: "", body: "x" };
    expect(
      await changeProfileSection(assistant, { ...fields, confidential: true, openToManagers: true }),
    ).toMatchObject({ reason: "executive_decides", path: "openToManagers" });
    expect(
      await changeProfileSection(assistant, { ...fields, confidential: false, openToManagers: false }),
    ).toMatchObject({ reason: "executive_decides", path: "confidential" });
    const unread = makeSection(office.ids.executiveId, { confidential: true });
    expect(await addProfileSection(manager, unread)).toMatchObject({ reason: "confidential_for_others" });
    await expect(removeProfileSection(manager, { id: row.id })).rejects.toThrow("not found");
  });
});

describe("an executive's routine", () => {
  it("keeps routines and dates, and refuses what never or twice recurs", async () => {
    const ctx = await asAssistantOf(office.assistant.userId);
    const id = office.ids.executiveId;
    expect(await addRoutine(ctx, makeRecurring(id, { minute: 540 }))).toMatchObject({ ok: true });
    expect(await addRoutine(ctx, makeRecurring(id, { weekdays: [] }))).toMatchObject({
      reason: "recurs_never",
    });
    expect(await addRoutine(ctx, makeRecurring(id, { monthDay: 1 }))).toMatchObject({
      reason: "recurs_twice",
    });
    expect(await addRoutine(ctx, makeRecurring(id, { dutyId: "juggling" }))).toMatchObject({
      reason: "unknown_duty",
    });
    const past = { executiveId: id, on: day("2026-08-16"), text: "Board" };
    expect(await addDateToKnow(ctx, past)).toMatchObject({ reason: "due_before_today" });
    expect(await addDateToKnow(ctx, { ...past, on: day("2026-08-17") })).toMatchObject({ ok: true });
    const { routines, datesToKnow } = await requireExecutiveProfile(ctx, id);
    expect(routines).toMatchObject([{ weekdays: [1], minute: 540 }]);
    expect(datesToKnow).toMatchObject([{ on: "2026-08-17", text: "Board" }]);
    await expect(
      removeDateToKnow(await asAssistantOf(office.colleague.userId), { id: datesToKnow[0]?.id ?? "" }),
    ).rejects.toThrow("not found");
    expect(await removeDateToKnow(ctx, { id: datesToKnow[0]?.id ?? "" })).toMatchObject({ ok: true });
  });

  it("has an access template of its own, with nothing twice", async () => {
    const ctx = await asManagerOf(office.manager.userId, MONDAY_MORNING);
    const id = office.ids.executiveId;
    expect((await requireExecutiveProfile(ctx, id)).access).toHaveLength(4);
    const items = [{ kind: "other" as const, label: "Board portal" }];
    expect(await setAccessTemplate(ctx, { executiveId: id, items: [...items, ...items] })).toMatchObject({
      reason: "access_twice",
    });
    await setAccessTemplate(ctx, { executiveId: id, items });
    expect((await requireExecutiveProfile(ctx, id)).access).toEqual(items);
  });
});
