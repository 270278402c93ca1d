import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { mentoringAudit } from "@/lib/mentoring/audit";
import { mentoringNotice } from "@/lib/mentoring/notices";
import { isOneOfPair } from "@/lib/mentoring/policy";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { type MentorshipRow, readMentorship } from "./queries";
import { proposeMentors } from "./queries-mentors";
import { MENTORSHIP_MOVES, type MentorshipMove, type MentorshipStatus } from "./rules";
import type {
  AnswerMentorshipInput,
  EndMentorshipInput,
  MentorLimitInput,
  MentorshipInput,
  ProposeMentorshipInput,
  SetGoalsInput,
} from "./schema";

type Moved = { id: string; status: MentorshipStatus; version: number };
type ProposeRefusal = "not_a_mentor" | "mentored_already" | "ends_before_start" | "unknown_duty";

/**
 * Proposes a mentor to an assistant of the manager's pool; both are asked. Refuses who masters none of the goals, has no time or
 * is kept apart, all in the same words, and a second mentor at once.
 */
export async function proposeMentorship(
  ctx: Ctx<Manager>,
  { goals, startsOn, endsOn, ...input }: ProposeMentorshipInput,
): Promise<Result<{ id: string }, ProposeRefusal>> {
  const dutyIds = goals.flatMap(({ dutyId }) => dutyId ?? []);
  const mentors = await proposeMentors(ctx, { menteeId: input.menteeId, dutyIds });
  if (endsOn <= startsOn) return refuse("ends_before_start", { path: "endsOn" });
  const duty = await firstUnknownDuty(ctx, dutyIds);
  if (duty !== null) return refuse("unknown_duty", { path: "goals", details: { duty } });
  if (!mentors.some(({ id }) => id === input.mentorId)) return refuse("not_a_mentor", { path: "mentorId" });
  try {
    return await inTransaction(ctx, async (tx) => {
      const { id } = await tx.db.mentorship.create({
        data: {
          ...input,
          startsOn: dayToDate(startsOn),
          endsOn: dayToDate(endsOn),
          createdById: tx.actor.userId,
          createdAt: tx.now,
          goals: { create: goals.map((goal, i) => ({ ...goal, position: i + 1 })) },
        },
        select: { id: true },
      });
      await tx.db.mentorWish.deleteMany({ where: { assistantId: input.menteeId } });
      const pair = await readMentorship(tx, id);
      await audit(tx, auditOf("proposed", pair, null));
      await tellPair(tx, "mentoring_proposed", pair);
      return ok({ id });
    });
  } catch (error) {
    if (!isRefusedBy(error, "mentorships_one_of_a_learner")) throw error;
    return refuse("mentored_already", { path: "menteeId" });
  }
}

type PairAction = "proposed" | "agreed" | "begun" | "declined" | "paused" | "resumed" | "ended" | "goals_set";

/** What the audit log tells of a mentorship. */
export function auditOf(
  action: PairAction | "meeting_planned" | "meeting_held" | "meeting_cancelled",
  { id, mentorId, menteeId, status }: MentorshipRow,
  from: MentorshipStatus | null = status,
  to: MentorshipStatus = status,
) {
  return mentoringAudit(`mentorship.${action}`, id, { mentorId, menteeId, from, to });
}

type PairNotice =
  | "mentoring_proposed"
  | "mentoring_begun"
  | "mentoring_paused"
  | "mentoring_ending"
  | "mentoring_ended";

/** Tells each of the two, naming the other. */
export async function tellPair(
  tx: Ctx | SystemCtx,
  kind: PairNotice,
  { id: mentorshipId, mentor, mentee }: MentorshipRow,
): Promise<void> {
  await notify(
    tx,
    mentoringNotice(kind, [mentor.userId], { mentorshipId, name: mentee.user.name }),
    mentoringNotice(kind, [mentee.userId], { mentorshipId, name: mentor.user.name }),
  );
}

/** One's own mentorship, for the verbs that are the two's alone; any other is not found. */
export async function requireOwnPair(tx: Ctx<Person>, id: string): Promise<MentorshipRow> {
  const pair = await readMentorship(tx, id);
  if (!isOneOfPair(tx.actor, pair)) throw new NotFoundError("mentorship");
  return pair;
}

/**
 * Answers a proposed mentorship for oneself: it begins when both have said yes, and is gone with a no, which nobody is told the
 * author of.
 */
export function answerMentorship(
  ctx: Ctx<Assistant>,
  { id, version, accept }: AnswerMentorshipInput,
): Promise<Result<Moved, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const pair = await requireOwnPair(tx, id);
    if (!accept) return movePair(tx, { id, version }, "decline");
    const isMentor = tx.actor.assistant.id === pair.mentorId;
    const [yes, unanswered] = isMentor
      ? [{ mentorYesAt: tx.now }, { menteeYesAt: null }]
      : [{ menteeYesAt: tx.now }, { mentorYesAt: null }];
    // The first yes leaves the version as it is: whoever has the page open answers the same question.
    const { count } = await tx.db.mentorship.updateMany({
      where: { id, version, status: "proposed", ...unanswered },
      data: yes,
    });
    if (count === 0) return movePair(tx, { id, version }, "begin", yes);
    await audit(tx, auditOf("agreed", pair));
    return ok({ id, status: "proposed", version });
  });
}

