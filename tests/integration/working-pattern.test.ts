import { beforeEach, describe, expect, it } from "vitest";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { requireWorkingPattern } from "@/lib/assistants/queries-pattern";
import { SetWorkingPatternInput } from "@/lib/assistants/schema";
import { setWorkingPattern } from "@/lib/assistants/service-pattern";
import { listEmployments } from "@/lib/availability/queries";
import { weekdayHoursOn } from "@/lib/availability/rules";
import { NotFoundError } from "@/lib/errors";
import { getScheduleWeek } from "@/lib/schedules/week/queries";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createScheduleOffice, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;
const FROM = "2026-09-07";
const WHOLE = { startsAtMinute: 480, endsAtMinute: 1020 };
const week = (...weekdays: number[]) => weekdays.map((weekday) => ({ weekday, ...WHOLE }));

beforeEach(async () => {
  office = await createScheduleOffice();
});

const set = async (weeks: unknown[], from = FROM) =>
  setWorkingPattern(
    await office.asManager(),
    SetWorkingPatternInput.parse({ id: office.ids.assistantId, from, weeks }),
  );
const hoursOn = async (on: string) => {
  const { assistantId } = office.ids;
  const found = await listEmployments(testDb(), [assistantId], day(on), day(on));
  const employment = found.get(assistantId);
  return employment ? weekdayHoursOn({ ...employment, daysOff: new Set() }, day(on)) : null;
};

describe("weeks of hours that come round again", () => {
  it("count from their Monday, across the year's end, and leave the past as it was", async () => {
    expect(await set([week(1, 2, 3), week(4), week(5)], "2026-09-09")).toMatchObject({ ok: true });
    expect(await hoursOn("2026-09-04")).toMatchObject(WHOLE);
    expect(await hoursOn("2026-09-08")).toMatchObject(WHOLE);
    expect(await hoursOn("2026-09-10")).toBeNull();
    expect(await hoursOn("2026-09-17")).toMatchObject(WHOLE);
    expect(await hoursOn("2026-09-25")).toMatchObject(WHOLE);
    expect(await hoursOn("2026-09-28")).toMatchObject(WHOLE);
    // Week 53 of 2026 is the second of the cycle, the first of 2027 the third.
    expect(await hoursOn("2026-12-31")).toMatchObject(WHOLE);
    expect(await hoursOn("2027-01-08")).toMatchObject(WHOLE);
    expect(await hoursOn("2027-01-07")).toBeNull();
  });

  it("give the contract of each week, and are shown with the week it is", async () => {
    await set([week(1), week(1, 2, 3, 4, 5)], "2026-08-17");
    const ctx = await office.asManager();
    const contractIn = async (on: string) => {
      const { people } = await getScheduleWeek(ctx, { poolId: office.ids.pool, week: isoWeekOf(day(on)) });
      return people.find(({ id }) => id === office.ids.assistantId)?.contractMinutes;
    };
    expect([await contractIn("2026-09-07"), await contractIn("2026-09-14")]).toEqual([2400, 480]);
    expect(await requireWorkingPattern(ctx, office.ids.assistantId)).toMatchObject({
      on: "2026-08-17",
      week: 1,
      weeks: [[{ weekday: 1, place: "site" }], { length: 5 }],
    });
    const { hours } = await requireAssistantRecord(ctx, office.ids.assistantId);
    expect(hours).toMatchObject([{ weekday: 1 }]);
  });

  it("are shown as they are on a day, so that who plans them sees what was planned", async () => {
    await set([week(1), week(2)]);
    const ctx = await office.asManager();
    const { weeks } = await requireWorkingPattern(ctx, office.ids.assistantId);
    expect(weeks).toHaveLength(1);
    expect(await requireWorkingPattern(ctx, office.ids.assistantId, day("2026-09-14"))).toMatchObject({
      ...{ on: "2026-09-14", week: 2 },
      weeks: [[{ weekday: 1 }], [{ weekday: 2 }]],
    });
  });

  it("are refused for days that have passed, without any hours, and where too little rest is left", async () => {
    expect(await set([week(1)], "2026-08-16")).toMatchObject({ reason: "day_passed", path: "from" });
    expect(await set([[]])).toMatchObject({ reason: "hours_missing" });
    expect(await set([week(1), []])).toMatchObject({ ok: true });
    const long = [{ weekday: 2, startsAtMinute: 0, endsAtMinute: 1440 }];
    expect(await set([week(1), long])).toMatchObject({ reason: "day_too_long", path: "weeks.1" });
  });

  it("say where each weekday is worked", async () => {
    await set([[{ weekday: 1, ...WHOLE, place: "remote" }]]);
    expect(await hoursOn("2026-09-07")).toMatchObject({ place: "remote" });
  });

  it("are refused with a weekday twice, and not found by who does not lead the pool", async () => {
    expect(await set([week(1, 1)])).toMatchObject({ ok: false, reason: "weekday_twice", path: "weeks.0" });
    const other = await asManagerOf(office.otherManager.userId);
    const input = SetWorkingPatternInput.parse({ id: office.ids.assistantId, from: FROM, weeks: [week(1)] });
    await expect(setWorkingPattern(other, input)).rejects.toThrow(NotFoundError);
  });

  it("have one length and one Monday at a time, held by the database", async () => {
    const { assistantId } = office.ids;
    const data = { assistantId, weekday: 6, ...WHOLE, validFrom: new Date(FROM) };
    const cycle = { cycleWeeks: 2, weekOfCycle: 2, anchorMonday: new Date(FROM) };
    await expect(testDb().workingPattern.create({ data: { ...data, ...cycle } })).rejects.toThrow();
    const sunday = { ...cycle, anchorMonday: new Date("2026-09-06") };
    await expect(testDb().workingPattern.create({ data: { ...data, ...sunday } })).rejects.toThrow();
  });
});
