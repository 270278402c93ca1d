import "server-only";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { ChangedByAnother } from "@/lib/errors";
import { type Day, dayToDate } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import type { CefrLevel, Seniority } from "./schema";
import { changeHours } from "./service-hours";
import { replaceSkills } from "./service-skills";

/** An assistant to be made, or changed where one is known by id and version. */
export type WrittenAssistant = {
  known: { id: string; version: number } | null;
  userId: string;
  fields: {
    poolId: string;
    site: string;
    phone: string;
    seniority: Seniority;
    ftePercent: number;
    hiredOn: Day | null;
    leavesOn: Day | null;
  };
  /** The week's hours, of known people from today on; null where they stay as they are. */
  hours: readonly WeekdayHours[] | null;
  skills: readonly { dutyId: string; proficiency: number }[];
  languages: readonly { language: string; level: CefrLevel }[];
};

/** Makes and changes assistants with their hours, skills and languages, in sets; returns each one's id by their account. */
export async function writeAssistants(
  tx: Ctx,
  rows: readonly WrittenAssistant[],
): Promise<Map<string, string>> {
  const ids = new Map(rows.flatMap(({ known, userId }) => (known ? [[userId, known.id] as const] : [])));
  const made = rows.filter((row) => row.known === null);
  await inChunks(made, async (some) => {
    const created = await tx.db.assistant.createManyAndReturn({
      data: some.map(({ fields, userId }) => ({ ...columnsOf(fields), userId, createdAt: tx.now })),
      select: { id: true, userId: true },
    });
    for (const { id, userId } of created) ids.set(userId, id);
  });
  for (const { known, fields } of rows) {
    if (!known) continue;
    const { count } = await tx.db.assistant.updateMany({
      where: { id: known.id, version: known.version },
      data: { ...columnsOf(fields), version: { increment: 1 } },
    });
    if (count === 0) throw new ChangedByAnother();
  }
  const withId = rows.flatMap((row) => {
    const assistantId = ids.get(row.userId);
    return assistantId ? [{ ...row, assistantId }] : [];
  });
  await writeHours(tx, withId);
  const byImport = { source: "import", on: daysOnEarth(tx.now).from } as const;
  await replaceSkills(tx, withId, byImport);
  await replaceLanguages(tx, withId);
  return ids;
}

function columnsOf({ hiredOn, leavesOn, ...fields }: WrittenAssistant["fields"]) {
  return { ...fields, hiredOn: hiredOn && dayToDate(hiredOn), leavesOn: leavesOn && dayToDate(leavesOn) };
}

type KnownRow = WrittenAssistant & { assistantId: string };

async function writeHours(tx: Ctx, rows: readonly KnownRow[]): Promise<void> {
  const made = rows
    .filter((row) => row.known === null)
    .flatMap(({ assistantId, hours }) => (hours ?? []).map((one) => ({ ...one, assistantId })));
  await inChunks(made, (some) => tx.db.workingPattern.createMany({ data: some }));
  const pools = await tx.db.pool.findMany({
    where: { id: { in: [...new Set(rows.map(({ fields }) => fields.poolId))] } },
    select: { id: true, timeZone: true },
  });
  const todayOf = new Map(pools.map(({ id, timeZone }) => [id, dayIn(timeZone, tx.now)]));
  const changes = rows.flatMap(({ known, hours, assistantId, fields }) => {
    const today = todayOf.get(fields.poolId);
    return known && hours && today ? [{ assistantId, hours, from: null, today }] : [];
  });
  await changeHours(tx, changes);
}

async function replaceLanguages(tx: Ctx, rows: readonly KnownRow[]): Promise<void> {
  await inChunks(
    rows.filter((row) => row.known),
    async (some) => {
      const where = { assistantId: { in: some.map((row) => row.assistantId) } };
      await tx.db.assistantLanguage.deleteMany({ where });
    },
  );
  const languages = rows.flatMap(({ assistantId, languages }) =>
    languages.map((one) => ({ ...one, assistantId })),
  );
  await inChunks(languages, (some) => tx.db.assistantLanguage.createMany({ data: some }));
}
