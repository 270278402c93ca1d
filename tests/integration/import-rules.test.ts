import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarReport } from "@/lib/calendars/schema";
import { importCalendar } from "@/lib/calendars/service-import";
import type { ImportReport } from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { testDb } from "../support/database";
import { createAbsence } from "../support/factories/absences";
import { createUser } from "../support/factories/accounts";
import { createCover } from "../support/factories/covers";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

const HEADER = "assistant_email,type,from,from_part,to,to_part,status";
const POOL = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };

type Options = { asRequested?: boolean; dryRun?: boolean };

async function sheet(lines: string[], options: Options = {}): Promise<ImportReport> {
  const absences = [HEADER, ...lines.map((line) => line.replace("@", "@x.example"))].join("\n");
  const input = { files: { absences }, poolDefaults: POOL, dryRun: false, ...options };
  const answer = await importOffice(office.manager, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function calendar(
  who: string,
  from: string,
  to: string,
  options: Options = {},
): Promise<CalendarReport> {
  const days = [from, to].map((on) => on.replaceAll("-", ""));
  const content = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Away\r\nDTSTART;VALUE=DATE:${days[0]}\r\nDTEND;VALUE=DATE:${days[1]}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const input = { content, type: "vacation", assistantEmail: `${who}@x.example`, ...options };
  const answer = await importCalendar(office.manager, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const codes = ({ faults }: ImportReport) => faults.map(({ line, column, code }) => [line, column, code]);

async function statuses(who: keyof CoverageOffice["ids"]): Promise<string[]> {
  const rows = await testDb().absence.findMany({
    where: { assistantId: office.ids[who] },
    orderBy: { startOn: "asc" },
  });
  return rows.map(
    ({ status, startOn, endOn }) =>
      `${status} ${startOn.toISOString().slice(5, 10)}–${endOn.toISOString().slice(5, 10)}`,
  );
}

const BEN = "ben@,vacation,2026-08-24,,2026-08-26,,approved";
const DAN = "dan@,vacation,2026-08-24,,2026-08-26,,approved";

describe("approved leave that would leave executives without support", () => {
  it("is a fault of its line in a sheet, and comes in as requested where that is asked for", async () => {
    for (const dryRun of [true, false]) {
      const report = await sheet([DAN, BEN], { dryRun });
      expect(report).toMatchObject({ applied: false, faults: [{ line: 3, values: { count: 6 } }] });
      expect(codes(report)).toEqual([[3, "status", "gaps_not_accepted"]]);
    }
    const told = await sheet([DAN, BEN], { dryRun: true, asRequested: true });
    expect(told.warnings).toMatchObject([{ line: 3, code: "enters_as_requested" }]);
    expect(await sheet([DAN, BEN], { asRequested: true })).toEqual({ ...told, applied: true });
    expect(await statuses("ben")).toEqual(["requested 08-24–08-26"]);
    expect(await statuses("dan")).toEqual(["approved 08-24–08-26"]);
    expect(await sheet([DAN, BEN], { asRequested: true })).toMatchObject({ changeCount: 0, faultCount: 0 });
  });

  it("is a fault of its event in a calendar, and comes in as requested", async () => {
    expect(await calendar("ben", "2026-08-24", "2026-08-27", { dryRun: true })).toMatchObject({
      applied: false,
      faults: [{ event: 1, code: "gaps_not_accepted", values: { count: 6 } }],
    });
    expect(await calendar("ben", "2026-08-24", "2026-08-27", { asRequested: true })).toMatchObject({
      applied: true,
      asRequested: 1,
    });
    expect(await statuses("ben")).toEqual(["requested 08-24–08-26"]);
  });

  it("is none where it is over, reported, or of somebody whom no executive needs", async () => {
    const sick = BEN.replace("vacation", "sick");
    const over = "ben@,vacation,2026-08-03,,2026-08-05,,approved";
    expect(await sheet([DAN, sick, over])).toMatchObject({ applied: true, faultCount: 0 });
  });

  it("is found between the lines: two who share an executive may not both go", async () => {
    await testDb().supportAssignment.create({
      data: {
        executiveId: office.ids.bo,
        assistantId: office.ids.dan,
        role: "shared",
        rank: 1,
        fromOn: new Date("2026-01-01"),
      },
    });
    for (const line of [DAN, BEN]) expect(codes(await sheet([line], { dryRun: true }))).toEqual([]);
    expect(codes(await sheet([DAN, BEN]))).toEqual([[3, "status", "gaps_not_accepted"]]);
  });

  it("can't be made longer by a line that is corrected, but shorter", async () => {
    await createAbsence(testDb(), {
      assistantId: office.ids.ben,
      startOn: new Date("2026-08-24"),
      endOn: new Date("2026-08-25"),
    });
    const longer = await sheet([BEN], { asRequested: true });
    expect(codes(longer)).toEqual([[2, "status", "added_days_undecided"]]);
    const shorter = BEN.replace("08-24,,2026-08-26", "08-25,,2026-08-25");
    expect(await sheet([shorter])).toMatchObject({ applied: true, changes: [{ columns: ["from"] }] });
    expect(await statuses("ben")).toEqual(["approved 08-25–08-25"]);
  });

  it("is told together with the faults of other lines", async () => {
    const report = await sheet([BEN, DAN.replace("2026-08-26", "2026-08-99")]);
    expect(codes(report)).toEqual([
      [2, "status", "gaps_not_accepted"],
      [3, "to", "not_a_date"],
    ]);
  });

  it("is found among the people and support of the same import", async () => {
    const assistants = `name,email,pool,working_days,starts,ends\nEva Ny,eva@x.example,North,Mon-Fri,08:00,17:00\n`;
    const executives = `name,email,pool,duties\nUlf Ny,ulf@x.example,North,calendar:60:1\n`;
    const support = `executive_email,assistant_email,role,from,to\nulf@x.example,eva@x.example,primary,2026-01-01,\n`;
    const absences = `${HEADER}\neva@x.example,vacation,2026-08-24,,2026-08-24,,approved\n`;
    const files = { assistants, executives, support, absences };
    const answer = await importOffice(office.manager, { files, poolDefaults: POOL, dryRun: true });
    expect(answer).toMatchObject({
      value: { faults: [{ code: "gaps_not_accepted", values: { count: 2 } }] },
    });
    expect(await testDb().user.count({ where: { email: "eva@x.example" } })).toBe(0);
  });
});

describe("a line that cancels", () => {
  it("ends what is known, with its covers, and nothing the second time", async () => {
    const away = await testDb().absence.findFirstOrThrow({ where: { assistantId: office.ids.ana } });
    const cover = await createCover(testDb(), {
      executiveId: office.ids.xenia,
      assistantId: office.ids.ben,
      absenceId: away.id,
    });
    const line = "ana@,vacation,2026-08-17,,2026-08-21,,cancelled";
    expect(await sheet([line])).toMatchObject({ applied: true, changes: [{ columns: ["status"] }] });
    expect(await statuses("ana")).toEqual(["cancelled 08-17–08-21"]);
    const { status } = await testDb().coverageAssignment.findUniqueOrThrow({ where: { id: cover.id } });
    expect(status).toBe("released");
    expect(await sheet([line])).toMatchObject({ changeCount: 0, faultCount: 0 });
  });
});

describe("the rules of leave hold for files", () => {
  it("two deciders, one's own leave, and another's decider", async () => {
    const { id } = await createUser(testDb(), { email: "boss@x.example", name: "Boss" });
    await testDb().assistantLeavePolicy.create({ data: { assistantId: office.ids.dan, deciderId: id } });
    await testDb().poolManager.create({ data: { poolId: office.poolId, userId: id } });
    expect(codes(await sheet([DAN]))).toEqual([[2, "status", "not_the_decider"]]);
    await testDb().assistantLeavePolicy.deleteMany();
    await testDb().poolLeavePolicy.create({ data: { poolId: office.poolId, approvalStages: 2 } });
    expect(codes(await sheet([DAN]))).toEqual([[2, "status", "second_decision_due"]]);
    expect(await sheet([DAN], { asRequested: true })).toMatchObject({ applied: true });
    expect(await statuses("dan")).toEqual(["requested 08-24–08-26"]);
  });

  it("hard blackouts, three years at most, and units", async () => {
    await testDb().blackoutPeriod.create({
      data: {
        poolId: office.poolId,
        name: "Budget",
        kind: "hard",
        fromOn: new Date("2026-09-01"),
        toOn: new Date("2026-09-04"),
      },
    });
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { unit: "day" } });
    const lines = [
      "dan@,vacation,2026-09-04,,2026-09-07,,requested",
      "dan@,vacation,2026-10-05,,2034-10-05,,approved",
      "cia@,vacation,2026-09-14,pm,2026-09-14,,requested",
    ];
    expect(codes(await sheet(lines, { dryRun: true }))).toEqual([
      [2, "from", "blackout"],
      [3, "to", "absence_too_long"],
      [4, "from_part", "whole_days_only"],
    ]);
    expect(await calendar("dan", "2026-09-01", "2026-09-02")).toMatchObject({
      faults: [{ code: "blackout" }],
    });
    expect(await calendar("dan", "2026-10-01", "2034-10-01")).toMatchObject({
      faults: [{ code: "absence_too_long" }],
    });
  });

  it("days that are not worked, which are said and hold nothing up", async () => {
    const weekend = "dan@,vacation,2026-08-29,,2026-08-30,,approved";
    const { faultCount, warnings } = await sheet([DAN, weekend], { dryRun: true });
    expect(faultCount).toBe(0);
    expect(warnings).toMatchObject([{ line: 3, column: "from", code: "no_working_time" }]);
  });

  it("the balance, of all lines together", async () => {
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
    const entitlement = { poolId: office.poolId, leaveTypeId: "vacation", amount: 500, firstYear: 2026 };
    await testDb().leaveEntitlement.create({ data: { ...entitlement, carryOverMost: 0 } });
    const week = (from: string, to: string) => `dan@,vacation,${from},,${to},,requested`;
    const lines = [
      week("2026-08-24", "2026-08-26"),
      week("2026-09-07", "2026-09-09"),
      week("2026-09-14", "2026-09-15"),
    ];
    expect(codes(await sheet(lines))).toEqual([[3, "to", "allowance_exhausted"]]);
    expect(await sheet([lines[0] ?? "", lines[2] ?? ""])).toMatchObject({ applied: true, faultCount: 0 });
  });

  it("groups that may not all be away, of all lines together", async () => {
    const members = [{ assistantId: office.ids.dan }, { assistantId: office.ids.cia }];
    await testDb().apartGroup.create({
      data: { poolId: office.poolId, name: "Phones", mostAway: 1, members: { create: members } },
    });
    await testDb().supportAssignment.deleteMany();
    const cia = DAN.replace("dan", "cia");
    expect(codes(await sheet([DAN, cia]))).toEqual([[3, "from", "group_away"]]);
  });
});
