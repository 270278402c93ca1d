import { beforeEach, describe, expect, it } from "vitest";
import { requireWorkingPattern } from "@/lib/assistants/queries-pattern";
import { SetWorkingPatternInput } from "@/lib/assistants/schema";
import { setWorkingPattern } from "@/lib/assistants/service-pattern";
import { NotFoundError } from "@/lib/errors";
import { scheduleCsv } from "@/lib/imports/schedule/queries-export";
import { importSchedule } from "@/lib/imports/schedule/service";
import type { ScheduleFile } from "@/lib/imports/schema";
import { addDays, day } from "@/lib/time/day";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createScheduleOffice, MONDAY, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;
let email: string;
let pool: string;

beforeEach(async () => {
  office = await createScheduleOffice();
  const assistant = await testDb().assistant.findUniqueOrThrow({
    where: { id: office.ids.assistantId },
    select: { user: { select: { email: true } }, pool: { select: { name: true } } },
  });
  email = assistant.user.email;
  pool = assistant.pool.name;
});

async function taken(files: Partial<Record<ScheduleFile, string>>, dryRun = false) {
  const answer = await importSchedule(await office.asManager(), { files, dryRun });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const exported = async (file: ScheduleFile) =>
  scheduleCsv(await office.asManager(), {
    ...{ file, poolId: office.ids.pool },
    ...(file === "shifts" && { from: MONDAY, to: addDays(MONDAY, 6) }),
  });
const rows = (...lines: string[]) => lines.join("\n");
const facts = ({ faults }: Awaited<ReturnType<typeof taken>>) =>
  faults.map(({ line, column, code }) => `${line} ${column} ${code}`);

describe("a schedule as files", () => {
  it("is imported back unchanged: hours that come round, shifts in several roles, needs of a day", async () => {
    const week = (...days: number[]) =>
      days.map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020, place: "site" }));
    const hours = {
      id: office.ids.assistantId,
      from: "2026-09-09",
      weeks: [week(1, 2), [{ ...week(5)[0], place: "remote" }], week(3)],
    };
    await setWorkingPattern(await office.asManager(), SetWorkingPatternInput.parse(hours));
    const { support, phones } = office.roles;
    await office.drafted({
      roleId: undefined,
      work: [
        { roleId: support, startMinute: 480, endMinute: 720 },
        { roleId: phones, startMinute: 720, endMinute: 1020 },
      ],
    });
    await office.drafted({ assistantId: null, on: addDays(MONDAY, 1), startMinute: 600, endMinute: 720 });
    const need = { poolId: office.ids.pool, roleId: phones, startMinute: 540, endMinute: 720, headcount: 2 };
    await testDb().roleDemand.createMany({
      data: [
        { ...need, weekday: 1, validTo: new Date("2026-12-31") },
        { ...need, on: new Date(MONDAY) },
      ],
    });
    const files = {
      patterns: await exported("patterns"),
      shifts: await exported("shifts"),
      demand: await exported("demand"),
    };
    const report = await taken(files);
    expect(report).toMatchObject({ changeCount: 0, faultCount: 0, faults: [] });
    expect(report.files).toMatchObject({
      shifts: { rows: 2, unchanged: 2 },
      demand: { rows: 2, unchanged: 2 },
    });
    expect(report.files.patterns?.unchanged).toBe(report.files.patterns?.rows);
    expect(files.shifts).toContain("Support 08:00-12:00; Phones 12:00-17:00");
  });

  it("takes in the rows that are right, and names the others with line and column", async () => {
    const on = new Date(addDays(MONDAY, 2));
    await createAbsence(testDb(), {
      assistantId: office.ids.assistantId,
      ...{ startOn: on, endOn: on, status: "approved" },
    });
    const shifts = rows(
      "pool,assistant_email,date,starts,ends,roles",
      `${pool},${email},2026-09-07,08:00,12:00,Phones`,
      `${pool},${email},2026-09-07,11:00,13:00,Phones`,
      `${pool},${email},2026-09-09,08:00,12:00,telefon`,
      `${pool},,2026-09-08,08:00,12:00,Gardening`,
      `${pool},nobody@office.example,2026-09-08,08:00,12:00,Phones`,
      `${pool},,2026-08-10,08:00,12:00,Phones`,
      `Elsewhere,,2026-09-08,08:00,12:00,Phones`,
      `${pool},,2026-09-08,08:00,12:00,Phones 08:00-10:00`,
      `${pool},,2026-09-08,8 o'clock,12:00,Phones`,
    );
    const dry = await taken({ shifts }, true);
    expect(dry).toMatchObject({ applied: false, changeCount: 1, faultCount: 8 });
    expect((await office.read()).shifts).toEqual([]);
    const report = await taken({ shifts });
    expect(facts(report)).toEqual([
      "3 starts shift_overlaps",
      "4 starts shift_away",
      "5 roles unknown_role",
      "6 assistant_email unknown_assistant",
      "7 date day_passed",
      "8 pool pool_elsewhere",
      "9 roles roles_not_the_shift",
      "10 starts not_a_time",
    ]);
    expect(report.files.shifts).toEqual({ rows: 9, created: 1, updated: 0, unchanged: 0, wrong: 8 });
    expect((await office.read()).shifts).toMatchObject([{ status: "draft", on: MONDAY, endMinute: 720 }]);
  });

  it("changes hours from a day and needs, and leaves out a person's hours of which a row is wrong", async () => {
    const patterns = rows(
      "assistant_email,from,weeks,week,weekday,starts,ends,place",
      `${email},2026-10-05,2,1,mon,08:00,17:00,site`,
      `${email},2026-10-05,2,2,tis,08:00,17:00,remote`,
    );
    expect(await taken({ patterns })).toMatchObject({ changeCount: 2, faults: [] });
    const manager = await office.asManager();
    const planned = await requireWorkingPattern(manager, office.ids.assistantId, day("2026-10-12"));
    expect(planned).toMatchObject({ week: 2, weeks: [[{ weekday: 1 }], [{ weekday: 2, place: "remote" }]] });
    const wrong = rows(
      "assistant_email,from,weekday,starts,ends",
      `${email},2026-11-02,mon,08:00,17:00`,
      `${email},2026-11-02,someday,08:00,17:00`,
      "",
      `${email},2026-08-03,mon,08:00,17:00`,
    );
    expect(facts(await taken({ patterns: wrong }))).toEqual(["3 weekday not_a_weekday", "5 from day_passed"]);
    const demand = (people: number) =>
      rows("pool;role;weekday;starts;ends;people", `${pool};Phones;mån;09:00;12:00;${people}`);
    expect((await taken({ demand: demand(1) })).files.demand).toMatchObject({ created: 1 });
    expect((await taken({ demand: demand(2) })).files.demand).toMatchObject({ updated: 1 });
    expect(await testDb().roleDemand.findMany({ where: { poolId: office.ids.pool } })).toMatchObject([
      { headcount: 2, weekday: 1 },
    ]);
  });

  it("is of the pool's managers alone", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    await expect(scheduleCsv(other, { file: "demand", poolId: office.ids.pool })).rejects.toThrow(
      NotFoundError,
    );
    const demand = rows("pool,role,weekday,starts,ends,people", `${pool},Phones,mon,09:00,12:00,1`);
    const answer = await importSchedule(other, { files: { demand }, dryRun: false });
    expect(answer).toMatchObject({ value: { changeCount: 0, faults: [{ code: "pool_elsewhere" }] } });
  });
});
