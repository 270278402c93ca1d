import { beforeEach, describe, expect, it } from "vitest";
import { PublishScheduleInput } from "@/lib/coverage/publishing/schema";
import { publishSchedule } from "@/lib/coverage/publishing/service";
import { getGiveChoice } from "@/lib/schedules/swaps/queries-takers";
import { expireShiftRequests } from "@/lib/schedules/swaps/service-ends";
import { listOwnShifts } from "@/lib/schedules/week/queries-own";
import { changeShift } from "@/lib/schedules/week/service";
import { addDays } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { asSystem } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { MONDAY } from "@/tests/support/offices/schedules";
import { createSwapOffice, noticeKindsOf, type SwapOffice, TUESDAY } from "@/tests/support/offices/swaps";

let office: SwapOffice;

beforeEach(async () => {
  office = await createSwapOffice();
});

describe("swapping two shifts", () => {
  it("exchanges both in one step, also where they overlap in time", async () => {
    await changeShift(await office.asManager(), { id: office.theirs, version: 2, on: MONDAY });
    await office.published({ reason: "Agreed" });
    const id = await office.swap();
    await office.accept(id);
    expect(await office.approve(id)).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toMatchObject([
      { id: office.theirs },
    ]);
    expect(await listOwnShifts(await office.asColleague(), MONDAY, MONDAY)).toMatchObject([
      { id: office.mine },
    ]);
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
    const choiceOf = async (week?: string) => getGiveChoice(await office.asAssistant(), office.mine, week);
    expect((await choiceOf()).exchanges.map(({ shift }) => shift.id)).toEqual([office.theirs]);
    const { exchanges, weeks } = await choiceOf(isoWeekOf(next));
    expect(exchanges.map(({ shift }) => shift.id)).toEqual([later]);
    expect(weeks).toHaveLength(4);
    const id = await office.asked({ kind: "swap", shiftId: office.mine, withShiftId: later });
    await office.accept(id);
    expect(await office.approve(id)).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asAssistant(), next, next)).toMatchObject([{ id: later }]);
  });

  it("is refused where it makes two shifts of one person at once", async () => {
    await office.drafted({ on: TUESDAY });
    await office.published({ reason: "Agreed" });
    const clash = await office.ask({ kind: "swap", shiftId: office.mine, withShiftId: office.theirs });
    expect(clash).toMatchObject({ ok: false, reason: "shift_overlaps" });
  });

  it("asks for a reason for each rule it breaks, and keeps it", async () => {
    await office.drafted({ on: addDays(MONDAY, 2), startMinute: 300, endMinute: 600 });
    await changeShift(await office.asManager(), {
      id: office.theirs,
      version: 2,
      startMinute: 780,
      endMinute: 1260,
    });
    await office.published({ reason: "Agreed" });
    const id = await office.swap();
    await office.accept(id);
    const missing = await office.approve(id);
    expect(missing).toMatchObject({ ok: false, reason: "reasons_missing" });
    const overrides = [{ shiftId: office.theirs, rule: "rest", reason: "Both want it" }];
    expect(await office.approve(id, { overrides })).toMatchObject({ ok: true });
    expect(await testDb().shiftOverride.findMany({ where: { shiftId: office.theirs } })).toMatchObject([
      { rule: "rest", reason: "Both want it", assistantId: office.ids.assistantId },
    ]);
  });

  it("waits while a change of a shift is drafted, and ends when it is published", async () => {
    const id = await office.swap();
    await office.accept(id);
    await changeShift(await office.asManager(), { id: office.theirs, version: 2, endMinute: 1020 });
    expect(await office.approve(id)).toMatchObject({ ok: false, reason: "shift_change_waiting" });
    await office.published({ reason: "Agreed" });
    expect(await office.request(id)).toMatchObject({ status: "expired" });
    expect(await noticeKindsOf(await office.asAssistant())).toContain("shift_request_ended");
  });
});

describe("a request that nobody decided", () => {
  it("ends two hours before the first of its shifts, once", async () => {
    const id = await office.drop();
    const system = asSystem();
    expect(await expireShiftRequests({ ...system, now: new Date("2026-09-07T03:59:00Z") })).toEqual({
      expired: 0,
    });
    const late = { ...system, now: new Date("2026-09-07T04:00:00Z") };
    expect(await expireShiftRequests(late)).toEqual({ expired: 1 });
    expect(await expireShiftRequests(late)).toEqual({ expired: 0 });
    expect(await office.request(id)).toMatchObject({ status: "expired" });
    expect(
      (await noticeKindsOf(await office.asColleague())).filter((kind) => kind === "shift_request_ended"),
    ).toHaveLength(1);
  });

  it("ends when one of its people has an approved absence then", async () => {
    await office.swap();
    await createAbsence(testDb(), {
      assistantId: office.ids.colleagueId,
      startOn: new Date(TUESDAY),
      endOn: new Date(TUESDAY),
      status: "approved",
    });
    expect(await expireShiftRequests(asSystem())).toEqual({ expired: 1 });
  });
});
