import { asManager, getPerson } from "@/lib/auth/person";
import { createDb } from "@/lib/db";
import { importOffice } from "@/lib/imports/service";
import { addDays, day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { migrate } from "@/prisma/tooling/migrate";
import { startScratchDatabase } from "@/prisma/tooling/scratch";
import { makeOfficeCsv } from "../support/office-csv";

const database = await startScratchDatabase();
try {
  await migrate(database);
  const db = createDb(database.appUrl);
  const { id } = await db.user.create({ data: { email: "manager@office.example", name: "Manager" } });
  await db.pool.create({
    data: {
      name: "Stockholm",
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      managers: { create: { userId: id } },
    },
  });
  const files = makeOfficeCsv({
    assistants: 1_000,
    executives: 2_500,
    absencesOfEach: 82,
    from: day("2023-01-01"),
    awayFrom: addDays(dayIn("UTC", new Date()), -800),
  });
  const changed = {
    ...files,
    assistants: files.assistants.replaceAll("HQ", "City"),
    executives: files.executives.replaceAll("HQ", "City"),
  };
  const poolDefaults = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };
  for (const [name, given, dryRun] of [
    ["dry run", files, true],
    ["import", files, false],
    ["the same again", files, false],
    ["half of them changed", changed, false],
  ] as const) {
    const person = await getPerson(db, id, new Date());
    const actor = person && asManager(person);
    if (!actor) throw new Error("the bench has no manager");
    const start = performance.now();
    const input = { files: given, dryRun, poolDefaults, asRequested: true };
    const answer = await importOffice({ actor, db, now: new Date() }, input);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    if (!answer.ok) throw new Error(answer.reason);
    const { changeCount, warningCount, faultCount, faults } = answer.value;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
    console.log(
      `${name}: ${seconds} s, ${megabytes} MB at most, ${changeCount} changes, ${warningCount} notes, ${faultCount} faults`,
      faults.slice(0, 3),
    );
  }
  await db.$disconnect();
} finally {
  await database.stop();
}
process.exit();
