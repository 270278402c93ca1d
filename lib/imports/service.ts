import "server-only";
import type { Manager } from "@/lib/actor";
import { writeAssistants } from "@/lib/assistants/service-rows";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { ChangedByAnother, sqlStateOf } from "@/lib/errors";
import { writeExecutives } from "@/lib/executives/service-rows";
import { importAudit } from "@/lib/imports/audit";
import { type OfficePlan, planOffice } from "@/lib/imports/plan/rules";
import type { KnownOffice } from "@/lib/imports/plan/rules-office";
import { addressesOf } from "@/lib/imports/sheets/queries";
import { readSheets } from "@/lib/imports/worker/read";
import { isHolidayRegion } from "@/lib/pools/queries-holidays";
import { CreatePoolInput } from "@/lib/pools/schema";
import { writePool } from "@/lib/pools/service";
import { writeDuties } from "@/lib/pools/service-rows";
import { ok, type Result, refuse } from "@/lib/result";
import { TIME_LIMITS } from "@/lib/time-limits";
import { loadKnownOffice } from "./queries";
import { IMPORT_FILES, type ImportOfficeInput, type ImportReport, type PoolDefaults } from "./schema";
import { writeAbsences, writeSupport } from "./service-claims";
import { assistantRowsOf, executiveRowsOf, writeAccounts } from "./service-people";
import { reportOf } from "./service-report";

type ImportRefusal = "no_files" | "unknown_holiday_region" | "import_outdated" | "import_too_large";

const CONSTRAINT_STATES = new Set(["23505", "23P01", "23503", "23514"]);

/**
 * Makes an office of files, all of it or, when anything in them is at fault, nothing; a dry run only tells.
 * Records are known by e-mail, pair, role, type and first day, so that the same files again change nothing; none is deleted.
 */
export async function importOffice(
  ctx: Ctx<Manager>,
  input: ImportOfficeInput,
): Promise<Result<ImportReport, ImportRefusal>> {
  const { files, dryRun, poolDefaults } = input;
  if (IMPORT_FILES.every((file) => files[file] === undefined)) return refuse("no_files");
  if (!isHolidayRegion(poolDefaults.holidayRegion))
    return refuse("unknown_holiday_region", { path: "holidayRegion" });
  const sheets = await readSheets(files);
  if (!sheets.ok) return sheets;
  const read = sheets.value;
  return refusingRaces(() =>
    inTransaction(
      ctx,
      async (tx) => {
        const office = await loadKnownOffice(tx, addressesOf(read.rows));
        const plan = planOffice(read.rows, office);
        const isSound = read.faults.length + plan.faults.length === 0;
        if (dryRun || !isSound) return ok(reportOf(read, plan, false));
        const report = reportOf(read, plan, true);
        if (report.changeCount > 0) await write(tx, plan, office, poolDefaults, report);
        return ok(report);
      },
      TIME_LIMITS.batch,
    ),
  );
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

async function write(
  tx: Ctx<Manager>,
  plan: OfficePlan,
  office: KnownOffice,
  poolDefaults: PoolDefaults,
  report: ImportReport,
): Promise<void> {
  const people = [...office.people.values()];
  const poolIds = await writePools(tx, plan, office, poolDefaults);
  await writeDuties(tx, plan.newDuties);
  const userIds = await writeAccounts(tx, plan, new Map(people.map((one) => [one.email, one.userId])));
  const assistants = await writeAssistants(tx, assistantRowsOf(plan, userIds, poolIds));
  const executives = await writeExecutives(tx, executiveRowsOf(plan, userIds, poolIds));
  const assistantId = (email: string) =>
    assistants.get(userIds.get(email) ?? "") ?? office.people.get(email)?.assistant?.id ?? "";
  const executiveId = (email: string) =>
    executives.get(userIds.get(email) ?? "") ?? office.people.get(email)?.executive?.id ?? "";
  await writeSupport(tx, plan, { assistantId, executiveId });
  const releasedCovers = await writeAbsences(tx, plan, assistantId);
  await auditImport(tx, report, releasedCovers);
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
