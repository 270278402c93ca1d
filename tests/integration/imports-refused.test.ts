import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { OfficeFiles } from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { testDb } from "../support/database";
import { makeOfficeCsv } from "../support/office-csv";
import {
  ABSENCES,
  ASSISTANTS,
  countRows,
  createEmptyPools,
  EXECUTIVES,
  FILES,
  importFiles,
  POOL_DEFAULTS,
} from "../support/offices/imports";

let ctx: Ctx<Manager>;

beforeEach(async () => {
  ctx = await createEmptyPools();
});

const imported = (files: OfficeFiles, dryRun = false) => importFiles(ctx, files, dryRun);

describe("an import changes nothing", () => {
  it("on a dry run, which tells the same", async () => {
    const before = await countRows();
    const report = await imported(FILES, true);
    expect(await countRows()).toBe(before);
    expect(report).toEqual({ ...(await imported(FILES)), applied: false });
  });

  it("when one line of one file has a fault, and names every fault", async () => {
    const before = await countRows();
    const report = await imported({
      ...FILES,
      assistants: ASSISTANTS.replace("calendar:4;board", "calendar:9;board"),
      absences: `${ABSENCES}nobody@x.se,sick,2026-08-18,,2026-08-18,,approved\n`,
    });
    expect(report).toMatchObject({ applied: false, faultCount: 2 });
    expect(report.faults.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ["assistants", 2, "skills", "not_a_skill"],
      ["absences", 4, "assistant_email", "unknown_assistant"],
    ]);
    expect(await countRows()).toBe(before);
  });

  it("in a pool of others, nor about its people", async () => {
    const paris = await testDb().pool.findUniqueOrThrow({ where: { name: "Paris" } });
    await testDb().assistant.create({
      data: {
        pool: { connect: { id: paris.id } },
        user: { create: { email: "anna@x.se", name: "Anna Ek" } },
      },
    });
    const report = await imported({ ...FILES, executives: EXECUTIVES.replace(",Stockholm,", ",Paris,") });
    expect(report.faults.map((fault) => fault.code)).toEqual(["person_elsewhere", "pool_elsewhere"]);
    const alone = await imported({ absences: ABSENCES.split("\n").slice(0, 2).join("\n") });
    expect(alone.faults.map((fault) => fault.code)).toEqual(["unknown_assistant"]);
    expect(alone.files.absences).toEqual({ rows: 1, created: 0, updated: 0, unchanged: 0 });
    expect(alone).toMatchObject({ changeCount: 0, changes: [] });
  });

  it("against what is there: a primary, an absence", async () => {
    await imported(FILES);
    const report = await imported({
      support: "executive_email,assistant_email,role,from,to\nerik@x.se,bo@x.se,primary,2027-01-01,\n",
      absences:
        "assistant_email,type,from,from_part,to,to_part,status\nanna@x.se,sick,2026-08-12,,2026-08-12,,approved\n",
    });
    expect(report.faults.map((fault) => fault.code)).toEqual([
      "named_twice_existing",
      "primary_overlaps_existing",
      "absence_overlaps_existing",
    ]);
  });

  it("without a file, or with a region that has no holiday calendar", async () => {
    const ask = (files: OfficeFiles, holidayRegion: string) =>
      importOffice(ctx, { files, dryRun: true, poolDefaults: { ...POOL_DEFAULTS, holidayRegion } });
    expect(await ask({}, "SE")).toMatchObject({ ok: false, reason: "no_files" });
    expect(await ask(FILES, "XX")).toMatchObject({
      ok: false,
      reason: "unknown_holiday_region",
      path: "holidayRegion",
    });
  });
});

it("two imports at once make one office, and a slower one is told", async () => {
  const files = makeOfficeCsv({ assistants: 10, executives: 20 });
  const ask = () =>
    importOffice(ctx, { files, dryRun: false, poolDefaults: POOL_DEFAULTS, asRequested: true });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.filter((answer) => answer.ok).length).toBeGreaterThanOrEqual(1);
  for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("import_outdated");
  expect(await testDb().assistant.count()).toBe(10);
  expect(await testDb().auditEvent.count({ where: { action: "office.imported" } })).toBe(
    answers.filter((answer) => answer.ok).length,
  );
});
