import { beforeEach, describe, expect, it } from "vitest";
import { PublishScheduleInput } from "@/lib/coverage/publishing/schema";
import { publishSchedule } from "@/lib/coverage/publishing/service";
import { NotFoundError } from "@/lib/errors";
import { listNotices } from "@/lib/notices/queries";
import { listOwnShiftRequests, listShiftRequests, requireShiftRequest } from "@/lib/schedules/swaps/queries";
import { getGiveChoice, listOpenShifts } from "@/lib/schedules/swaps/queries-takers";
import { ApproveShiftRequestInput, AskForShiftInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import {
  acceptShiftRequest,
  cancelShiftRequest,
  declineShiftRequest,
} from "@/lib/schedules/swaps/service-answers";
import { approveShiftRequest, denyShiftRequest } from "@/lib/schedules/swaps/service-decisions";
import { expireShiftRequests } from "@/lib/schedules/swaps/service-ends";
import { listOwnShifts } from "@/lib/schedules/week/queries-own";
import { changeShift } from "@/lib/schedules/week/service";
import { addDays, day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { asManagerOf, asSystem } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createScheduleOffice, MONDAY, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;
let mine: string;
let theirs: string;
const TUESDAY = addDays(MONDAY, 1);

beforeEach(async () => {
  office = await createScheduleOffice();
  mine = (await office.drafted()).id;
  theirs = (
    await office.drafted({
      assistantId: office.ids.colleagueId,
      on: TUESDAY,
      startMinute: 540,
      endMinute: 1080,
    })
  ).id;
  await office.published({ reason: "Agreed" });
});

const ask = async (input: Record<string, unknown>) =>
  askForShift(await office.asAssistant(), AskForShiftInput.parse(input));
const asked = async (input: Record<string, unknown>): Promise<string> => {
  const answer = await ask(input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
};
const drop = () => asked({ kind: "drop", shiftId: mine });
const swap = () => asked({ kind: "swap", shiftId: mine, withShiftId: theirs });
const request = async (id: string) => requireShiftRequest(await office.asManager(), id);
const approve = async (id: string, more: Record<string, unknown> = {}) => {
  const { version } = await request(id);
  return approveShiftRequest(
    await office.asManager(),
    ApproveShiftRequestInput.parse({ id, version, ...more }),
  );
};
const accept = async (id: string) =>
  acceptShiftRequest(await office.asColleague(), { id, version: (await request(id)).version });
const kindsOf = async (ctx: Parameters<typeof listNotices>[0]) =>
  (await listNotices(ctx)).map(({ kind }) => kind);

async function createThird() {
  const user = await testDb().user.create({ data: { name: "Tove Sandell", email: "tove@x.example" } });
  return testDb().assistant.create({ data: { poolId: office.ids.pool, site: "", userId: user.id } });
}

describe("giving a shift away", () => {
  it("asks those who could, stays with its owner until it is approved, and then goes to who accepted", async () => {
    const choice = await getGiveChoice(await office.asAssistant(), mine);
    expect(choice.takers.could.map(({ id }) => id)).toEqual([office.ids.colleagueId]);
    const id = await drop();
    expect(await request(id)).toMatchObject({
      status: "pending_acceptance",
      answers: [{ id: office.ids.colleagueId, answer: "asked" }],
    });
    expect(await kindsOf(await office.asColleague())).toContain("shift_request_asked");
    expect(await accept(id)).toMatchObject({ ok: true, value: { status: "pending_approval" } });
    expect(await kindsOf(await office.asManager())).toContain("shift_request_waiting");
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toHaveLength(1);
    expect(await approve(id)).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toEqual([]);
    expect(await listOwnShifts(await office.asColleague(), MONDAY, MONDAY)).toMatchObject([{ id: mine }]);
    expect(await kindsOf(await office.asAssistant())).toContain("shift_request_ended");
  });

  it("has one live request for a shift, whether it is given or asked for in exchange", async () => {
    await swap();
    expect(await ask({ kind: "drop", shiftId: mine })).toMatchObject({
      ok: false,
      reason: "shift_in_request",
    });
    const other = askForShift(
      await office.asColleague(),
      AskForShiftInput.parse({ kind: "drop", shiftId: theirs }),
    );
    expect(await other).toMatchObject({ ok: false, reason: "shift_in_request" });
  });

  it("is kept to one live request by the database", async () => {
    const id = await swap();
    const row = await testDb().shiftRequest.findUniqueOrThrow({ where: { id } });
    const twice = testDb().shiftRequest.create({
      data: {
        ...{
          poolId: row.poolId,
          kind: "drop",
          shiftId: theirs,
          shiftVersion: 2,
          status: "pending_acceptance",
        },
        ...{ ownerId: office.ids.colleagueId, askedById: row.askedById, askedAt: row.askedAt },
        expiresAt: row.expiresAt,
      },
    });
    await expect(twice).rejects.toThrow();
  });

  it("is not for somebody else's shift, a draft, or one that begins soon", async () => {
    await expect(ask({ kind: "drop", shiftId: theirs })).rejects.toThrow(NotFoundError);
    const draft = await office.drafted({ on: addDays(MONDAY, 3) });
    await expect(ask({ kind: "drop", shiftId: draft.id })).rejects.toThrow(NotFoundError);
    const soon = { ...(await office.asAssistant()), now: new Date("2026-09-07T05:00:00Z") };
    const late = askForShift(soon, AskForShiftInput.parse({ kind: "drop", shiftId: mine }));
    expect(await late).toMatchObject({ ok: false, reason: "shift_too_soon" });
  });

  it("ends when the last who is asked declines, and when its owner takes it back", async () => {
    const id = await drop();
    const declined = declineShiftRequest(await office.asColleague(), { id, version: 1 });
    expect(await declined).toMatchObject({ ok: true, value: { status: "denied" } });
    const again = await drop();
    const cancelled = cancelShiftRequest(await office.asAssistant(), { id: again, version: 1 });
    expect(await cancelled).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect(await accept(again)).toMatchObject({ ok: false, reason: "not_possible_now" });
    await expect(cancelShiftRequest(await office.asColleague(), { id, version: 1 })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("lets one of two who accept at once have it, and tells the other by whom", async () => {
    const third = await createThird();
    const id = await drop();
    expect((await request(id)).answers).toHaveLength(2);
    const manager = await office.asManager();
    const answers = await Promise.all([
      accept(id),
      acceptShiftRequest(manager, { id, version: 1, assistantId: third.id }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "shift_taken" });
  });

  it("says to who accepts twice that it is answered", async () => {
    const id = await drop();
    await accept(id);
    expect(await accept(id)).toMatchObject({ ok: false, reason: "answered_already" });
  });

  it("is answered by a colleague for themselves alone", async () => {
    const third = await createThird();
    const id = await drop();
    const forAnother = { id, version: 1, assistantId: third.id };
    await expect(acceptShiftRequest(await office.asColleague(), forAnother)).rejects.toThrow(NotFoundError);
    expect((await request(id)).taker).toBeNull();
  });

  it("is denied with a word, and everybody keeps their shifts", async () => {
    const id = await drop();
    await accept(id);
    const manager = await office.asManager();
    expect(await denyShiftRequest(manager, { id, version: 2, note: "We need you there" })).toMatchObject({
      ok: true,
    });
    expect(await request(id)).toMatchObject({ status: "denied", note: "We need you there" });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toHaveLength(1);
    const [shown] = await listShiftRequests(manager, [office.ids.pool]);
    expect(shown?.id).toBe(id);
    await expect(
      listShiftRequests(await asManagerOf(office.otherManager.userId), [office.ids.pool]),
    ).rejects.toThrow(NotFoundError);
  });
});

describe("swapping two shifts", () => {
  it("exchanges both in one step, also where they overlap in time", async () => {
    await changeShift(await office.asManager(), { id: theirs, version: 2, on: MONDAY });
    await office.published({ reason: "Agreed" });
    const id = await swap();
    await accept(id);
    expect(await approve(id)).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toMatchObject([{ id: theirs }]);
    expect(await listOwnShifts(await office.asColleague(), MONDAY, MONDAY)).toMatchObject([{ id: mine }]);
  });

  it("may be with a shift of another week, which is offered week by week", async () => {
    const next = addDays(MONDAY, 7);
    const draft = { assistantId: office.ids.colleagueId, on: next, startMinute: 540, endMinute: 1080 };
    const { id: later } = await office.drafted(draft);
    await publishSchedule(
      await office.asManager(),
      PublishScheduleInput.parse({
        ...{ poolId: office.ids.pool, week: isoWeekOf(next), version: 1, reason: "Agreed" },
      }),
    );
    const choiceOf = async (week?: string) => getGiveChoice(await office.asAssistant(), mine, week);
    expect((await choiceOf()).exchanges.map(({ shift }) => shift.id)).toEqual([theirs]);
    const { exchanges, weeks } = await choiceOf(isoWeekOf(next));
    expect(exchanges.map(({ shift }) => shift.id)).toEqual([later]);
    expect(weeks).toHaveLength(4);
    const id = await asked({ kind: "swap", shiftId: mine, withShiftId: later });
    await accept(id);
    expect(await approve(id)).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asAssistant(), next, next)).toMatchObject([{ id: later }]);
  });

  it("is refused where it makes two shifts of one person at once", async () => {
    await office.drafted({ on: TUESDAY });
    await office.published({ reason: "Agreed" });
    const clash = await ask({ kind: "swap", shiftId: mine, withShiftId: theirs });
    expect(clash).toMatchObject({ ok: false, reason: "shift_overlaps" });
  });

  it("asks for a reason for each rule it breaks, and keeps it", async () => {
    await office.drafted({ on: addDays(MONDAY, 2), startMinute: 300, endMinute: 600 });
    await changeShift(await office.asManager(), {
      id: theirs,
      version: 2,
      startMinute: 780,
      endMinute: 1260,
    });
    await office.published({ reason: "Agreed" });
    const id = await swap();
    await accept(id);
    const missing = await approve(id);
    expect(missing).toMatchObject({ ok: false, reason: "reasons_missing" });
    const overrides = [{ shiftId: theirs, rule: "rest", reason: "Both want it" }];
    expect(await approve(id, { overrides })).toMatchObject({ ok: true });
    expect(await testDb().shiftOverride.findMany({ where: { shiftId: theirs } })).toMatchObject([
      { rule: "rest", reason: "Both want it", assistantId: office.ids.assistantId },
    ]);
  });

  it("waits while a change of a shift is drafted, and ends when it is published", async () => {
    const id = await swap();
    await accept(id);
    await changeShift(await office.asManager(), { id: theirs, version: 2, endMinute: 1020 });
    expect(await approve(id)).toMatchObject({ ok: false, reason: "shift_change_waiting" });
    await office.published({ reason: "Agreed" });
    expect(await request(id)).toMatchObject({ status: "expired" });
    expect(await kindsOf(await office.asAssistant())).toContain("shift_request_ended");
  });
});

describe("an open shift", () => {
  let open: string;

  beforeEach(async () => {
    open = (await office.drafted({ assistantId: null, on: day("2026-09-10"), roleId: office.roles.phones }))
      .id;
    await office.published({ reason: "Agreed" });
  });

  const take = async (more: Record<string, unknown> = {}) => asked({ kind: "take", shiftId: open, ...more });

  it("is shown to those who could take it, who offer together; the manager gives it to one", async () => {
    const ctx = await office.asAssistant();
    expect(await listOpenShifts(ctx, MONDAY, addDays(MONDAY, 6))).toMatchObject([{ id: open }]);
    const id = await take();
    const second = askForShift(
      await office.asColleague(),
      AskForShiftInput.parse({ kind: "take", shiftId: open }),
    );
    expect(await second).toMatchObject({ ok: true, value: { id } });
    expect(await approve(id)).toMatchObject({ ok: false, reason: "assistant_missing" });
    expect(await approve(id, { assistantId: office.ids.colleagueId })).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asColleague(), MONDAY, addDays(MONDAY, 6))).toContainEqual(
      expect.objectContaining({ id: open }),
    );
    expect(await listOwnShiftRequests(ctx)).toMatchObject([{ status: "approved" }]);
  });

  it("goes to the first taker where the pool says so and no executive is concerned", async () => {
    await testDb().schedulePolicy.create({ data: { poolId: office.ids.pool, firstTaker: true } });
    expect(await request(await take())).toMatchObject({
      status: "approved",
      taker: { id: office.ids.assistantId },
    });
  });

  it("never goes to the first taker where it is with executives", async () => {
    await testDb().schedulePolicy.create({ data: { poolId: office.ids.pool, firstTaker: true } });
    await changeShift(await office.asManager(), { id: open, version: 2, roleId: office.roles.support });
    await office.published({ reason: "Agreed" });
    expect(await request(await take())).toMatchObject({ status: "pending_approval" });
  });
});

describe("a request that nobody decided", () => {
  it("ends two hours before the first of its shifts, once", async () => {
    const id = await drop();
    const system = asSystem();
    expect(await expireShiftRequests({ ...system, now: new Date("2026-09-07T03:59:00Z") })).toEqual({
      expired: 0,
    });
    const late = { ...system, now: new Date("2026-09-07T04:00:00Z") };
    expect(await expireShiftRequests(late)).toEqual({ expired: 1 });
    expect(await expireShiftRequests(late)).toEqual({ expired: 0 });
    expect(await request(id)).toMatchObject({ status: "expired" });
    expect(
      (await kindsOf(await office.asColleague())).filter((kind) => kind === "shift_request_ended"),
    ).toHaveLength(1);
  });

  it("ends when one of its people has an approved absence then", async () => {
    await swap();
    await createAbsence(testDb(), {
      assistantId: office.ids.colleagueId,
      startOn: new Date(TUESDAY),
      endOn: new Date(TUESDAY),
      status: "approved",
    });
    expect(await expireShiftRequests(asSystem())).toEqual({ expired: 1 });
  });
});
