import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, dayOfColumn } from "@/lib/time/day";
import type { SkillChangeView } from "./schema-skills";

const MOST = 200;

/** What became of an assistant's levels, of one duty or of all, the latest first; for the assistant and whoever leads the pool. */
export async function listSkillChanges(
  ctx: Ctx<Person>,
  { assistantId, dutyId }: { assistantId: string; dutyId?: string | undefined },
): Promise<SkillChangeView[]> {
  const assistant = await ctx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true },
  });
  const isKnown =
    assistant && (ctx.actor.assistant?.id === assistantId || canManagePool(ctx.actor, assistant.poolId));
  if (!isKnown) throw new NotFoundError("assistant");
  const rows = await ctx.db.skillChange.findMany({
    where: { assistantId, ...(dutyId && { dutyId }) },
    select: {
      id: true,
      dutyId: true,
      fromLevel: true,
      toLevel: true,
      on: true,
      source: true,
      by: { select: { name: true } },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ on, by, fromLevel, toLevel, ...row }) => ({
    ...row,
    from: fromLevel,
    to: toLevel,
    on: dayOfColumn(on),
    by: by?.name ?? null,
  }));
}

/** A level of one's own, and what last became of it. */
export type OwnSkill = {
  dutyId: string;
  level: number;
  since: { on: Day; source: SkillChangeView["source"] } | null;
};

/** One's own levels, the highest first. */
export function listOwnSkills({ db, actor }: Ctx<Assistant>): Promise<OwnSkill[]> {
  return db.$queryRaw`
    SELECT k.duty_id AS "dutyId", k.proficiency AS level,
      (SELECT json_build_object('on', c.on_day, 'source', c.source) FROM skill_changes c
        WHERE c.assistant_id = k.assistant_id AND c.duty_id = k.duty_id ORDER BY c.at DESC, c.id DESC LIMIT 1) AS since
    FROM assistant_skills k JOIN duties d ON d.id = k.duty_id WHERE k.assistant_id = ${actor.assistant.id}::uuid
    ORDER BY k.proficiency DESC, d.sort_order, d.id`;
}
