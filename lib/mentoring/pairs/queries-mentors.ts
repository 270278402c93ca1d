import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayIn } from "@/lib/time/zone";
import { type MentorFacts, type MentorProposal, rankMentors } from "./rules";
import type { ProposeMentorsInput } from "./schema";

/** How many one mentors where nothing is said. */
export const USUAL_LIMIT = 2;

/**
 * Who could be a mentor of an assistant for some duties, of the same pool: who masters them, has time for it, leads nobody of the
 * two, and is not kept apart from an executive of the learner's.
 */
export async function proposeMentors(
  ctx: Ctx<Manager>,
  { menteeId, dutyIds }: ProposeMentorsInput,
): Promise<MentorProposal[]> {
  const mentee = await ctx.db.assistant.findUnique({
    where: { id: menteeId },
    select: { poolId: true, pool: { select: { timeZone: true } } },
  });
  if (!mentee || !canManagePool(ctx.actor, mentee.poolId)) throw new NotFoundError("assistant");
  if (dutyIds.length === 0) return [];
  const today = dayIn(mentee.pool.timeZone, ctx.now);
  const people = await ctx.db.$queryRaw<MentorRow[]>`
    SELECT a.id, u.name, coalesce(l.most, ${USUAL_LIMIT})::int AS limit,
      (SELECT count(*)::int FROM mentorships m WHERE m.mentor_id = a.id AND m.status IN ('proposed', 'active', 'paused')) AS load,
      (SELECT coalesce(json_agg(json_build_array(s.duty_id, s.proficiency)), '[]') FROM assistant_skills s
        WHERE s.assistant_id = a.id AND s.duty_id = ANY(${[...dutyIds]})) AS levels,
      EXISTS (SELECT FROM pool_managers g JOIN assistants b ON b.id = ${menteeId}::uuid
          WHERE (g.user_id = a.user_id AND g.pool_id = b.pool_id) OR (g.user_id = b.user_id AND g.pool_id = a.pool_id))
        OR EXISTS (SELECT FROM pairing_restrictions r JOIN support_assignments t ON t.executive_id = r.executive_id
          WHERE r.assistant_id = a.id AND r.kind = 'hard' AND r.status = 'active' AND t.assistant_id = ${menteeId}::uuid
            AND (r.expires_on IS NULL OR r.expires_on >= ${today}::date) AND (t.to_on IS NULL OR t.to_on >= ${today}::date)
        ) AS "isBarred"
    FROM assistants a JOIN users u ON u.id = a.user_id LEFT JOIN mentor_limits l ON l.assistant_id = a.id
    WHERE a.pool_id = ${mentee.poolId}::uuid AND a.id <> ${menteeId}::uuid
      AND (a.leaves_on IS NULL OR a.leaves_on > ${today}::date) AND (a.hired_on IS NULL OR a.hired_on <= ${today}::date)`;
  return rankMentors(
    dutyIds,
    people.map(({ levels, ...one }) => ({ ...one, levels: new Map(levels) })),
  );
}

type MentorRow = Omit<MentorFacts, "levels"> & { levels: [string, number][] };

/** How many one mentors at most oneself. */
export async function getMentorLimit({ db, actor }: Ctx<Assistant>): Promise<number> {
  const row = await db.mentorLimit.findUnique({ where: { assistantId: actor.assistant.id } });
  return row?.most ?? USUAL_LIMIT;
}
