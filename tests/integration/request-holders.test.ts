import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { syncHolders, syncOwnHolders } from "@/lib/requests/holders/service";
import { requireSupportRequest } from "@/lib/requests/queries";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { startRequest, waitRequest } from "@/lib/requests/service-assistant";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { assignRequest, keepRequest, takeOverRequest } from "@/lib/requests/service-holders";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createUser } from "@/tests/support/factories/accounts";
import { createAssistant } from "@/tests/support/factories/assistants";
import { createCover } from "@/tests/support/factories/covers";
import { createSupport } from "@/tests/support/factories/support";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

const TUESDAY = new Date("2026-08-18T07:00:00Z");
const WEDNESDAY = new Date("2026-08-19T07:00:00Z");
const LUNCH = new Date("2026-08-17T10:30:00Z");

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const asRead = (id: string) => current("support_requests", id);
const assistant = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const colleague = (now?: Date) => asAssistantOf(office.colleague.userId, now);
const manager = (now?: Date) => asManagerOf(office.manager.userId, now);

async function filed(overrides: Record<string, unknown> = {}, now = MONDAY_MORNING): Promise<string> {
  const input = FileSupportRequestInput.parse({ summary: "Book the Oslo trip", ...overrides });
  const answer = await fileSupportRequest(await asExecutiveOf(office.executive.userId, now), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

/** Away on one day, in whole or for some hours of it. */
async function away(assistantId: string, on: string, hours: object = {}): Promise<string> {
  const day = new Date(on);
  const data = {
    assistantId,
    leaveTypeId: "vacation",
    startOn: day,
    endOn: day,
    status: "approved" as const,
  };
  return (await testDb().absence.create({ data: { ...data, ...hours } })).id;
}

async function covered(assistantId: string, on: string, more: object = {}) {
  const days = { startOn: new Date(on), endOn: new Date(on) };
  await createCover(testDb(), { executiveId: office.ids.executiveId, assistantId, ...days, ...more });
}

async function thirdAssistant() {
  const { id: userId } = await createUser(testDb(), { email: "third@office.example" });
  const { id } = await createAssistant(testDb(), { userId, poolId: office.ids.pool });
  return { id, userId };
}

async function holdingOfRequest(id: string) {
  const row = await testDb().supportRequest.findUniqueOrThrow({ where: { id } });
  return { home: row.homeAssistantId, holder: row.assigneeId, because: row.heldBecause, status: row.status };
}

async function told(userId: string) {
  const rows = await testDb().notification.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.map(({ kind }) => kind);
}

const sync = (now: Date) => syncHolders(asSystem(now));

describe("the holder of a request", () => {
  it("goes with the cover when the own assistant is away, and home when they are back", async () => {
    const { assistantId, colleagueId } = office.ids;
    const id = await filed();
    const absenceId = await away(assistantId, "2026-08-18");
    await covered(colleagueId, "2026-08-18", { absenceId });
    expect(await sync(MONDAY_MORNING)).toEqual({ moved: 0 });
    expect(await sync(TUESDAY)).toEqual({ moved: 1 });
    expect(await holdingOfRequest(id)).toEqual({
      home: assistantId,
      holder: colleagueId,
      because: "cover",
      status: "assigned",
    });
    expect(await told(office.colleague.userId)).toEqual(["request_moved"]);
    expect(await sync(TUESDAY)).toEqual({ moved: 0 });
    expect(await sync(WEDNESDAY)).toEqual({ moved: 1 });
    expect(await holdingOfRequest(id)).toMatchObject({ holder: assistantId, because: "own" });
  });

  it("follows a chain, when the cover is away too", async () => {
    const third = await thirdAssistant();
    const id = await filed();
    const absenceId = await away(office.ids.assistantId, "2026-08-18");
    await covered(office.ids.colleagueId, "2026-08-18", { absenceId, endPart: "am" });
    await sync(TUESDAY);
    await covered(third.id, "2026-08-18", { absenceId, startPart: "pm" });
    await sync(new Date("2026-08-18T12:00:00Z"));
    expect(await holdingOfRequest(id)).toMatchObject({ holder: third.id, home: office.ids.assistantId });
    await expect(requireSupportRequest(await colleague(WEDNESDAY), id)).rejects.toThrow(NotFoundError);
  });

  it("follows hours of a day, to the minute", async () => {
    const id = await filed();
    const hours = { startMinute: 10 * 60, endMinute: 11 * 60, endPart: "am" };
    const absenceId = await away(office.ids.assistantId, "2026-08-17", hours);
    await covered(office.ids.colleagueId, "2026-08-17", { absenceId, ...hours });
    await sync(new Date("2026-08-17T07:59:00Z"));
    expect(await holdingOfRequest(id)).toMatchObject({ because: "own" });
    await sync(new Date("2026-08-17T08:00:00Z"));
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.colleagueId, because: "cover" });
    await sync(new Date("2026-08-17T09:00:00Z"));
    expect(await holdingOfRequest(id)).toMatchObject({ because: "own" });
  });

  it("is nobody where nobody serves, which the managers are told at once; and whoever comes to work has it", async () => {
    const id = await filed();
    await away(office.ids.assistantId, "2026-08-18");
    await sync(TUESDAY);
    expect(await holdingOfRequest(id)).toEqual({
      home: office.ids.assistantId,
      holder: null,
      because: null,
      status: "new",
    });
    expect(await told(office.manager.userId)).toEqual(["request_unassigned"]);
    const { executiveId, colleagueId } = office.ids;
    await createSupport(testDb(), { executiveId, assistantId: colleagueId, role: "backup" });
    await sync(TUESDAY);
    expect(await holdingOfRequest(id)).toMatchObject({
      holder: colleagueId,
      because: "backup",
      status: "assigned",
    });
  });

  it("resets nothing: what waits goes on waiting, in its place", async () => {
    const id = await filed();
    await startRequest(await assistant(), await asRead(id));
    await waitRequest(await assistant(), await asRead(id));
    const absenceId = await away(office.ids.assistantId, "2026-08-18");
    await covered(office.ids.colleagueId, "2026-08-18", { absenceId });
    await sync(TUESDAY);
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.colleagueId, status: "waiting" });
  });

  it("is decided for each duty", async () => {
    const { executiveId, colleagueId } = office.ids;
    await testDb().duty.create({ data: { id: "phones", nameEn: "Phones", nameSv: "Telefon" } });
    await testDb().dutyRequirement.create({
      data: { executiveId, dutyId: "phones", minutesPerDay: 60, minProficiency: 1 },
    });
    const phones = await filed({ dutyId: "phones" });
    const calendar = await filed({ dutyId: "calendar" });
    const absenceId = await away(office.ids.assistantId, "2026-08-18");
    await covered(colleagueId, "2026-08-18", { absenceId, dutyIds: ["phones"] });
    await sync(TUESDAY);
    expect(await holdingOfRequest(phones)).toMatchObject({ holder: colleagueId });
    expect(await holdingOfRequest(calendar)).toMatchObject({ holder: null });
  });

  it("is up to date before an assistant's queue is read", async () => {
    const id = await filed();
    const absenceId = await away(office.ids.assistantId, "2026-08-18");
    await covered(office.ids.colleagueId, "2026-08-18", { absenceId });
    await syncOwnHolders(await colleague(TUESDAY));
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.colleagueId });
    const moves = await testDb().auditEvent.findMany({
      where: { action: "support_request.moved" },
      orderBy: { seq: "asc" },
    });
    expect(moves).toMatchObject([{ actorId: null, data: { because: "cover", by: "sync-holders" } }]);
  });

  it("goes on where a request was changed at the same time", async () => {
    const id = await filed();
    const absenceId = await away(office.ids.assistantId, "2026-08-18");
    await covered(office.ids.colleagueId, "2026-08-18", { absenceId });
    await Promise.all([sync(TUESDAY), sync(TUESDAY), sync(TUESDAY)]);
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.colleagueId });
    expect(await testDb().auditEvent.count({ where: { action: "support_request.moved" } })).toBe(1);
  });
});

