import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransactionOrRefuse } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/notice";
import { ok, type Result, refuse } from "@/lib/result";
import {
  type HalfDayRange,
  isForward,
  rangeIndexes,
  rangeOfIndexes,
  sharedRange,
  withoutRange,
} from "@/lib/time/half-day";
import { halfDayIn } from "@/lib/time/zone";
import { lockAssistant, releaseCoversFor, releaseCoversWithin } from "./covers";
import { type AbsenceOverlap, refusingOverlap } from "./overlap";
import { canSeeAbsence } from "./policy";
import { rangeOf, stretchColumns } from "./queries";
import type { EndAbsenceInput, ProlongAbsenceInput, ReportSicknessInput } from "./schema-sickness";

const SICK = "sick";
const BOOKED = ["requested", "provisionally_approved", "approved", "cancellation_requested"] as const;

/** What became of an absence: its stretch now, and the covers that ended by it. */
export type ChangedAbsence = { id: string; range: HalfDayRange; releasedCoverIds: string[] };

/** Reports sickness of one's own from now on: it counts at once, and booked leave inside it is given back. */
export async function reportSickness(
  ctx: Ctx<Assistant>,
  input: ReportSicknessInput,
): Promise<Result<ChangedAbsence, AbsenceOverlap | "ends_before_start" | "unknown_leave_type">> {
  const { id: assistantId, poolId } = ctx.actor.assistant;
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: poolId }, select: { timeZone: true } });
  const now = halfDayIn(pool.timeZone, ctx.now);
  const from = input.from ?? now.on;
  const fromPart = input.fromPart ?? (from === now.on ? now.part : "am");
  const range = { from, fromPart, to: input.to ?? from, toPart: input.toPart };
  if (!isForward(range)) return refuse("ends_before_start", { path: "to" });
  if (!(await ctx.db.leaveType.findUnique({ where: { id: SICK } })))
    return refuse("unknown_leave_type", { path: "type" });
  return refusingOverlap(ctx, assistantId, range, () =>
    inTransactionOrRefuse(ctx, async (tx) => {
      await lockAssistant(tx, assistantId);
      await giveBackLeave(tx, assistantId, range);
      const releasedCoverIds = await releaseCoversWithin(tx, assistantId, range);
      const { id } = await tx.db.absence.create({
        data: {
          assistantId,
          leaveTypeId: SICK,
          ...stretchColumns(range),
          status: "approved",
          decidedById: ctx.actor.userId,
          decidedAt: ctx.now,
          createdAt: ctx.now,
        },
        select: { id: true },
      });
      const data = { assistantId, ...range, releasedCoverIds };
      await audit(tx, { action: "absence.recorded", entityType: "absence", entityId: id, data });
      return ok({ id, range, releasedCoverIds });
    }),
  );
}

/** Splits booked leave around days of sickness: the days inside are given back. Reported absences stay and clash. */
async function giveBackLeave(tx: Ctx, assistantId: string, sick: HalfDayRange): Promise<void> {
  const { startOn, endOn } = stretchColumns(sick);
  const near = await tx.db.absence.findMany({
    where: {
      assistantId,
      status: { in: [...BOOKED] },
      startOn: { lte: endOn },
      endOn: { gte: startOn },
      leaveType: { isReported: false },
    },
    orderBy: { startOn: "asc" },
  });
  for (const leave of near) {
    const gone = sharedRange(rangeOf(leave), sick);
    if (!gone) continue;
    const [first, second] = withoutRange(rangeOf(leave), sick);
    await tx.db.absence.update({
      where: { id: leave.id },
      data: {
        ...(first ? stretchColumns(first) : { status: "cancelled" as const }),
        version: { increment: 1 },
      },
    });
    if (second) {
      const { id: _, version: __, ...copied } = leave;
      await tx.db.absence.create({ data: { ...copied, ...stretchColumns(second) } });
    }
    await audit(tx, {
      action: "absence.given_back",
      entityType: "absence",
      entityId: leave.id,
      data: { assistantId, ...gone },
    });
  }
}

type ChangeRefusal = "not_possible_now" | "changed_meanwhile" | "ends_before_start";

