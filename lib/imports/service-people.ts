import "server-only";
import type { Manager } from "@/lib/actor";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import type { Ctx } from "@/lib/context";
import { isChange, type OfficePlan, type PersonWish, type Planned } from "@/lib/imports/plan/rules";
import type { AssistantRecord, ExecutiveRecord } from "@/lib/imports/plan/rules-office";
import { inChunks, MeanwhileChanged } from "./service-chunks";

type Ids = ReadonlyMap<string, string>;

/** Invites the new accounts and corrects names; answers every account's id by its address. */
export async function writeAccounts(tx: Ctx<Manager>, plan: OfficePlan, known: Ids): Promise<Ids> {
  const userIds = new Map(known);
  await inChunks(plan.newAccounts, async (some) => {
    const rows = await tx.db.user.createManyAndReturn({
      data: some.map(({ email, name }) => ({ email, name, locale: tx.actor.locale, createdAt: tx.now })),
      select: { id: true, email: true },
    });
    for (const { id, email } of rows) userIds.set(email, id);
  });
  for (const { userId, name } of plan.renamed) {
    await tx.db.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
  }
  return userIds;
}

/** Makes and changes assistants with their hours, skills and languages; answers the new ones' ids by address. */
export async function writeAssistants(
  tx: Ctx<Manager>,
  plan: OfficePlan,
  userIds: Ids,
  poolIds: Ids,
): Promise<Ids> {
  const made = plan.assistants.filter((one) => one.known === null);
  const ids = new Map<string, string>();
  await inChunks(made, async (some) => {
    const rows = await tx.db.assistant.createManyAndReturn({
      data: some.map(({ wanted: { email, record } }) => ({
        ...assistantFields(record, poolIds),
        userId: idOf(userIds, email),
        createdAt: tx.now,
      })),
      select: { id: true, user: { select: { email: true } } },
    });
    for (const { id, user } of rows) ids.set(user.email, id);
  });
  const changed = changedOf(plan.assistants);
  for (const { known, wanted } of changed) {
    const { count } = await tx.db.assistant.updateMany({
      where: { id: known.id, version: known.version },
      data: { ...assistantFields(wanted.record, poolIds), version: { increment: 1 } },
    });
    if (count === 0) throw new MeanwhileChanged();
  }
  await writeHours(tx, made, changed, ids);
  await writeSkills(tx, made, changed, ids);
  return ids;
}

function assistantFields({ pool, site, seniority, ftePercent }: AssistantRecord, poolIds: Ids) {
  return { poolId: idOf(poolIds, pool), site, seniority, ftePercent };
}

type Made<T> = Planned<PersonWish<T>>;
type Changed<T> = Made<T> & { known: { id: string; version: number } };

function changedOf<T>(planned: readonly Made<T>[]): Changed<T>[] {
  return planned.filter((one): one is Changed<T> => one.known !== null && isChange(one));
}

async function writeHours(
  tx: Ctx,
  made: readonly Made<AssistantRecord>[],
  changed: readonly Changed<AssistantRecord>[],
  ids: Ids,
): Promise<void> {
  const corrected = changed.filter((one) => one.columns.includes("working_days"));
  await inChunks(corrected, (some) =>
    tx.db.workingPattern.deleteMany({ where: { assistantId: { in: some.map((one) => one.known.id) } } }),
  );
  const rows = [...made, ...corrected].flatMap(({ known, wanted }) =>
    wanted.record.hours.map((hours) => ({ ...hours, assistantId: known?.id ?? idOf(ids, wanted.email) })),
  );
  await inChunks(rows, (some) => tx.db.workingPattern.createMany({ data: some }));
}

async function writeSkills(
  tx: Ctx,
  made: readonly Made<AssistantRecord>[],
  changed: readonly Changed<AssistantRecord>[],
  ids: Ids,
): Promise<void> {
  await inChunks(changed, async (some) => {
    const where = { assistantId: { in: some.map((one) => one.known.id) } };
    await tx.db.assistantSkill.deleteMany({ where });
    await tx.db.assistantLanguage.deleteMany({ where });
  });
  const people = [...made, ...changed].map(({ known, wanted: { email, record } }) => ({
    assistantId: known?.id ?? idOf(ids, email),
    ...record,
  }));
  const skills = people.flatMap((one) =>
    one.skills.map((skill) => ({ ...skill, assistantId: one.assistantId })),
  );
  await inChunks(skills, (some) => tx.db.assistantSkill.createMany({ data: some }));
  const spoken = people.flatMap((one) => one.languages.map((l) => ({ ...l, assistantId: one.assistantId })));
  await inChunks(spoken, (some) => tx.db.assistantLanguage.createMany({ data: some }));
}

/** Makes and changes executives with their duties and languages; new ones are supported in standard hours. */
export async function writeExecutives(
  tx: Ctx<Manager>,
  plan: OfficePlan,
  userIds: Ids,
  poolIds: Ids,
): Promise<Ids> {
  const made = plan.executives.filter((one) => one.known === null);
  const ids = new Map<string, string>();
  await inChunks(made, async (some) => {
    const rows = await tx.db.executive.createManyAndReturn({
      data: some.map(({ wanted: { email, record } }) => ({
        ...executiveFields(record, poolIds),
        userId: idOf(userIds, email),
        createdAt: tx.now,
      })),
      select: { id: true, user: { select: { email: true } } },
    });
    for (const { id, user } of rows) ids.set(user.email, id);
  });
  await writeStandardSupportHours(tx, [...ids.values()]);
  const changed = changedOf(plan.executives);
  for (const { known, wanted } of changed) {
    const { count } = await tx.db.executive.updateMany({
      where: { id: known.id, version: known.version },
      data: { ...executiveFields(wanted.record, poolIds), version: { increment: 1 } },
    });
    if (count === 0) throw new MeanwhileChanged();
  }
  await writeNeeds(tx, made, changed, ids);
  return ids;
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

function executiveFields(record: ExecutiveRecord, poolIds: Ids) {
  const { pool, title, department, tier, site, onsite } = record;
  return { poolId: idOf(poolIds, pool), title, department, tier, site, onsite };
}

async function writeNeeds(
  tx: Ctx,
  made: readonly Made<ExecutiveRecord>[],
  changed: readonly Changed<ExecutiveRecord>[],
  ids: Ids,
): Promise<void> {
  await inChunks(changed, async (some) => {
    const where = { executiveId: { in: some.map((one) => one.known.id) } };
    await tx.db.dutyRequirement.deleteMany({ where });
    await tx.db.executiveLanguage.deleteMany({ where });
  });
  const people = [...made, ...changed].map(({ known, wanted: { email, record } }) => ({
    executiveId: known?.id ?? idOf(ids, email),
    ...record,
  }));
  const needs = people.flatMap((one) =>
    one.duties.map((need) => ({ ...need, executiveId: one.executiveId })),
  );
  await inChunks(needs, (some) => tx.db.dutyRequirement.createMany({ data: some }));
  const languages = people.flatMap((one) =>
    one.languages.map((l) => ({ ...l, executiveId: one.executiveId })),
  );
  await inChunks(languages, (some) => tx.db.executiveLanguage.createMany({ data: some }));
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error("an import wants to write about somebody it has not made");
  return id;
}