describe("giving, keeping and taking a request", () => {
  async function atTheCover() {
    const id = await filed();
    const absenceId = await away(office.ids.assistantId, "2026-08-17");
    await covered(office.ids.colleagueId, "2026-08-17", { absenceId });
    await sync(LUNCH);
    return id;
  }

  it("lets the cover finish what would go home, or a manager say so; nobody else", async () => {
    const id = await atTheCover();
    await expect(keepRequest(await assistant(LUNCH), await asRead(id))).rejects.toThrow(NotFoundError);
    expect(await keepRequest(await colleague(LUNCH), await asRead(id))).toMatchObject({ ok: true });
    await sync(TUESDAY);
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.colleagueId, because: "kept" });
    expect(await keepRequest(await manager(TUESDAY), await asRead(id))).toMatchObject({ ok: true });
  });

  it("stays where a manager gave it until that person is away", async () => {
    const id = await filed();
    const given = { ...(await asRead(id)), assistantId: office.ids.colleagueId };
    expect(await assignRequest(await manager(), given)).toMatchObject({ ok: true });
    await sync(TUESDAY);
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.colleagueId, because: "hand" });
    await away(office.ids.colleagueId, "2026-08-19");
    await sync(WEDNESDAY);
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.assistantId, because: "own" });
  });

  it("lets who has it hand it on to who supports or covers the executive, and to nobody else", async () => {
    const id = await filed();
    const to = async (assistantId: string) => ({ ...(await asRead(id)), assistantId });
    const { executiveId, colleagueId } = office.ids;
    await expect(assignRequest(await assistant(), await to(colleagueId))).rejects.toThrow(NotFoundError);
    await createSupport(testDb(), { executiveId, assistantId: colleagueId, role: "backup" });
    expect(await assignRequest(await assistant(), await to(colleagueId))).toMatchObject({ ok: true });
    await expect(assignRequest(await assistant(), await to(office.ids.assistantId))).rejects.toThrow(
      NotFoundError,
    );
  });

  it("lets whoever serves the executive now take it, and refuses others", async () => {
    const id = await filed();
    await assignRequest(await manager(), { ...(await asRead(id)), assistantId: office.ids.colleagueId });
    expect(await takeOverRequest(await assistant(), await asRead(id))).toMatchObject({ ok: true });
    expect(await holdingOfRequest(id)).toMatchObject({ holder: office.ids.assistantId, because: "hand" });
    await expect(takeOverRequest(await colleague(), await asRead(id))).rejects.toThrow(NotFoundError);
  });
});

describe("a time by which it is needed", () => {
  it("is kept with its day in the pool, and may not have been", async () => {
    const id = await filed({ dueAt: "2026-08-18T23:30:00+01:00" });
    expect(await requireSupportRequest(await assistant(), id)).toMatchObject({
      dueAt: "2026-08-18T22:30:00.000Z",
      dueOn: "2026-08-19",
    });
    const late = FileSupportRequestInput.parse({ summary: "x", dueAt: "2026-08-17T08:59:00+02:00" });
    const answer = await fileSupportRequest(await asExecutiveOf(office.executive.userId), late);
    expect(answer).toMatchObject({ reason: "due_before_today", path: "dueAt" });
  });
});
