import "server-only";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { type Day, dayToDate } from "@/lib/time/day";
import { differingSkills, raisedSkills, type SkillDifference, takenBackSkills } from "./rules-skills";

type Source = "manager" | "training" | "correction" | "import";
type Why = { source: Source; on: Day; enrolmentId?: string };
type PersonSkills = { assistantId: string; skills: readonly { dutyId: string; proficiency: number }[] };

/** Replaces all levels of some assistants, and keeps what became of each. */
export async function replaceSkills(tx: Ctx, people: readonly PersonSkills[], why: Why): Promise<void> {
  await inChunks(people, async (some) => {
    const before = await levelsOf(
      tx,
      some.map(({ assistantId }) => assistantId),
    );
    const changes = some.flatMap(({ assistantId, skills }) => {
      const after = new Map(skills.map(({ dutyId, proficiency }) => [dutyId, proficiency]));
      const differing = differingSkills(before.get(assistantId) ?? new Map(), after);
      return differing.map((one) => ({ assistantId, ...one }));
    });
    await writeSkills(tx, changes, why);
  });
}

async function levelsOf(
  { db }: Ctx,
  assistantIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const rows = await db.assistantSkill.findMany({ where: { assistantId: { in: [...assistantIds] } } });
  const levels = new Map<string, Map<string, number>>();
  for (const { assistantId, dutyId, proficiency } of rows)
    levels.set(assistantId, (levels.get(assistantId) ?? new Map()).set(dutyId, proficiency));
  return levels;
}

/** Writes other levels with their history; nothing where nothing differs. */
async function writeSkills(
  tx: Ctx,
  changes: readonly (SkillDifference & { assistantId: string })[],
  { source, on, enrolmentId }: Why,
): Promise<void> {
  await inChunks(changes, async (some) => {
    await tx.db.assistantSkill.deleteMany({
      where: { OR: some.map(({ assistantId, dutyId }) => ({ assistantId, dutyId })) },
    });
    await tx.db.assistantSkill.createMany({
      data: some.flatMap(({ assistantId, dutyId, to }) =>
        to === null ? [] : [{ assistantId, dutyId, proficiency: to }],
      ),
    });
    await tx.db.skillChange.createMany({
      data: some.map(({ assistantId, dutyId, from, to }) => ({
        ...{ assistantId, dutyId, fromLevel: from, toLevel: to, source },
        on: dayToDate(on),
        enrolmentId: enrolmentId ?? null,
        byId: tx.actor.userId,
        at: tx.now,
      })),
    });
  });
}

function ofPerson(assistantId: string, differences: readonly SkillDifference[]) {
  return differences.map((one) => ({ assistantId, ...one }));
}

type Attended = { assistantId: string; enrolmentId: string; on: Day };

/** Raises a person's levels to what an attended course grants, never lowers one; answers what is another. */
export async function raiseSkills(
  tx: Ctx,
  { assistantId, grants, ...attended }: Attended & { grants: readonly { dutyId: string; level: number }[] },
): Promise<SkillDifference[]> {
  const held = (await levelsOf(tx, [assistantId])).get(assistantId) ?? new Map<string, number>();
  const raised = raisedSkills(held, grants);
  await writeSkills(tx, ofPerson(assistantId, raised), { source: "training", ...attended });
  return raised;
}

/** Takes back what an attendance gave that no longer counts, unless the level was changed since; answers what is another. */
export async function takeBackSkills(
  tx: Ctx,
  { assistantId, enrolmentId, on }: Attended,
): Promise<SkillDifference[]> {
  const rows = await tx.db.skillChange.findMany({
    where: { assistantId },
    select: { dutyId: true, enrolmentId: true, fromLevel: true, toLevel: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const history = rows.map(({ fromLevel, toLevel, ...row }) => ({ ...row, from: fromLevel, to: toLevel }));
  const back = takenBackSkills(history, enrolmentId);
  await writeSkills(tx, ofPerson(assistantId, back), { source: "correction", on, enrolmentId });
  return back;
}
