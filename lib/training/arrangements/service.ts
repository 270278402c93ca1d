import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { trainingAudit } from "@/lib/training/audit";
import type { CourseView } from "@/lib/training/courses/schema";
import { trainingNotice } from "@/lib/training/notices";
import { lockSession, type SessionRow } from "@/lib/training/sessions/queries-rows";
import { type ArrangementRow, requireArrangementRow } from "./queries";
import {
  ARRANGEMENT_MOVES,
  type ArrangementMove,
  type ArrangementStatus,
  movedDueOn,
  usualArrangements,
} from "./rules";
import type {
  AddArrangementInput,
  ChangeArrangementInput,
  SayNeedsInput,
  SettleArrangementInput,
} from "./schema";

type OwnerRefusal = "not_of_the_pool";

/** Adds something to see to for a session that is not over; refuses an owner of another pool. */
export function addArrangement(
  ctx: Ctx<Manager>,
  { sessionId, ownerId: assistantId, dueOn, ...data }: AddArrangementInput,
): Promise<Result<{ id: string }, OwnerRefusal | "session_closed">> {
  return inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, sessionId);
    if (!canManagePool(tx.actor, session.poolId)) throw new NotFoundError("training session");
    if (session.status !== "open") return refuse("session_closed");
    const owner = await ownerOf(tx, assistantId, session.poolId);
    if (!owner.ok) return owner;
    const { id } = await tx.db.arrangement.create({
      data: { ...data, sessionId, ownerId: owner.value, dueOn: dayToDate(dueOn) },
      select: { id: true },
    });
    await audit(tx, arrangementAudit("added", id, session));
    await tellOwner(tx, await requireArrangementRow(tx, id));
    return ok({ id });
  });
}

/** Changes what is to be seen to, by whom or by when; refuses a lost update and an owner of another pool. */
export function changeArrangement(
  ctx: Ctx<Manager>,
  { id, version, ownerId: assistantId, dueOn, ...data }: ChangeArrangementInput,
): Promise<Result<{ id: string }, OwnerRefusal | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const row = await requireArrangementRow(tx, id);
    const { poolId } = row.session;
    if (!canManagePool(tx.actor, poolId)) throw new NotFoundError("arrangement");
    const owner = await ownerOf(tx, assistantId, poolId);
    if (!owner.ok) return owner;
    const { count } = await tx.db.arrangement.updateMany({
      where: { id, version },
      data: {
        ...data,
        ...{ ownerId: owner.value, dueOn: dayToDate(dueOn), version: { increment: 1 } },
        ...((dayOfColumn(row.dueOn) !== dueOn || row.ownerId !== owner.value) && NOT_TOLD),
      },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "arrangement", id }, { version }, row);
    await audit(tx, arrangementAudit("changed", id, { id: row.sessionId, poolId }));
    if (row.ownerId !== owner.value) await tellOwner(tx, await requireArrangementRow(tx, id));
    return ok({ id });
  });
}

const NOT_TOLD = { toldOwnerAt: null, toldManagersAt: null };

/** The account of the assistant who is to see to it, or the manager's own. */
async function ownerOf(
  tx: Ctx<Manager>,
  assistantId: string | null,
  poolId: string,
): Promise<Result<string, OwnerRefusal>> {
  if (assistantId === null) return ok(tx.actor.userId);
  const assistant = await tx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true, userId: true },
  });
  return assistant?.poolId === poolId ? ok(assistant.userId) : refuse("not_of_the_pool", { path: "ownerId" });
}

async function tellOwner(tx: Ctx, { ownerId, sessionId, session }: ArrangementRow): Promise<void> {
  const params = { sessionId, course: session.course.name };
  await notify(tx, trainingNotice("arrangement_given", [ownerId], params));
}

/** What the audit log tells of something to see to. */
function arrangementAudit(
  action: "added" | "changed" | "settled" | "dismissed" | "reopened",
  id: string,
  { id: sessionId, poolId }: { id: string; poolId: string },
) {
  return trainingAudit(`arrangement.${action}`, id, { sessionId, poolId });
}

const MOVE_TO: Record<ArrangementStatus, ArrangementMove> = {
  done: "settle",
  not_needed: "dismiss",
  open: "reopen",
};
const ACTIONS = { settle: "settled", dismiss: "dismissed", reopen: "reopened" } as const;

/** Says of something that it is done, not needed or open again: its owner, or a manager of the pool. */
export function settleArrangement(
  ctx: Ctx<Person>,
  { id, version, status }: SettleArrangementInput,
): Promise<Result<{ id: string; status: ArrangementStatus }, MoveRefusal>> {
  const made = MOVE_TO[status];
  return inTransaction(ctx, (tx) =>
    move<ArrangementStatus, ArrangementMove, ArrangementRow, { id: string; status: ArrangementStatus }>(
      tx,
      ARRANGEMENT_MOVES,
      {
        id,
        version,
        move: made,
        read: async () => ok(await requireArrangementRow(tx, id)),
        write: async ({ sessionId, session }, next) => {
          const settled =
            status === "open"
              ? { settledById: null, settledAt: null, ...NOT_TOLD }
              : { settledById: tx.actor.userId, settledAt: tx.now };
          await tx.db.arrangement.update({
            where: { id },
            data: { ...settled, ...next },
            select: { id: true },
          });
          const facts = { id: sessionId, poolId: session.poolId };
          return ok({ value: { id, status }, audit: arrangementAudit(ACTIONS[made], id, facts) });
        },
      },
    ),
  );
}

/** Writes down what a session of its kind usually needs, for the manager who plans it to see to or to give away. */
export async function arrangeAsUsual(
  tx: Ctx<Manager>,
  session: SessionRow,
  { kind }: Pick<CourseView, "kind">,
  today: Day,
): Promise<void> {
  await tx.db.arrangement.createMany({
    data: usualArrangements(kind, session.dates[0]?.on, today).map(({ kind: one, dueOn }) => ({
      sessionId: session.id,
      ownerId: tx.actor.userId,
      kind: one,
      dueOn: dayToDate(dueOn),
    })),
  });
}

/** Moves what is open by as many days as the first date; what is done stays done. */
export async function moveArrangements(
  tx: Ctx,
  sessionId: string,
  { from, to, today }: { from: Day | undefined; to: Day | undefined; today: Day },
): Promise<void> {
  if (!from || !to || from === to) return;
  const open = await tx.db.arrangement.findMany({
    where: { sessionId, status: "open" },
    select: { id: true, dueOn: true },
    orderBy: { id: "asc" },
  });
  for (const { id, dueOn } of open)
    await tx.db.arrangement.update({
      where: { id },
      data: { dueOn: dayToDate(movedDueOn(dayOfColumn(dueOn), from, to, today)), ...NOT_TOLD },
      select: { id: true },
    });
}

/** Says what one may not eat or needs to take part; nothing takes it back. Refuses it without a seat. */
export function sayNeeds(
  ctx: Ctx<Assistant>,
  { enrolmentId, words }: SayNeedsInput,
): Promise<Result<{ id: string }, "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const enrolment = await tx.db.enrolment.findUnique({
      where: { id: enrolmentId, assistantId: tx.actor.assistant.id },
      select: { status: true },
    });
    if (!enrolment) throw new NotFoundError("enrolment");
    if (enrolment.status !== "booked")
      return refuse("not_possible_now", { details: { status: enrolment.status } });
    await tx.db.attendeeNeeds.deleteMany({ where: { enrolmentId } });
    if (words) await tx.db.attendeeNeeds.create({ data: { enrolmentId, words } });
    return ok({ id: enrolmentId });
  });
}
