import { beforeEach, describe, expect, it } from "vitest";
import { readFeed } from "@/lib/calendars/queries-feeds";
import { makeFeed } from "@/lib/calendars/service";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { previewSchedule } from "@/lib/coverage/publishing/queries";
import { SchedulePolicyInput } from "@/lib/schedules/setup/schema";
import { setSchedulePolicy } from "@/lib/schedules/setup/service";
import { listOwnShifts, listPoolShifts } from "@/lib/schedules/week/queries-own";
import { addDays } from "@/lib/time/day";
import { MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createScheduleOffice, MONDAY, type ScheduleOffice, WEEK } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;

beforeEach(async () => {
  office = await createScheduleOffice();
});

describe("published shifts", () => {
  const gridOf = async () => {
    const pool = { id: office.ids.pool, timeZone: "Europe/Stockholm" };
    return readGrid(await office.asManager(), pool, MONDAY, addDays(MONDAY, 6));
  };
  const statuses = async () =>
    (await gridOf()).rows
      .get(office.ids.executiveId)
      ?.slice(0, 4)
      .map(({ status }) => status);

  it("say when people are there for their executives, and drafts don't", async () => {
    expect(await statuses()).toEqual(["own", "own", "own", "own"]);
    await office.drafted({ roleId: office.roles.phones });
    expect(await statuses()).toEqual(["own", "own", "own", "own"]);
    const { effects } = await previewSchedule(await office.asManager(), {
      poolId: office.ids.pool,
      week: WEEK,
    });
    expect(effects.opened.map(({ on, part }) => `${on} ${part}`)).toEqual(["2026-09-07 am", "2026-09-07 pm"]);
    expect(await office.published()).toMatchObject({ gapsOpened: 2, gapsClosed: 0 });
    expect(await statuses()).toEqual(["gap", "gap", "own", "own"]);
  });

  it("leave open the hours of a half-day that are worked elsewhere", async () => {
    const work = [
      { roleId: office.roles.support, startMinute: 480, endMinute: 600 },
      { roleId: office.roles.phones, startMinute: 600, endMinute: 660 },
      { roleId: office.roles.support, startMinute: 660, endMinute: 1020 },
    ];
    await office.drafted({ roleId: undefined, work });
    await office.published();
    const [morning] = (await gridOf()).rows.get(office.ids.executiveId) ?? [];
    expect(morning).toMatchObject({
      status: "gap",
      own: [{ assistantId: office.ids.assistantId }],
      pieces: [{ window: { startMinute: 600, endMinute: 660 }, cause: { kind: "hours" } }],
    });
  });

  it("lie on the pattern, or replace it for a whole published week", async () => {
    await office.drafted();
    await office.published();
    expect(await statuses()).toEqual(["own", "own", "own", "own"]);
    const rules = SchedulePolicyInput.parse({
      ...{ poolId: office.ids.pool, version: 0, restMinutes: 660, daySpanMinutes: 780, dayMinutes: 600 },
      ...{ weekMinutes: 2880, overContractMinutes: 120, daysInRow: 6, weeklyRestMinutes: 2160 },
      ...{
        breakAfterMinutes: 300,
        breakMinutes: 30,
        noticeDays: 14,
        replacesPattern: true,
        wishesCloseDays: 21,
        ratherNotDays: 4,
      },
    });
    expect(await setSchedulePolicy(await office.asManager(), rules)).toMatchObject({ ok: true });
    expect(await statuses()).toEqual(["own", "own", "gap", "gap"]);
    expect(await setSchedulePolicy(await office.asManager(), rules)).toMatchObject({
      reason: "changed_since_read",
    });
  });

  it("are called off by approved leave for exactly its hours, and stand again without it", async () => {
    await office.drafted();
    await office.published();
    const { id } = await createAbsence(testDb(), {
      ...{ assistantId: office.ids.assistantId, startOn: new Date(MONDAY), endOn: new Date(MONDAY) },
      ...{ endPart: "am" as const, status: "approved" as const },
    });
    const off = [{ startMinute: 480, endMinute: 720 }];
    expect((await office.read()).shifts).toMatchObject([{ calledOff: off }]);
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toMatchObject([
      { calledOff: off },
    ]);
    expect(await listPoolShifts(await office.asColleague(), MONDAY, MONDAY)).toMatchObject([
      { isAway: true },
    ]);
    await testDb().absence.update({ where: { id }, data: { status: "cancelled" } });
    expect((await office.read()).shifts).toMatchObject([{ calledOff: [] }]);
  });
});

describe("an assistant's calendar", () => {
  it("has published shifts in the place of hours, without what is called off, and never a draft", async () => {
    const token = await makeFeed(await office.asAssistant(), { kind: "assistant" });
    if (!token.ok) throw new Error("refused");
    const read = async () => {
      const answer = await readFeed({ db: testDb(), now: MONDAY_MORNING }, token.value.token);
      return answer.ok ? answer.value.ics : "";
    };
    const { id } = await office.drafted({ roleId: office.roles.phones });
    expect(await read()).not.toContain("Phones");
    await office.published();
    const ics = await read();
    expect(ics).toContain(`UID:shift-${id}@standby`);
    expect(ics).toContain("SUMMARY:Shift: Phones");
    expect(ics).toContain("SUMMARY:Cancelled: At work");
    const away = { assistantId: office.ids.assistantId, startOn: new Date(MONDAY), endOn: new Date(MONDAY) };
    await createAbsence(testDb(), { ...away, status: "approved" });
    expect(await read()).toContain("SUMMARY:Cancelled: Shift: Phones");
  });
});
