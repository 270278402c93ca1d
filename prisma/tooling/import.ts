import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { asManager, getPerson } from "@/lib/auth/person";
import { createDb } from "@/lib/db";
import { messages } from "@/lib/i18n/messages";
import { IMPORT_FILES, type ImportFault, type ImportReport, type OfficeFiles } from "@/lib/imports/schema";
import { importOffice } from "@/lib/imports/service";
import { runCommand } from "./command";
import { migrate } from "./migrate";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

const USAGE =
  "npm run import -- --dir FOLDER [--dry-run] [--as EMAIL] [--time-zone Europe/Stockholm] [--region SE]";
const DEMO_MANAGER = "manager@standby.example";
const FAULTS = 1;
const WRONG_USE = 2;

const words = createTranslator({ locale: "en-GB", messages: messages.en, namespace: "imports" });

type Order = { dir: string; isDryRun: boolean; as: string | undefined; timeZone: string; region: string };

function readOrder(): Order | null {
  try {
    const { values } = parseArgs({
      options: {
        dir: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        as: { type: "string" },
        "time-zone": { type: "string", default: "Europe/Stockholm" },
        region: { type: "string", default: "SE" },
      },
    });
    if (!values.dir) return null;
    const as = values.as?.trim().toLowerCase();
    return {
      dir: values.dir,
      isDryRun: values["dry-run"],
      as,
      timeZone: values["time-zone"],
      region: values.region,
    };
  } catch {
    return null;
  }
}

async function readFolder(dir: string): Promise<OfficeFiles> {
  const files: OfficeFiles = {};
  for (const name of IMPORT_FILES) {
    const content = await readFile(join(dir, `${name}.csv`)).catch(() => null);
    if (content) files[name] = content;
  }
  return files;
}

type Db = ReturnType<typeof createDb>;

async function findManager(db: Db, as: string | undefined) {
  const managers = await db.user.findMany({
    where: { managedPools: { some: {} }, disabledAt: null, ...(as && { email: as }) },
    select: { id: true, email: true },
    take: 50,
  });
  const chosen = managers.length === 1 ? managers[0] : managers.find((user) => user.email === DEMO_MANAGER);
  const person = chosen && (await getPerson(db, chosen.id));
  return person && asManager(person);
}

function tell(report: ImportReport, isDryRun: boolean): void {
  for (const [file, counts] of Object.entries(report.files)) {
    const { rows, created, updated, unchanged } = counts;
    console.log(`${file}.csv: ${rows} rows, ${created} new, ${updated} changed, ${unchanged} the same`);
  }
  if (report.newPools.length > 0) console.log(words("poolsAdded", { names: report.newPools.join(", ") }));
  if (report.newDuties.length > 0) console.log(words("dutiesAdded", { names: report.newDuties.join(", ") }));
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

function placeOf({ file, line, column }: Pick<ImportFault, "file" | "line" | "column">): string {
  return [`${file}.csv`, line !== null && `line ${line}`, column && `column ${column}`]
    .filter(Boolean)
    .join(", ");
}

async function importFolder(db: Db, order: Order): Promise<number> {
  const files = await readFolder(order.dir);
  if (Object.keys(files).length === 0) {
    console.error(
      `There is none of ${IMPORT_FILES.map((name) => `${name}.csv`).join(", ")} in ${order.dir}.`,
    );
    return WRONG_USE;
  }
  const actor = await findManager(db, order.as);
  if (!actor) {
    console.error(
      order.as ? `${order.as} manages no pool here.` : `Say which manager imports: --as EMAIL\n${USAGE}`,
    );
    return WRONG_USE;
  }
  console.error(`Importing as ${actor.email}.`);
  const poolDefaults = { timeZone: order.timeZone, holidayRegion: order.region };
  const answer = await importOffice(
    { actor, db, now: new Date() },
    { files, dryRun: order.isDryRun, poolDefaults },
  );
  if (!answer.ok) {
    console.error(words(`refusals.${answer.reason}`));
    return FAULTS;
  }
  tell(answer.value, order.isDryRun);
  return answer.value.faultCount > 0 ? FAULTS : 0;
}

await runCommand(async () => {
  const order = readOrder();
  if (!order) {
    console.error(`Say which folder holds the files: ${USAGE}`);
    process.exitCode = WRONG_USE;
    return;
  }
  const report = (line: string) => console.error(line);
  const database = await startDatabase({ ...readSettings(), report });
  const db = createDb(database.appUrl);
  try {
    await migrate(database.ownerUrl, report);
    process.exitCode = await importFolder(db, order);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
});
