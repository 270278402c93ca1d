import "server-only";
import { markStepsTold } from "@/lib/assistants/service-ramp";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { mentoringNotice } from "./notices";
import { readMentorship } from "./pairs/queries";
import { movePair, tellPair } from "./pairs/service";

const ASKED_DAYS_BEFORE = 7;
const MOST_AT_ONCE = 200;

/**
 * Asks both before the agreed day, ends what has passed it, lets rest whose mentor left, and tells of steps that are due. Running
 * it twice changes nothing.
 */
export async function keepMentoring(
  ctx: SystemCtx,
): Promise<{ asked: number; ended: number; paused: number }> {
  const today = daysOnEarth(ctx.now).from;
  const asked = await askBeforeTheEnd(ctx, dayToDate(addDays(today, ASKED_DAYS_BEFORE)));
  const ended = await endPassed(ctx, dayToDate(today));
  const paused = await pauseLeft(ctx, dayToDate(today));
  await tellOfDueSteps(ctx);
  await remindOfMeetings(ctx);
  return { asked, ended, paused };
}

async function askBeforeTheEnd(ctx: SystemCtx, by: Date): Promise<number> {
  const due = await ctx.db.mentorship.findMany({
    where: { status: "active", askedAt: null, endsOn: { lte: by } },
    select: { id: true },
    take: MOST_AT_ONCE,
  });
  for (const { id } of due)
    await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.mentorship.updateMany({
        where: { id, askedAt: null },
        data: { askedAt: tx.now },
      });
      if (count > 0) await tellPair(tx, "mentoring_ending", await readMentorship(tx, id));
    });
  return due.length;
}

async function endPassed(ctx: SystemCtx, today: Date): Promise<number> {
  const over = await ctx.db.mentorship.findMany({
    where: { status: { in: ["active", "paused"] }, askedAt: { not: null }, endsOn: { lt: today } },
    select: { id: true, version: true },
    take: MOST_AT_ONCE,
  });
  for (const pair of over) await inTransaction(ctx, (tx) => movePair(tx, pair, "end"));
  return over.length;
}

async function pauseLeft(ctx: SystemCtx, today: Date): Promise<number> {
  const left = await ctx.db.mentorship.findMany({
    where: { status: "active", mentor: { leavesOn: { lt: today } } },
    select: { id: true, version: true },
    take: MOST_AT_ONCE,
  });
  for (const { id, version } of left)
    await inTransaction(ctx, async (tx) => {
      const moved = await movePair(tx, { id, version }, "pause");
      if (!moved.ok) return moved;
      const { mentor, mentee } = await readMentorship(tx, id);
      const params = { mentorshipId: id, name: mentor.user.name };
      await notify(tx, mentoringNotice("mentor_left", await managersOf(tx, mentee.poolId), params));
      return moved;
    });
  return left.length;
}

type DueMeeting = { id: string; mentorshipId: string; on: Day; startMinute: number; endMinute: number };

/** Reminds both of a meeting the day before, once and only where it is still planned. */
async function remindOfMeetings(ctx: SystemCtx): Promise<void> {
  const due = await ctx.db.$queryRaw<DueMeeting[]>`
    SELECT g.id, g.mentorship_id AS "mentorshipId", g.on_day::text AS "on", g.start_minute AS "startMinute",
      g.end_minute AS "endMinute"
    FROM mentoring_meetings g JOIN mentorships m ON m.id = g.mentorship_id JOIN assistants a ON a.id = m.mentee_id
    JOIN pools p ON p.id = a.pool_id
    WHERE g.status = 'planned' AND g.reminded_at IS NULL AND m.status = 'active'
      AND g.on_day = (${ctx.now} AT TIME ZONE p.time_zone)::date + 1
    ORDER BY g.id LIMIT ${MOST_AT_ONCE}`;
  for (const { id, mentorshipId, on, ...hours } of due)
    await inTransaction(ctx, async (tx) => {
      const { count } = await tx.db.mentoringMeeting.updateMany({
        where: { id, status: "planned", remindedAt: null },
        data: { remindedAt: tx.now },
      });
      if (count === 0) return;
      const { mentor, mentee } = await readMentorship(tx, mentorshipId);
      const range = { from: on, fromPart: "am" as const, to: on, toPart: "pm" as const, window: hours };
      const told = (to: typeof mentor, other: typeof mentor) =>
        mentoringNotice("mentoring_tomorrow", [to.userId], { mentorshipId, name: other.user.name, range });
      await notify(tx, told(mentor, mentee), told(mentee, mentor));
    });
}

type DueStep = {
  id: string;
  assistantId: string;
  name: string;
  poolId: string;
  mentorUserId: string | null;
  isLate: boolean;
};

/** A step that is due is the mentor's, and after five working days, a week, the manager's too; each is told once. */
async function tellOfDueSteps(ctx: SystemCtx): Promise<void> {
  const due = await ctx.db.$queryRaw<DueStep[]>`
    SELECT r.id, a.id AS "assistantId", u.name, a.pool_id AS "poolId", m.user_id AS "mentorUserId",
      (a.hired_on + 7 * (r.from_week - 1) + 7 <= (${ctx.now} AT TIME ZONE p.time_zone)::date) AS "isLate"
    FROM ramp_steps r JOIN assistants a ON a.id = r.assistant_id JOIN users u ON u.id = a.user_id
    JOIN pools p ON p.id = a.pool_id
    LEFT JOIN LATERAL (SELECT t.user_id FROM mentorships s JOIN assistants t ON t.id = s.mentor_id
      WHERE s.mentee_id = a.id AND s.status = 'active' LIMIT 1) m ON true
    WHERE r.signed_off_at IS NULL AND r.told_manager_at IS NULL
      AND a.hired_on + 7 * (r.from_week - 1) <= (${ctx.now} AT TIME ZONE p.time_zone)::date
      AND (r.told_mentor_at IS NULL OR a.hired_on + 7 * (r.from_week - 1) + 7 <= (${ctx.now} AT TIME ZONE p.time_zone)::date)
    LIMIT ${MOST_AT_ONCE}`;
  for (const { id, assistantId, name, poolId, mentorUserId, isLate } of due)
    await inTransaction(ctx, async (tx) => {
      const people = isLate ? await managersOf(tx, poolId) : mentorUserId ? [mentorUserId] : [];
      await markStepsTold(tx, [id], isLate ? "manager" : "mentor");
      await notify(tx, mentoringNotice("ramp_step_due", people, { assistantId, name }));
    });
}
