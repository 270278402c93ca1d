import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { canSeeEnrolment } from "@/lib/training/policy";
import { requireLedSession } from "@/lib/training/sessions/queries";
import { Prisma } from "@/prisma/generated/client/client";
import { LIVE_ENROLMENT, UNDECIDED_ENROLMENT } from "./rules-statuses";
import type { EnrolmentView, ListEnrolmentsInput } from "./schema";

const MOST = 500;

type EnrolmentViewRow = Omit<EnrolmentView, "offerUntil" | "askedAt"> & {
  poolId: string;
  offerUntil: Date | null;
  askedAt: Date;
};

const ENROLMENTS = Prisma.sql`
  SELECT e.id, e.course_id AS "courseId", c.name AS course, e.session_id AS "sessionId", e.assistant_id AS "assistantId",
    u.name AS "assistantName", a.pool_id AS "poolId", e.status::text, e.invited_at IS NOT NULL AS "isInvited", e.offer_until AS "offerUntil",
    e.passed_over AS "passedOver", e.passed_over_for AS "passedOverFor", e.note, e.created_at AS "askedAt", e.version,
    CASE WHEN e.status = 'waitlisted' THEN (SELECT count(*)::int FROM enrolments w
      WHERE w.session_id = e.session_id AND w.status = 'waitlisted' AND w.queue_number <= e.queue_number) END AS position,
    CASE WHEN e.status = 'waitlisted' THEN (SELECT count(*)::int FROM enrolments w
      WHERE w.session_id = e.session_id AND w.status = 'waitlisted') END AS waiting
  FROM enrolments e JOIN courses c ON c.id = e.course_id JOIN assistants a ON a.id = e.assistant_id
  JOIN users u ON u.id = a.user_id`;

/** What its person reads: that a free seat was not possible for them, never why. */
function viewFor({ actor }: Ctx, { poolId, offerUntil, askedAt, ...row }: EnrolmentViewRow): EnrolmentView {
  const isLed = canManagePool(actor, poolId);
  return {
    ...row,
    passedOver: row.passedOver && (isLed ? row.passedOver : "not_possible_now"),
    passedOverFor: isLed ? row.passedOverFor : [],
    offerUntil: offerUntil?.toISOString() ?? null,
    askedAt: askedAt.toISOString(),
  };
}

async function readViews(ctx: Ctx, where: Prisma.Sql): Promise<EnrolmentView[]> {
  const rows = await ctx.db.$queryRaw<EnrolmentViewRow[]>`
    ${ENROLMENTS} WHERE ${where} ORDER BY e.queue_number LIMIT ${MOST}`;
  return rows.map((row) => viewFor(ctx, row));
}

function isOneOf(statuses: readonly string[]): Prisma.Sql {
  return Prisma.sql`e.status = ANY(${[...statuses]}::enrolment_status[])`;
}

/** The enrolments the person may know of, their own and those of pools they lead, in the order in which they were made. */
export function listEnrolments(
  ctx: Ctx,
  { sessionId, assistantId, show }: ListEnrolmentsInput,
): Promise<EnrolmentView[]> {
  const { assistant, managedPoolIds } = ctx.actor;
  const isLed = Prisma.sql`a.pool_id = ANY(${[...managedPoolIds]}::uuid[])`;
  const isKnown = assistant ? Prisma.sql`(${isLed} OR e.assistant_id = ${assistant.id}::uuid)` : isLed;
  const asked = [
    isKnown,
    ...(show === "live" ? [isOneOf(LIVE_ENROLMENT)] : []),
    ...(sessionId ? [Prisma.sql`e.session_id = ${sessionId}::uuid`] : []),
    ...(assistantId ? [Prisma.sql`e.assistant_id = ${assistantId}::uuid`] : []),
  ];
  return readViews(ctx, Prisma.join(asked, " AND "));
}

/** One enrolment of the actor's own, or of a pool they lead; any other is not found. */
export async function requireEnrolment(ctx: Ctx, id: string): Promise<EnrolmentView> {
  const [row] = await ctx.db.$queryRaw<EnrolmentViewRow[]>`${ENROLMENTS} WHERE e.id = ${id}::uuid`;
  if (!row || !canSeeEnrolment(ctx.actor, row)) throw new NotFoundError("enrolment");
  return viewFor(ctx, row);
}

/** Everybody of a session: who has a seat, who waits for one and who waits for a decision. */
export async function listSessionEnrolments(ctx: Ctx<Manager>, sessionId: string): Promise<EnrolmentView[]> {
  await requireLedSession(ctx, sessionId);
  return readViews(
    ctx,
    Prisma.sql`e.session_id = ${sessionId}::uuid AND e.status NOT IN ('cancelled', 'declined')`,
  );
}

/** What waits for a decision in the manager's pools, the first asked first. */
export function listUndecidedEnrolments(ctx: Ctx<Manager>, poolId?: string): Promise<EnrolmentView[]> {
  const poolIds = poolId ? [poolId] : ctx.actor.managedPoolIds;
  return readViews(
    ctx,
    Prisma.sql`${isOneOf(UNDECIDED_ENROLMENT)} AND a.pool_id = ANY(${[...poolIds]}::uuid[])`,
  );
}

/** How many enrolments wait for a decision where the manager leads. */
export async function countUndecidedEnrolments({ db, actor }: Ctx<Manager>): Promise<number> {
  return db.enrolment.count({
    where: {
      status: { in: [...UNDECIDED_ENROLMENT] },
      assistant: { poolId: { in: [...actor.managedPoolIds] } },
    },
  });
}

/** One's own enrolments that are live, in the order in which they were made. */
export function listOwnEnrolments(ctx: Ctx<Assistant>): Promise<EnrolmentView[]> {
  const isOwn = Prisma.sql`e.assistant_id = ${ctx.actor.assistant.id}::uuid`;
  return readViews(ctx, Prisma.sql`${isOwn} AND ${isOneOf(LIVE_ENROLMENT)}`);
}
