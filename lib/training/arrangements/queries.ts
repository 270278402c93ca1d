import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn } from "@/lib/time/day";
import { requireLedSession } from "@/lib/training/sessions/queries";
import type { Prisma } from "@/prisma/generated/client/client";
import { FOR_ATTENDEES } from "./rules";
import type { ArrangementView } from "./schema";

const MOST = 200;

const ARRANGEMENT = {
  id: true,
  sessionId: true,
  kind: true,
  label: true,
  ownerId: true,
  dueOn: true,
  status: true,
  isShown: true,
  version: true,
  owner: { select: { name: true, assistant: { select: { id: true } } } },
  session: { select: { poolId: true, course: { select: { name: true } } } },
} as const satisfies Prisma.ArrangementSelect;

/** Something to see to, as its verbs see it. */
export type ArrangementRow = Prisma.ArrangementGetPayload<{ select: typeof ARRANGEMENT }>;

function viewOf(
  { actor }: Ctx,
  { session: _, owner, ownerId, dueOn, ...row }: ArrangementRow,
): ArrangementView {
  return {
    ...row,
    owner: owner.name,
    ownerId: owner.assistant?.id ?? null,
    isOwn: ownerId === actor.userId,
    dueOn: dayOfColumn(dueOn),
  };
}

/** One thing to see to, of the actor's own or of a pool they lead; any other is not found. */
export async function requireArrangementRow(ctx: Ctx<Person>, id: string): Promise<ArrangementRow> {
  const row = await ctx.db.arrangement.findUnique({ where: { id }, select: ARRANGEMENT });
  if (!row || (row.ownerId !== ctx.actor.userId && !canManagePool(ctx.actor, row.session.poolId)))
    throw new NotFoundError("arrangement");
  return row;
}

export async function requireArrangement(ctx: Ctx<Person>, id: string): Promise<ArrangementView> {
  return viewOf(ctx, await requireArrangementRow(ctx, id));
}

/** What there is to see to for a session, the first due first. */
export async function listArrangements(ctx: Ctx<Manager>, sessionId: string): Promise<ArrangementView[]> {
  await requireLedSession(ctx, sessionId);
  const rows = await ctx.db.arrangement.findMany({
    where: { sessionId },
    select: ARRANGEMENT,
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return rows.map((row) => viewOf(ctx, row));
}

/** What the person has to see to and has not, in sessions that are to come, the first due first, with the course. */
export async function listOwnArrangements(
  ctx: Ctx<Person>,
): Promise<(ArrangementView & { course: string; needs: AttendeeNeed[] })[]> {
  const rows = await ctx.db.arrangement.findMany({
    where: { ownerId: ctx.actor.userId, status: "open", session: { status: "open" } },
    select: ARRANGEMENT,
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const needs = await needsOf(ctx, rows);
  return rows.map((row) => ({
    ...viewOf(ctx, row),
    course: row.session.course.name,
    needs: isForAttendees(row) ? (needs.get(row.sessionId) ?? []) : [],
  }));
}

function isForAttendees({ kind }: Pick<ArrangementRow, "kind">): boolean {
  return FOR_ATTENDEES.some((one) => one === kind);
}

/** What one participant may not eat or needs to take part. */
export type AttendeeNeed = { name: string; words: string };

async function needsOf({ db }: Ctx, rows: readonly ArrangementRow[]): Promise<Map<string, AttendeeNeed[]>> {
  const sessionIds = [...new Set(rows.filter(isForAttendees).map(({ sessionId }) => sessionId))];
  if (sessionIds.length === 0) return new Map();
  const said = await db.attendeeNeeds.findMany({
    where: { enrolment: { sessionId: { in: sessionIds }, status: "booked" } },
    select: {
      words: true,
      enrolment: {
        select: { sessionId: true, assistant: { select: { user: { select: { name: true } } } } },
      },
    },
    orderBy: { enrolment: { queueNumber: "asc" } },
  });
  const needs = new Map<string, AttendeeNeed[]>();
  for (const { words, enrolment } of said) {
    const { sessionId, assistant } = enrolment;
    if (sessionId)
      needs.set(sessionId, [...(needs.get(sessionId) ?? []), { name: assistant.user.name, words }]);
  }
  return needs;
}

/** What participants of the actor's own dates read: what is arranged for them, and what they said they need. */
export async function listShownToMe({
  db,
  actor,
}: Ctx<Assistant>): Promise<Map<string, { arranged: ShownArrangement[]; needs: string }>> {
  const rows = await db.$queryRaw<
    { id: string; arranged: ShownArrangement[] | null; needs: string | null }[]
  >`
    SELECT e.id, (SELECT n.words FROM attendee_needs n WHERE n.enrolment_id = e.id) AS needs, (
      SELECT json_agg(json_build_object('kind', r.kind, 'label', r.label) ORDER BY r.due_on, r.id) FROM arrangements r
      WHERE r.session_id = s.id AND r.is_shown AND r.status <> 'not_needed') AS arranged
    FROM enrolments e JOIN training_sessions s ON s.id = e.session_id
    WHERE e.assistant_id = ${actor.assistant.id}::uuid AND e.status = 'booked' AND s.status = 'open'`;
  return new Map(
    rows.map(({ id, arranged, needs }) => [id, { arranged: arranged ?? [], needs: needs ?? "" }]),
  );
}

export type ShownArrangement = Pick<ArrangementView, "kind" | "label">;
