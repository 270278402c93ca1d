import "server-only";
import type { Manager } from "@/lib/actor";
import { writeAssistants } from "@/lib/assistants/service-rows";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isHolidayRegion } from "@/lib/days-off";
import { ChangedByAnother, sqlStateOf } from "@/lib/errors";
import { writeExecutives } from "@/lib/executives/service-rows";
import { importAudit } from "@/lib/imports/audit";
import { isChange, type OfficePlan, planOffice } from "@/lib/imports/plan/rules";
import type { KnownOffice } from "@/lib/imports/plan/rules-office";
import { addressesOf } from "@/lib/imports/sheets/queries";
import { readSheets } from "@/lib/imports/worker/read";
import { CreatePoolInput } from "@/lib/pools/schema";
import { writePool } from "@/lib/pools/service";
import { writeDuties } from "@/lib/pools/service-rows";
import { ok, type Result, refuse } from "@/lib/result";
import { TIME_LIMITS } from "@/lib/time-limits";
import { giveSeatsBackOnLeaving } from "@/lib/training/enrolments/service-leavers";
import { loadKnownOffice } from "./queries";
import { inLanguageOf, type ReadInLanguage } from "./queries-language";
import { checkAbsences } from "./queries-leave";
import { IMPORT_FILES, type ImportOfficeInput, type ImportReport, type PoolDefaults } from "./schema";
import { writeAbsences, writeSupport } from "./service-claims";
import { assistantRowsOf, executiveRowsOf, writeAccounts } from "./service-people";
import { reportOf, withLeave, withoutFaultyLines } from "./service-report";
import { keepImport } from "./undo/service-keeping";

type ImportRefusal = "no_files" | "unknown_holiday_region" | "import_outdated" | "import_too_large";

const CONSTRAINT_STATES = new Set(["23505", "23P01", "23503", "23514"]);

/**
 * Makes an office of files, all of it or, when anything in them is at fault, nothing; a dry run does it too and takes it
 * back. Records are known by e-mail, pair, role, type and days, so that the same files again change nothing; none is deleted.
 */
export async function importOffice(
  ctx: Ctx<Manager>,
  input: ImportOfficeInput,
): Promise<Result<ImportReport, ImportRefusal>> {
  const { files, poolDefaults } = input;
  if (IMPORT_FILES.every((file) => files[file] === undefined)) return refuse("no_files");
  if (!isHolidayRegion(poolDefaults.holidayRegion))
    return refuse("unknown_holiday_region", { path: "holidayRegion" });
  const sheets = await readSheets(files);
  if (!sheets.ok) return sheets;
  const read = inLanguageOf(ctx.actor.locale, sheets.value);
  return refusingRaces(async () => {
    const { report } = await inTransaction(ctx, (tx) => importRead(tx, read, input), TIME_LIMITS.batch);
    return ok(report);
  });
}

/** Where nothing is to be applied, the answer undoes what was written to find out what it would do. */
async function importRead(
  tx: Ctx<Manager>,
  read: ReadInLanguage,
  { dryRun, poolDefaults, asRequested = false }: ImportOfficeInput,
): Promise<{ ok: boolean; report: ImportReport }> {
  const addresses = addressesOf(read.rows);
  const office = await loadKnownOffice(tx, addresses);
  const plan = planOffice(read.rows, office);
  const hasFaults = read.faults.length + plan.faults.length > 0;
  const isWritten = !hasFaults && (!dryRun || plan.absences.some(isChange));
  const { ctx, assistantId } = isWritten
    ? await writePeople(tx, plan, office, poolDefaults)
    : { ctx: tx, assistantId: (email: string) => managedIdOf(office, email) };
  const { absences } = withoutFaultyLines(plan, [...read.faults, ...plan.faults]);
  const leave = await checkAbsences(ctx, { absences }, { assistantId, asRequested, isDryRun: dryRun });
  const applied = !dryRun && !hasFaults && leave.faults.length === 0;
  const report = reportOf(read, withLeave(plan, leave), applied);
  if (!applied) return { ok: false, report };
  const releasedCovers = await writeAbsences(tx, leave.sound);
  if (report.changeCount > 0) await auditImport(tx, report, releasedCovers);
  await keepImport(ctx, office, { report, addresses });
  return { ok: true, report };
}

function managedIdOf({ people }: KnownOffice, email: string): string {
  const assistant = people.get(email)?.assistant;
  return assistant?.isManaged ? assistant.id : "";
}

async function refusingRaces(
  work: () => Promise<Result<ImportReport, ImportRefusal>>,
): Promise<Result<ImportReport, ImportRefusal>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChangedByAnother || CONSTRAINT_STATES.has(sqlStateOf(error) ?? ""))
      return refuse("import_outdated");
    throw error;
  }
}

/** Writes all but the absences; answers the id of each assistant by e-mail, and the manager with the pools made here. */
async function writePeople(
  tx: Ctx<Manager>,
  plan: OfficePlan,
  office: KnownOffice,
  poolDefaults: PoolDefaults,
): Promise<{ ctx: Ctx<Manager>; assistantId: (email: string) => string }> {
  const people = [...office.people.values()];
  const poolIds = await writePools(tx, plan, office, poolDefaults);
  await writeDuties(tx, plan.newDuties);
  const userIds = await writeAccounts(tx, plan, new Map(people.map((one) => [one.email, one.userId])));
  const assistants = await writeAssistants(tx, assistantRowsOf(plan, userIds, poolIds));
  await giveSeatsBackOnLeaving(tx, [...assistants.values()]);
  const executives = await writeExecutives(tx, executiveRowsOf(plan, userIds, poolIds));
  const assistantId = (email: string) =>
    assistants.get(userIds.get(email) ?? "") ?? office.people.get(email)?.assistant?.id ?? "";
  const executiveId = (email: string) =>
    executives.get(userIds.get(email) ?? "") ?? office.people.get(email)?.executive?.id ?? "";
  await writeSupport(tx, plan, { assistantId, executiveId });
  const made = plan.newPools.flatMap((name) => poolIds.get(name) ?? []);
  const actor = { ...tx.actor, managedPoolIds: [...tx.actor.managedPoolIds, ...made] };
  return { ctx: { ...tx, actor }, assistantId };
}

async function writePools(
  tx: Ctx<Manager>,
  { newPools }: OfficePlan,
  office: KnownOffice,
  poolDefaults: PoolDefaults,
): Promise<Map<string, string>> {
  const ids = new Map(office.pools.map((pool) => [pool.name, pool.id]));
  for (const name of newPools) {
    ids.set(name, await writePool(tx, CreatePoolInput.parse({ name, ...poolDefaults })));
  }
  return ids;
}

async function auditImport(
  tx: Ctx<Manager>,
  { files, newPools, newDuties }: ImportReport,
  releasedCovers: number,
): Promise<void> {
  await audit(
    tx,
    importAudit("office.imported", tx.actor.userId, { files, newPools, newDuties, releasedCovers }),
  );
}
