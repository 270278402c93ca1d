import { createTranslator } from "use-intl/core";
import type { Manager } from "@/lib/actor";
import { asManager, getPerson } from "@/lib/auth/person";
import { createDb } from "@/lib/db";
import { messages } from "@/lib/i18n/messages";
import type { ImportFault, ImportReport, OfficeFiles } from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { runCommand } from "./command";
import { type ImportOrder, readFolder, readOrder, UsageError } from "./import-order";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

const DEMO_MANAGER = "manager@standby.example";
const FAULTS = 1;
const WRONG_USE = 2;

const words = createTranslator({ locale: "en-GB", messages: messages.en, namespace: "imports" });

type Db = ReturnType<typeof createDb>;

/** The manager who imports: the one that is named, the demo's, or the only one there is. */
async function requireManager(db: Db, as: string | undefined): Promise<Manager> {
  const managers = await db.user.findMany({
    where: { managedPools: { some: {} }, disabledAt: null, ...(as && { email: as }) },
    select: { id: true, email: true },
    orderBy: { email: "asc" },
    take: 20,
  });
  const chosen = managers.length === 1 ? managers[0] : managers.find((user) => user.email === DEMO_MANAGER);
  const person = chosen && (await getPerson(db, chosen.id, new Date()));
  const manager = person && asManager(person);
  if (manager) return manager;
  if (as) throw new UsageError(`${as} manages no pool here.`);
  throw new UsageError(
    managers.length > 0
      ? `Say who imports with --as EMAIL, one of ${managers.map((user) => user.email).join(", ")}.`
      : "No pool has a manager yet. Start Standby first: npm run demo, or npm start for an office of your own.",
  );
}

function tell(report: ImportReport, isDryRun: boolean): void {
  for (const [file, counts] of Object.entries(report.files)) {
    const { rows, created, updated, unchanged } = counts;
    console.log(`${file}.csv: ${rows} rows, ${created} new, ${updated} changed, ${unchanged} the same`);
  }
  if (report.newPools.length > 0) console.log(words("poolsAdded", { names: report.newPools.join(", ") }));
  if (report.newDuties.length > 0) console.log(words("dutiesAdded", { names: report.newDuties.join(", ") }));
  for (const { file, line, name, kind, columns } of report.changes) {
    const change = kind === "create" ? words("created") : words("changed", { columns: columns.join(", ") });
    console.log(`${file}.csv line ${line}: ${name} – ${change}`);
  }
  const shown = report.changes.length + report.newPools.length + report.newDuties.length;
  if (shown < report.changeCount) console.log(words("showing", { shown, count: report.changeCount }));
  for (const warning of report.warnings) {
    console.log(`${placeOf(warning)}: ${words(`warning.${warning.code}`, warning.values as never)}`);
  }
  for (const fault of report.faults) {
    const what = words(`fault.${fault.code}.what`, fault.values as never);
    const remedy = words(`fault.${fault.code}.remedy`, fault.values as never);
    console.log(`${placeOf(fault)}: ${what} → ${remedy}`);
  }
  if (report.faultCount > 0) console.log(words("faultTitle", { count: report.faultCount }));
  else if (isDryRun) console.log(words("readyTitle", { count: report.changeCount }));
  else console.log(words("doneTitle", { count: report.changeCount }));
}

function placeOf({ file, line, column, value }: Omit<ImportFault, "code" | "values">): string {
  const place = [`${file}.csv`, line !== null && ` line ${line}`, column && `, column ${column}`];
  return `${place.filter(Boolean).join("")}${value && `: "${value}"`}`;
}

async function importFiles(db: Db, order: ImportOrder, files: OfficeFiles): Promise<number> {
  const actor = await requireManager(db, order.as);
  console.error(`${order.isDryRun ? "Checking" : "Importing"} as ${actor.email}.`);
  const { isDryRun: dryRun, poolDefaults, asRequested } = order;
  const input = { files, dryRun, poolDefaults, asRequested };
  const answer = await importOffice({ actor, db, now: new Date() }, input);
  if (!answer.ok) {
    console.error(messages.en.refusals[answer.reason]);
    return FAULTS;
  }
  tell(answer.value, dryRun);
  return answer.value.faultCount > 0 ? FAULTS : 0;
}

async function run(): Promise<number> {
  const order = readOrder(process.argv.slice(2));
  const files = await readFolder(order.folder);
  const report = (line: string) => console.error(line);
  const database = await startDatabase({ ...readSettings(), report });
  const db = createDb(database.appUrl);
  try {
    await migrate(database, report);
    return await importFiles(db, order, files);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
}

await runCommand(async () => {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = WRONG_USE;
  }
});