const ACTIONS = {
  begin: "begun",
  decline: "declined",
  pause: "paused",
  resume: "resumed",
  end: "ended",
} as const satisfies Record<MentorshipMove, PairAction>;

const NOTICES: Partial<Record<MentorshipMove, PairNotice>> = {
  begin: "mentoring_begun",
  pause: "mentoring_paused",
  end: "mentoring_ended",
};

/** Moves a mentorship, with its audit row and what the two are told. */
export function movePair(
  tx: Ctx | SystemCtx,
  { id, version }: { id: string; version: number },
  made: MentorshipMove,
  data: { mentorYesAt?: Date; menteeYesAt?: Date } = {},
): Promise<Result<Moved, MoveRefusal>> {
  return move<MentorshipStatus, MentorshipMove, MentorshipRow, Moved>(tx, MENTORSHIP_MOVES, {
    ...{ id, version, move: made },
    read: async () => ok(await readMentorship(tx, id)),
    write: async (pair, next) => {
      await tx.db.mentorship.update({ where: { id }, data: { ...data, ...next }, select: { id: true } });
      const notice = NOTICES[made];
      return ok({
        value: { id, ...next },
        audit: auditOf(ACTIONS[made], pair, pair.status, next.status),
        ...(notice && { tell: () => tellPair(tx, notice, pair) }),
      });
    },
  });
}

/** Lets a mentorship rest; nobody is reminded of it until it goes on. */
export function pauseMentorship(
  ctx: Ctx<Assistant>,
  input: MentorshipInput,
): Promise<Result<Moved, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await requireOwnPair(tx, input.id);
    return movePair(tx, input, "pause");
  });
}

/** Lets a mentorship go on that rested. */
export function resumeMentorship(
  ctx: Ctx<Assistant>,
  input: MentorshipInput,
): Promise<Result<Moved, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await requireOwnPair(tx, input.id);
    return movePair(tx, input, "resume");
  });
}

/** Ends a mentorship: one of the two with what they say of it, or a manager of the learner's pool. */
export function endMentorship(
  ctx: Ctx<Person>,
  { id, version, ...answers }: EndMentorshipInput,
): Promise<Result<Moved, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const pair = await readMentorship(tx, id);
    const isOwn = isOneOfPair(tx.actor, pair);
    if (!isOwn && !canManagePool(tx.actor, pair.mentee.poolId)) throw new NotFoundError("mentorship");
    const ended = await movePair(tx, { id, version }, pair.status === "proposed" ? "decline" : "end");
    if (ended.ok && isOwn && Object.values(answers).some((text) => text !== ""))
      await tx.db.mentoringReview.create({
        data: { mentorshipId: id, userId: tx.actor.userId, ...answers },
        select: { userId: true },
      });
    return ended;
  });
}

/** Says what a mentorship is for, up to three goals; refuses a lost update. */
export function setGoals(
  ctx: Ctx<Assistant>,
  { id, version, goals }: SetGoalsInput,
): Promise<Result<{ id: string }, "changed_since_read" | "unknown_duty">> {
  return inTransaction(ctx, async (tx) => {
    const pair = await requireOwnPair(tx, id);
    const duty = await firstUnknownDuty(
      tx,
      goals.flatMap(({ dutyId }) => dutyId ?? []),
    );
    if (duty !== null) return refuse("unknown_duty", { path: "goals", details: { duty } });
    const { count } = await tx.db.mentorship.updateMany({
      where: { id, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "mentorship", id }, { version }, pair);
    await tx.db.mentoringGoal.deleteMany({ where: { mentorshipId: id } });
    await tx.db.mentoringGoal.createMany({
      data: goals.map((goal, i) => ({ mentorshipId: id, ...goal, position: i + 1 })),
    });
    await audit(tx, auditOf("goals_set", pair));
    return ok({ id });
  });
}

/** Says how many people one mentors at once. */
export function setMentorLimit(
  ctx: Ctx<Assistant>,
  { most }: MentorLimitInput,
): Promise<Result<{ most: number }>> {
  return inTransaction(ctx, async (tx) => {
    const { id: assistantId } = tx.actor.assistant;
    const write = { where: { assistantId }, create: { assistantId, most }, update: { most } };
    await tx.db.mentorLimit.upsert({ ...write, select: { most: true } });
    await audit(tx, mentoringAudit("mentor_limit.set", assistantId, { assistantId }));
    return ok({ most });
  });
}
