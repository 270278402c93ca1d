import "server-only";
import type { Manager } from "@/lib/actor";
import type { SkillDifference } from "@/lib/assistants/rules-skills";
import type { Ctx } from "@/lib/context";
import { ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import { loadOffice } from "@/lib/coverage/office/queries";
import { isOwn } from "@/lib/coverage/what-if/rules-leave-preview";
import { dayIn } from "@/lib/time/zone";
import { requireLedSession } from "@/lib/training/sessions/queries";

export type OpenedExecutive = { id: string; name: string };

/** The executives whom an assistant can cover by levels that were raised, and could not before. */
export async function listOpenedExecutives(
  ctx: Ctx,
  assistantId: string,
  raised: readonly SkillDifference[],
): Promise<OpenedExecutive[]> {
  if (raised.length === 0) return [];
  const { poolId, pool } = await ctx.db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { poolId: true, pool: { select: { timeZone: true } } },
  });
  const today = dayIn(pool.timeZone, ctx.now);
  const office = await loadOffice(ctx.db, { poolIds: [poolId] }, today, today);
  const now = office.assistants.get(assistantId);
  if (!now) return [];
  const skills = new Map(now.skills);
  for (const { dutyId, from } of raised) {
    if (from === null) skills.delete(dutyId);
    else skills.set(dutyId, from);
  }
  const before = { ...now, skills };
  return office.executives
    .filter(
      (executive) =>
        !isOwn(executive, assistantId) &&
        ineligibilities(office, now, executive, today).length === 0 &&
        ineligibilities(office, before, executive, today).length > 0,
    )
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How long the participants of a session were there, by enrolment and date. */
export async function listAttendance(
  ctx: Ctx<Manager>,
  sessionId: string,
): Promise<{ enrolmentId: string; dateId: string; minutes: number }[]> {
  await requireLedSession(ctx, sessionId);
  const rows = await ctx.db.attendance.findMany({
    where: { sessionDate: { sessionId } },
    select: { enrolmentId: true, sessionDateId: true, minutes: true },
  });
  return rows.map(({ sessionDateId, ...row }) => ({ ...row, dateId: sessionDateId }));
}
