import "server-only";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import type { CefrLevel } from "@/lib/assistants/schema";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { ChangedByAnother } from "@/lib/errors";
import { type Day, dayToDate } from "@/lib/time/day";
import type { CoverLevel } from "./schema";

/** An executive to be made, or changed where one is known by id and version. */
export type WrittenExecutive = {
  known: { id: string; version: number } | null;
  userId: string;
  fields: {
    poolId: string;
    title: string;
    department: string;
    tier: number;
    site: string;
    phone: string;
    onsite: boolean;
    leavesOn: Day | null;
  };
  duties: readonly {
    dutyId: string;
    minutesPerDay: number;
    minProficiency: number;
    coverLevel: CoverLevel;
  }[];
  languages: readonly { language: string; level: CefrLevel | null }[];
};

/** Makes and changes executives with their duties and languages, in sets; new ones are supported in standard hours. Returns each one's id by their account. */
export async function writeExecutives(
  tx: Ctx,
  rows: readonly WrittenExecutive[],
): Promise<Map<string, string>> {
  const ids = new Map(rows.flatMap(({ known, userId }) => (known ? [[userId, known.id] as const] : [])));
  const madeIds: string[] = [];
  await inChunks(
    rows.filter((row) => row.known === null),
    async (some) => {
      const created = await tx.db.executive.createManyAndReturn({
        data: some.map(({ fields, userId }) => ({ ...columnsOf(fields), userId, createdAt: tx.now })),
        select: { id: true, userId: true },
      });
      for (const { id, userId } of created) ids.set(userId, id);
      madeIds.push(...created.map((row) => row.id));
    },
  );
  await writeStandardSupportHours(tx, madeIds);
  for (const { known, fields } of rows) {
    if (!known) continue;
    const { count } = await tx.db.executive.updateMany({
      where: { id: known.id, version: known.version },
      data: { ...columnsOf(fields), version: { increment: 1 } },
    });
    if (count === 0) throw new ChangedByAnother();
  }
  await replaceNeeds(tx, rows, ids);
  return ids;
}

function columnsOf({ leavesOn, ...fields }: WrittenExecutive["fields"]) {
  return { ...fields, leavesOn: leavesOn && dayToDate(leavesOn) };
}

/** The same week for thousands of executives is left to PostgreSQL to multiply. */
async function writeStandardSupportHours(tx: Ctx, executiveIds: string[]): Promise<void> {
  await tx.db.$executeRaw`
    INSERT INTO support_hours (executive_id, weekday, starts_at_minute, ends_at_minute)
    SELECT executive_id, weekday, "startsAtMinute", "endsAtMinute"
    FROM unnest(${executiveIds}::uuid[]) AS executive_id,
      jsonb_to_recordset(${JSON.stringify(STANDARD_WEEK)}::jsonb)
        AS week (weekday smallint, "startsAtMinute" int, "endsAtMinute" int)`;
}

async function replaceNeeds(
  tx: Ctx,
  rows: readonly WrittenExecutive[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const knownIds = rows.flatMap((row) => row.known?.id ?? []);
  await inChunks(knownIds, async (some) => {
    const where = { executiveId: { in: some } };
    await tx.db.dutyRequirement.deleteMany({ where });
    await tx.db.executiveLanguage.deleteMany({ where });
  });
  const withId = rows.flatMap((row) => {
    const executiveId = ids.get(row.userId);
    return executiveId ? [{ ...row, executiveId }] : [];
  });
  const duties = withId.flatMap(({ executiveId, duties }) => duties.map((one) => ({ ...one, executiveId })));
  await inChunks(duties, (some) => tx.db.dutyRequirement.createMany({ data: some }));
  const languages = withId.flatMap(({ executiveId, languages }) =>
    languages.map((one) => ({ ...one, executiveId })),
  );
  await inChunks(languages, (some) => tx.db.executiveLanguage.createMany({ data: some }));
}
