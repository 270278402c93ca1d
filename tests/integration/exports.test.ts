import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { exportAuditLog } from "@/lib/accounts/service-audit-file";
import type { Manager } from "@/lib/actor";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locales";
import type { ExportFormat } from "@/lib/imports/export/schema";
import { exportOffice } from "@/lib/imports/export/service";
import { IMPORT_FILES, type OfficeFiles } from "@/lib/imports/schema";
import { asAdministratorOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser } from "../support/factories/accounts";
import { ASSISTANTS, createEmptyPools, EXECUTIVES, FILES, importFiles } from "../support/offices/imports";

let ctx: Ctx<Manager>;

const PEOPLE = `${ASSISTANTS}"=Cia Berg",cia@x.se,Stockholm,HQ,,1,"Mon-Wed;Fri 9:00-13:00",8:00,16:30,,
Dan Ek,dan@x.se,Stockholm,,,1,none,8:00,17:00,,
`;

beforeEach(async () => {
  ctx = await createEmptyPools();
  const executives = EXECUTIVES.replace("languages\n", "languages,phone\n").replace(
    ",sv\n",
    ",sv,+46 8 123\n",
  );
  const report = await importFiles(ctx, { ...FILES, assistants: PEOPLE, executives });
  expect(report.faults).toEqual([]);
  const anna = await testDb().assistant.findFirstOrThrow({ where: { user: { email: "anna@x.se" } } });
  const on = new Date("2026-08-20");
  await testDb().absence.create({
    data: {
      ...{ assistantId: anna.id, leaveTypeId: "other", status: "approved" },
      ...{ startOn: on, startPart: "am", endOn: on, endPart: "am", startMinute: 540, endMinute: 600 },
    },
  });
});

const as = (locale: Locale): Ctx<Manager> => ({ ...ctx, actor: { ...ctx.actor, locale } });

async function unpacked(format: ExportFormat, locale: Locale): Promise<Record<string, string>> {
  const file = await exportOffice(as(locale), format);
  if (!file.ok) throw new Error(file.reason);
  const entries = Object.entries(unzipSync(file.value.bytes));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("an exported office", () => {
  it.each([
    ["csv", "en"],
    ["csv", "sv"],
    ["json", "sv"],
  ] as const)("changes nothing when it is imported again, as %s in %s", async (format, locale) => {
    const files = await unpacked(format, locale);
    const again: OfficeFiles = Object.fromEntries(
      IMPORT_FILES.map((name) => [name, files[`${name}.${format}`]]),
    );
    const report = await importFiles(as(locale), again);
    expect(report).toMatchObject({ applied: true, changeCount: 0, faults: [], warnings: [] });
    expect(report.files.assistants).toMatchObject({ rows: 4, unchanged: 4 });
    expect(report.files.absences).toMatchObject({ rows: 2, unchanged: 2 });
    expect(files[`hours_away.${format}`]).toContain("09:00");
    expect(files[`levels.${format}`]).toContain("anna@x.se");
  });

  it("is written as the reader's spreadsheets and words are, and no cell is a formula", async () => {
    const { "assistants.csv": swedish = "", "absences.csv": away = "" } = await unpacked("csv", "sv");
    expect(swedish).toContain('"mån-ons;fre 09:00-13:00";"08:00";"16:30"');
    expect(swedish).toContain(`"'=Cia Berg"`);
    expect(away).toContain('"godkänd"');
    const { "assistants.csv": english = "" } = await unpacked("csv", "en");
    expect(english).toContain('"Mon-Wed;Fri 09:00-13:00","08:00","16:30"');
  });

  it("is one workbook with a sheet for each table", async () => {
    const workbook = await unpacked("xlsx", "en");
    expect(workbook["xl/workbook.xml"]).toMatch(/assistants.*executives.*support.*absences.*requests/s);
    expect(Object.values(workbook).join("")).toContain("=Cia Berg");
  });

  it("changes nothing when its one workbook is imported again, as any of the four files", async () => {
    const file = await exportOffice(as("sv"), "xlsx");
    if (!file.ok) throw new Error(file.reason);
    const report = await importFiles(as("sv"), { support: file.value.bytes });
    expect(report).toMatchObject({ applied: true, changeCount: 0, faults: [], warnings: [] });
    expect(report.files.assistants).toMatchObject({ rows: 4, unchanged: 4 });
    expect(report.files.absences).toMatchObject({ rows: 2, unchanged: 2 });
  });

  it("is for who has just shown that it is they, of their own pools alone, and is written down", async () => {
    const away = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const unproven = { ...ctx, actor: { ...ctx.actor, session: away } };
    expect(await exportOffice(unproven, "csv")).toMatchObject({ reason: "proof_needed" });
    const paris = await testDb().pool.findFirstOrThrow({ where: { name: "Paris" } });
    const { id } = await createUser(testDb(), { email: "stranger@x.se" });
    await testDb().assistant.create({ data: { userId: id, poolId: paris.id } });
    expect(Object.values(await unpacked("json", "en")).join("")).not.toContain("stranger");
    const last = await testDb().auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ action: "office.exported", data: { format: "json", rows: { support: 2 } } });
  });
});

describe("the audit log as a file", () => {
  it("has a line for each row that the filter finds, and is itself written down", async () => {
    const root = await createUser(testDb(), { email: "root@x.se", isAdministrator: true });
    const admin = await asAdministratorOf(root.id);
    const words = {
      headings: ["No.", "What"],
      cellsOf: ({ seq, action }: { seq: string; action: string }) => [seq, action],
      separator: ";",
    };
    const reader = { actions: auditActionsSeenBy("administrators"), timeZone: "UTC" };
    const file = await exportAuditLog(admin, { what: "office.imported" }, words, reader);
    const lines: string[] = [];
    if (file.ok) for await (const some of file.value) lines.push(some);
    expect(lines.join("").split("\r\n").length).toBe(3);
    expect(lines.join("")).toContain('"office.imported"');
    const away = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const unproven = { ...admin, actor: { ...admin.actor, session: away } };
    expect(await exportAuditLog(unproven, {}, words, reader)).toMatchObject({ reason: "proof_needed" });
    expect(await testDb().auditEvent.count({ where: { action: "audit_log.exported" } })).toBe(1);
  });
});