/** Moves the end of an approved absence later, by its owner or whoever leads the pool; covers held in the added days end. */
export async function prolongAbsence(
  ctx: Ctx<Person>,
  { id, version, to, toPart }: ProlongAbsenceInput,
): Promise<Result<ChangedAbsence, ChangeRefusal | AbsenceOverlap>> {
  const { assistantId } = await requireKnown(ctx, id);
  return refusingOverlap(ctx, assistantId, { from: to, fromPart: "am", to, toPart }, () =>
    inTransactionOrRefuse(ctx, async (tx) => {
      const absence = await lockKnown(tx, id);
      const range = { ...rangeOf(absence), to, toPart };
      const [was, is] = [rangeIndexes(rangeOf(absence)), rangeIndexes(range)];
      const refusal = refusalOf(absence, version, is.last > was.last);
      if (refusal) return refusal;
      const added = rangeOfIndexes(was.last + 1, is.last);
      await giveBackLeave(tx, assistantId, added);
      const releasedCoverIds = await releaseCoversWithin(tx, assistantId, added);
      return settle(tx, absence, range, "absence.prolonged", releasedCoverIds);
    }),
  );
}

/** Ends an approved absence earlier, by its owner or whoever leads the pool; covers of the days after are released. */
export async function endAbsence(
  ctx: Ctx<Person>,
  { id, version, lastOn, lastPart }: EndAbsenceInput,
): Promise<Result<ChangedAbsence, ChangeRefusal>> {
  await requireKnown(ctx, id);
  return inTransactionOrRefuse(ctx, async (tx) => {
    const absence = await lockKnown(tx, id);
    const range = { ...rangeOf(absence), to: lastOn, toPart: lastPart };
    if (!isForward(range)) return refuse("ends_before_start", { path: "lastOn" });
    const [was, is] = [rangeIndexes(rangeOf(absence)), rangeIndexes(range)];
    const refusal = refusalOf(absence, version, is.last < was.last);
    if (refusal) return refusal;
    const within = rangeOfIndexes(is.last + 1, was.last);
    const releasedCoverIds = await releaseCoversFor(tx, id, { within, back: absence.assistant.user.name });
    return settle(tx, absence, range, "absence.ended_early", releasedCoverIds);
  });
}

async function requireKnown(ctx: Ctx<Person>, id: string) {
  const absence = await ctx.db.absence.findUnique({
    where: { id },
    include: { assistant: { select: { poolId: true, userId: true, user: { select: { name: true } } } } },
  });
  const owner = absence && { assistantId: absence.assistantId, poolId: absence.assistant.poolId };
  if (!absence || !owner || !canSeeAbsence(ctx.actor, owner)) throw new NotFoundError("absence");
  return absence;
}

type Known = Awaited<ReturnType<typeof requireKnown>>;

async function lockKnown(tx: Ctx<Person>, id: string): Promise<Known> {
  await tx.db.$queryRaw`SELECT id FROM absences WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const absence = await requireKnown(tx, id);
  await lockAssistant(tx, absence.assistantId);
  return absence;
}

function refusalOf(absence: Known, version: number | undefined, isChange: boolean) {
  if (absence.status !== "approved" || !isChange)
    return refuse("not_possible_now", { details: { status: absence.status } });
  return version !== undefined && version !== absence.version ? refuse("changed_meanwhile") : null;
}

async function settle(
  tx: Ctx<Person>,
  { id, assistantId, assistant }: Known,
  range: HalfDayRange,
  action: "absence.prolonged" | "absence.ended_early",
  releasedCoverIds: string[],
): Promise<Result<ChangedAbsence, never>> {
  await tx.db.absence.update({
    where: { id },
    data: { ...stretchColumns(range), version: { increment: 1 } },
  });
  const data = { assistantId, ...range, releasedCoverIds };
  await audit(tx, { action, entityType: "absence", entityId: id, data });
  const params = { absenceId: id, status: "approved", range };
  await notify(tx, [assistant.userId], { kind: "absence_decided", params });
  return ok({ id, range, releasedCoverIds });
}
