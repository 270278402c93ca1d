import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { canSeeEnrolment } from "@/lib/training/policy";
import type { Prisma } from "@/prisma/generated/client/client";
import { LIVE_ENROLMENT } from "./rules-statuses";

const ENROLMENT = {
  id: true,
  courseId: true,
  assistantId: true,
  sessionId: true,
  status: true,
  queueNumber: true,
  offerUntil: true,
  invitedAt: true,
  version: true,
  course: { select: { name: true } },
  assistant: { select: { userId: true, poolId: true, user: { select: { name: true } } } },
} as const satisfies Prisma.EnrolmentSelect;

/** An enrolment as its verbs see it. */
export type EnrolmentRow = Prisma.EnrolmentGetPayload<{ select: typeof ENROLMENT }>;

/** One enrolment, whoever asks; an unknown one is not found. */
export async function readEnrolment({ db }: PublicCtx, id: string): Promise<EnrolmentRow> {
  const row = await db.enrolment.findUnique({ where: { id }, select: ENROLMENT });
  if (!row) throw new NotFoundError("enrolment");
  return row;
}

/** An enrolment the actor may know of: their own, or of a pool they lead; any other is not found. */
export async function requireEnrolmentRow(ctx: Ctx<Person>, id: string): Promise<EnrolmentRow> {
  const row = await readEnrolment(ctx, id);
  const { assistantId, assistant } = row;
  if (!canSeeEnrolment(ctx.actor, { assistantId, poolId: assistant.poolId }))
    throw new NotFoundError("enrolment");
  return row;
}

/** An enrolment of a pool the manager leads; any other is not found. */
export async function requireLedEnrolment(ctx: Ctx<Manager>, id: string): Promise<EnrolmentRow> {
  const row = await readEnrolment(ctx, id);
  if (!canManagePool(ctx.actor, row.assistant.poolId)) throw new NotFoundError("enrolment");
  return row;
}

/** The live enrolment of a person in a course, of which there is at most one. */
export function findLiveEnrolment(
  { db }: PublicCtx,
  courseId: string,
  assistantId: string,
): Promise<EnrolmentRow | null> {
  return db.enrolment.findFirst({
    where: { courseId, assistantId, status: { in: [...LIVE_ENROLMENT] } },
    select: ENROLMENT,
  });
}

/** Those of a session in some statuses. */
export function listEnrolmentRows(
  { db }: PublicCtx,
  where: Prisma.EnrolmentWhereInput,
): Promise<EnrolmentRow[]> {
  return db.enrolment.findMany({ where, select: ENROLMENT, orderBy: { queueNumber: "asc" } });
}
