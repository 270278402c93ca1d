import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { OfficeFiles } from "@/lib/imports/schema";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import {
  ABSENCES,
  ASSISTANTS,
  countRows,
  createEmptyPools,
  EXECUTIVES,
  FILES,
  importFiles,
  POOL_DEFAULTS,
  SUPPORT,
} from "../support/offices/imports";

let ctx: Ctx<Manager>;

beforeEach(async () => {
  ctx = await createEmptyPools();
});

const imported = (files: OfficeFiles, dryRun = false) => importFiles(ctx, files, dryRun);

describe("an import", () => {
  it("names support for some duties, tells before what would change, and swaps the duties of two primaries", async () => {
    const header = "executive_email,assistant_email,role,from,to,duties";
    const rows = (anna: string, bo: string) =>
      `${header}\nerik@x.se,anna@x.se,primary,2026-01-01,,${anna}\nerik@x.se,bo@x.se,primary,2026-01-01,,${bo}\n`;
    await imported({ ...FILES, support: rows("calendar", "travel") });
    const swapped = { support: rows("travel", "calendar") };
    expect(await imported(swapped, true)).toMatchObject({
      faultCount: 0,
      changes: [
        { file: "support", kind: "update", columns: ["duties"] },
        { file: "support", kind: "update", columns: ["duties"] },
      ],
    });
    expect(await imported(swapped)).toMatchObject({ applied: true, changeCount: 2 });
    const dutiesOf = async () =>
      (await testDb().supportAssignment.findMany({ orderBy: { assistant: { user: { email: "asc" } } } })).map(
        (row) => row.dutyIds,
      );
    expect(await dutiesOf()).toEqual([["travel"], ["calendar"]]);
    expect(await imported({ support: SUPPORT.replace("backup", "primary") })).toMatchObject({
      changeCount: 0,
    });
    expect(await imported({ support: rows("travel", "") })).toMatchObject({
      applied: false,
      faults: [{ code: "primary_overlaps_line" }],
    });
    expect(await dutiesOf()).toEqual([["travel"], ["calendar"]]);
  });

  it("makes the office the files describe", async () => {
    const report = await imported(FILES);
    expect(report).toMatchObject({
      applied: true,
      faultCount: 0,
      newPools: [],
      newDuties: ["board-papers"],
      files: {
        assistants: { rows: 2, created: 2, updated: 0, unchanged: 0 },
        executives: { created: 1 },
        support: { created: 2 },
        absences: { created: 2 },
      },
    });
    const anna = await testDb().assistant.findFirstOrThrow({
      where: { user: { email: "anna@x.se" } },
      include: {
        user: true,
        skills: true,
        languages: true,
        workingPatterns: { orderBy: { weekday: "asc" } },
        absences: true,
      },
    });
    expect(anna).toMatchObject({
      seniority: "senior",
      ftePercent: 80,
      site: "HQ",
      user: { name: "Anna Ek", passwordHash: null },
    });
    expect(anna.skills.map((skill) => `${skill.dutyId} ${skill.proficiency}`).sort()).toEqual([
      "board-papers 3",
      "calendar 4",
    ]);
    expect(anna.workingPatterns.map((p) => [p.weekday, p.startsAtMinute, p.endsAtMinute])).toEqual([
      [1, 480, 1020],
      [2, 480, 1020],
      [3, 480, 720],
    ]);
    expect(anna.absences).toMatchObject([
      {
        leaveTypeId: "vacation",
        startPart: "am",
        endPart: "am",
        status: "approved",
        decidedById: ctx.actor.userId,
      },
    ]);
    const erik = await testDb().executive.findFirstOrThrow({
      include: { dutyRequirements: { orderBy: { dutyId: "asc" } }, languages: true, supportHours: true },
    });
    expect(erik).toMatchObject({
      title: "CEO",
      tier: 3,
      onsite: true,
      languages: [{ language: "sv", level: null }],
    });
    expect(erik.dutyRequirements).toMatchObject([
      { dutyId: "calendar", minutesPerDay: 60, minProficiency: 3, coverLevel: "full" },
      { dutyId: "travel", minutesPerDay: 20, coverLevel: "defer" },
    ]);
    expect(erik.supportHours.map((hours) => hours.weekday).sort()).toEqual([1, 2, 3, 4, 5]);
    const audits = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" }, select: { action: true } });
    expect(audits.map((event) => event.action)).toEqual(["duty.created", "office.imported"]);
  });

  it("twice changes nothing the second time", async () => {
    await imported(FILES);
    const before = await countRows();
    const report = await imported(FILES);
    expect([report.changeCount, report.faultCount]).toEqual([0, 0]);
    expect(report.files.support).toEqual({ rows: 2, created: 0, updated: 0, unchanged: 2 });
    expect(await countRows()).toBe(before);
  });

  it("reads semicolons, CRLF and a byte order mark as the same office", async () => {
    await imported(FILES);
    const other = Object.fromEntries(
      Object.entries(FILES).map(([file, text]) => [file, `\uFEFF${inSemicolons(text)}`]),
    );
    expect(await imported(other)).toMatchObject({ changeCount: 0, faultCount: 0 });
  });

  it("changes what differs and keeps the password and the records nobody names", async () => {
    await imported(FILES);
    await testDb().user.update({ where: { email: "anna@x.se" }, data: { passwordHash: "kept" } });
    const report = await imported({
      assistants: ASSISTANTS.split("\n")
        .slice(0, 2)
        .join("\n")
        .replace("Anna Ek", "Anna Ek-Berg")
        .replace("Mon,Tue,Wed:am", "Mon-Thu")
        .replace("calendar:4;board-papers:3", "travel:2"),
      support: SUPPORT.replace("primary,2026-01-01,", "primary,2026-01-01,2026-12-31"),
      absences: ABSENCES.replace("2026-08-12,am", "2026-08-14,").replace("requested", "approved"),
    });
    expect(report.changes.map((change) => [change.file, change.kind, change.columns])).toEqual([
      ["assistants", "update", ["name", "working_days", "skills"]],
      ["support", "update", ["to"]],
      ["absences", "update", ["to", "to_part"]],
      ["absences", "update", ["status"]],
    ]);
    const anna = await testDb().assistant.findFirstOrThrow({
      where: { user: { email: "anna@x.se" } },
      include: { user: true, skills: true, workingPatterns: true, supportAssignments: true, absences: true },
    });
    expect(anna).toMatchObject({ version: 2, user: { name: "Anna Ek-Berg", passwordHash: "kept" } });
    expect(anna.skills).toMatchObject([{ dutyId: "travel" }]);
    expect(anna.workingPatterns.filter(({ validTo }) => validTo === null)).toHaveLength(4);
    expect(anna.supportAssignments[0]?.toOn).toEqual(new Date("2026-12-31"));
    expect(anna.absences[0]).toMatchObject({ endOn: new Date("2026-08-14"), endPart: "pm", version: 2 });
    expect(await testDb().assistant.count()).toBe(2);
  });

  it("keeps the first and last day at work, and refuses leave after it", async () => {
    const [header, anna] = ASSISTANTS.split("\n");
    const assistants = `${header},hired,leaves\n${anna},2020-03-01,2026-08-31\n`;
    await imported({ assistants });
    expect(await testDb().assistant.findFirstOrThrow()).toMatchObject({
      hiredOn: new Date("2020-03-01"),
      leavesOn: new Date("2026-08-31"),
    });
    const away = ABSENCES.split("\n").slice(0, 1);
    const report = await imported({
      absences: [...away, "anna@x.se,vacation,2026-08-31,,2026-09-01,,requested"].join("\n"),
    });
    expect(report.faults).toMatchObject([{ line: 2, column: "to", code: "after_leaving" }]);
  });

  it("creates pools with the defaults, led by whoever imports", async () => {
    const report = await imported({ executives: EXECUTIVES.replace(",Stockholm,", ",Oslo,") });
    expect(report.newPools).toEqual(["Oslo"]);
    const pool = await testDb().pool.findUniqueOrThrow({
      where: { name: "Oslo" },
      include: { managers: true },
    });
    expect(pool).toMatchObject({ ...POOL_DEFAULTS, managers: [{ userId: ctx.actor.userId }] });
    ctx = await asManagerOf(ctx.actor.userId);
    expect((await imported({ executives: EXECUTIVES.replace(",Stockholm,", ",Oslo,") })).changeCount).toBe(0);
  });

  it("makes an assistant of somebody who has an account, and keeps it", async () => {
    await testDb().user.update({
      where: { id: ctx.actor.userId },
      data: { passwordHash: "kept", name: "Anna Ek" },
    });
    await imported({ assistants: ASSISTANTS.replace("anna@x.se", "Manager@X.se") });
    const user = await testDb().user.findUniqueOrThrow({
      where: { email: "manager@x.se" },
      include: { assistant: true },
    });
    expect(user).toMatchObject({ passwordHash: "kept", assistant: { seniority: "senior" } });
  });

  it("frees an assistant of covers in an absence that it approves", async () => {
    await imported(FILES);
    const { id: executiveId } = await testDb().executive.findFirstOrThrow();
    const { id: assistantId } = await testDb().assistant.findFirstOrThrow({
      where: { user: { email: "bo@x.se" } },
    });
    const cover = await createCover(testDb(), { executiveId, assistantId });
    await imported({ absences: `${ABSENCES}bo@x.se,sick,2026-08-18,,2026-08-18,,approved\n` });
    expect(await testDb().coverageAssignment.findUniqueOrThrow({ where: { id: cover.id } })).toMatchObject({
      status: "released",
    });
    expect(await testDb().coverageAssignment.count({ where: { assistantId, status: "confirmed" } })).toBe(2);
  });
});

/** The same fields parted by semicolons, each quoted, with Windows' line ends. */
function inSemicolons(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,|^)(?=,|$)/g)]
        .map((m) => `"${m[1] ?? m[2] ?? ""}"`)
        .join(";"),
    )
    .join("\r\n");
}
