import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listServiceLevels } from "@/lib/requests/levels/queries";
import { SetServiceLevelsInput, TryServiceLevelInput } from "@/lib/requests/levels/schema";
import { setServiceLevels, tryServiceLevel } from "@/lib/requests/levels/service";
import { recountClocks } from "@/lib/requests/levels/service-clocks";
import { tellDue } from "@/lib/requests/levels/service-due";
import { requireSupportRequest } from "@/lib/requests/queries";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { cancelSupportRequest, reopenRequest } from "@/lib/requests/service";
import { resolveRequest, startRequest, waitRequest } from "@/lib/requests/service-assistant";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
  await setLevels([level({ answerMinutes: 60, resolveMinutes: 240 })]);
});

const at = (time: string) => new Date(`2026-08-${time}:00+02:00`);
const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
const assistant = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const asRead = (id: string) => current("support_requests", id);
const level = (overrides: object) => ({
  typeId: null,
  priority: null,
  tier: null,
  answerMinutes: null,
  resolveMinutes: null,
  ...overrides,
});

async function setLevels(levels: object[]) {
  const input = SetServiceLevelsInput.parse({ id: office.ids.pool, levels });
  return setServiceLevels(await asManagerOf(office.manager.userId), input);
}

async function filed(overrides: object = {}, now = MONDAY_MORNING): Promise<string> {
  const input = FileSupportRequestInput.parse({ summary: "Book the Oslo trip", ...overrides });
  const answer = await fileSupportRequest(await executive(now), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

const levelAt = async (id: string, now: Date) =>
  (await requireSupportRequest(await assistant(now), id)).serviceLevel;

async function told(userId: string) {
  const rows = await testDb().notification.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows
    .filter(({ kind }) => kind === "request_due_soon" || kind === "request_overdue")
    .map(({ kind, params }) => `${kind} ${(params as { promise: string }).promise}`);
}

describe("what a request was promised", () => {
  it("is counted from what happened to it", async () => {
    const id = await filed();
    expect(await levelAt(id, MONDAY_MORNING)).toEqual({
      answer: { targetMinutes: 60, usedMinutes: 0, dueAt: at("17T10:00").toISOString(), state: "running" },
      resolve: { targetMinutes: 240, usedMinutes: 0, dueAt: at("17T14:00").toISOString(), state: "running" },
    });
    await startRequest(await assistant(at("17T09:30")), await asRead(id));
    await waitRequest(await assistant(at("17T10:00")), { ...(await asRead(id)), for: "third" });
    expect(await levelAt(id, at("17T11:00"))).toEqual({
      answer: { targetMinutes: 60, usedMinutes: 30, dueAt: at("17T10:00").toISOString(), state: "kept" },
      resolve: { targetMinutes: 240, usedMinutes: 60, dueAt: null, state: "paused" },
    });
    await resolveRequest(await assistant(at("17T11:00")), await asRead(id));
    expect((await levelAt(id, at("17T16:00"))).resolve).toMatchObject({ usedMinutes: 60, state: "kept" });
    await reopenRequest(await executive(at("18T09:00")), await asRead(id));
    expect(await levelAt(id, at("18T10:00"))).toMatchObject({
      answer: { usedMinutes: 30, state: "kept" },
      resolve: { usedMinutes: 120, dueAt: at("18T12:00").toISOString(), state: "running" },
    });
  });

  it("is the level of when it was sent, whatever is promised later", async () => {
    const id = await filed();
    await setLevels([level({ priority: "urgent", answerMinutes: 5 })]);
    expect((await levelAt(id, MONDAY_MORNING)).answer?.targetMinutes).toBe(60);
    expect(await levelAt(await filed(), MONDAY_MORNING)).toEqual({ answer: null, resolve: null });
    expect((await levelAt(await filed({ priority: "urgent" }), MONDAY_MORNING)).answer?.targetMinutes).toBe(
      5,
    );
  });

  it("waits for whom it is said, until when, and goes on by itself", async () => {
    const id = await filed();
    await startRequest(await assistant(), await asRead(id));
    const until = at("17T11:00").toISOString();
    await waitRequest(await assistant(), { ...(await asRead(id)), for: "third", until });
    expect((await requireSupportRequest(await assistant(), id)).waiting).toEqual({
      for: "third",
      since: MONDAY_MORNING.toISOString(),
      until,
    });
    await tellDue(asSystem(at("17T10:59")));
    expect((await requireSupportRequest(await assistant(), id)).status).toBe("waiting");
    await tellDue(asSystem(at("17T11:00")));
    expect(await requireSupportRequest(await assistant(), id)).toMatchObject({
      status: "in_progress",
      waiting: null,
    });
  });
});

describe("what is due", () => {
  it("is told soon and when it is over, once each, to who has it, and over to the manager too", async () => {
    await filed();
    expect(await tellDue(asSystem(at("17T09:44")))).toEqual({ told: 0 });
    expect(await tellDue(asSystem(at("17T09:45")))).toEqual({ told: 1 });
    expect(await tellDue(asSystem(at("17T09:50")))).toEqual({ told: 0 });
    expect(await told(office.assistant.userId)).toEqual(["request_due_soon answer"]);
    expect(await tellDue(asSystem(at("17T10:01")))).toEqual({ told: 1 });
    expect(await tellDue(asSystem(at("17T10:05")))).toEqual({ told: 0 });
    expect(await told(office.assistant.userId)).toEqual([
      "request_due_soon answer",
      "request_overdue answer",
    ]);
    expect(await told(office.manager.userId)).toEqual(["request_overdue answer"]);
  });

  it("is told within hours only, and by one of two nodes", async () => {
    await filed({}, at("17T16:30"));
    expect(await tellDue(asSystem(at("18T00:10")))).toEqual({ told: 0 });
    const answers = await Promise.all([1, 2].map(() => tellDue(asSystem(at("18T08:31")))));
    expect(answers.reduce((sum, one) => sum + one.told, 0)).toBe(1);
  });

  it("is told of nothing that waits, was cancelled or is done", async () => {
    const [waiting, cancelled, done] = [await filed(), await filed(), await filed()];
    for (const id of [waiting, done]) await startRequest(await assistant(), await asRead(id));
    await waitRequest(await assistant(), await asRead(waiting));
    await resolveRequest(await assistant(), await asRead(done));
    await cancelSupportRequest(await executive(), await asRead(cancelled));
    expect(await tellDue(asSystem(at("19T10:00")))).toEqual({ told: 0 });
  });

  it("follows changed hours when it is counted anew", async () => {
    const id = await filed();
    await testDb().supportHours.updateMany({
      where: { executiveId: office.ids.executiveId, weekday: 1 },
      data: { endsAtMinute: 11 * 60 },
    });
    expect(await recountClocks(asSystem())).toEqual({ changed: 1 });
    const clock = await testDb().requestClock.findUniqueOrThrow({
      where: { requestId_kind: { requestId: id, kind: "resolve" } },
    });
    expect(clock.dueAt).toEqual(at("18T10:00"));
    expect(await recountClocks(asSystem())).toEqual({ changed: 0 });
  });
});

describe("the levels of a pool", () => {
  it("are set and read by its managers alone, refused where two are alike or one is empty", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    const input = SetServiceLevelsInput.parse({ id: office.ids.pool, levels: [] });
    expect(() => setServiceLevels(other, input)).toThrow(NotFoundError);
    await expect(listServiceLevels(other, { id: office.ids.pool })).rejects.toThrow(NotFoundError);
    const one = level({ answerMinutes: 30 });
    expect(await setLevels([one, one])).toMatchObject({ reason: "level_twice", path: "levels.1.typeId" });
    expect(await setLevels([level({})])).toMatchObject({ reason: "level_empty" });
    expect(await setLevels([level({ typeId: "juggling", answerMinutes: 1 })])).toMatchObject({
      reason: "unknown_request_type",
    });
    expect(
      await listServiceLevels(await asManagerOf(office.manager.userId), { id: office.ids.pool }),
    ).toEqual([level({ answerMinutes: 60, resolveMinutes: 240 })]);
  });

  it("are tried on the hours of an executive of the manager's pools, and of no other", async () => {
    const input = TryServiceLevelInput.parse({
      executiveId: office.ids.executiveId,
      answerMinutes: 60,
      filedAt: at("14T16:30").toISOString(),
      now: at("17T09:00").toISOString(),
    });
    expect(await tryServiceLevel(await asManagerOf(office.manager.userId), input)).toEqual({
      ok: true,
      value: {
        answer: { targetMinutes: 60, usedMinutes: 90, dueAt: at("17T08:30").toISOString(), state: "missed" },
        resolve: null,
      },
    });
    const other = await asManagerOf(office.otherManager.userId);
    await expect(tryServiceLevel(other, input)).rejects.toThrow(NotFoundError);
  });
});
