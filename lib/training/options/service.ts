import "server-only";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import { trainingAudit } from "@/lib/training/audit";
import { CreateCourseInput } from "@/lib/training/courses/schema";
import { createCourse } from "@/lib/training/courses/service";
import { canSeeSession } from "@/lib/training/policy";
import type { Prisma } from "@/prisma/generated/client/client";
import { type OptionRow, requireLedOption } from "./queries";
import { isReasoned, OPTION_MOVES, type OptionMove, type OptionStatus } from "./rules";
import type { ChangeOptionInput, DecideOptionInput, OptionVersionInput, SuggestOptionInput } from "./schema";

/** Writes down something that could be learnt, in a pool one leads or works in. The same link twice is shown, not refused. */
export function suggestOption(ctx: Ctx<Person>, input: SuggestOptionInput): Promise<Result<{ id: string }>> {
  if (!canSeeSession(ctx.actor, input)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const { id } = await tx.db.learningOption.create({
      data: { ...input, suggestedById: tx.actor.userId, createdAt: tx.now },
      select: { id: true },
    });
    await audit(tx, trainingAudit("learning_option.suggested", id, { poolId: input.poolId }));
    return ok({ id });
  });
}

/** Writes down what is known of it; refuses a lost update. */
export function changeOption(
  ctx: Ctx<Manager>,
  { id, version, ...data }: ChangeOptionInput,
): Promise<Result<{ id: string }, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const row = await requireLedOption(tx, id);
    const { count } = await tx.db.learningOption.updateMany({
      where: { id, version },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "learning_option", id }, { version }, row);
    await audit(tx, trainingAudit("learning_option.changed", id, { poolId: row.poolId }));
    return ok({ id });
  });
}

type Moved = { id: string; status: OptionStatus };
const MOVE_TO = { looking: "look", chosen: "choose", set_aside: "set_aside" } as const;
const ACTIONS = {
  look: "looked_into",
  choose: "chosen",
  set_aside: "set_aside",
  schedule: "scheduled",
} as const satisfies Record<OptionMove, string>;

type Step<R extends RefusalReason> = {
  move: OptionMove;
  data: (row: OptionRow) => Promise<Result<Prisma.LearningOptionUncheckedUpdateInput, R>>;
};

function moveOption<R extends RefusalReason = never>(
  tx: Ctx<Manager>,
  { id, version }: OptionVersionInput,
  { move: made, data }: Step<R>,
): Promise<Result<Moved, MoveRefusal | R>> {
  return move<OptionStatus, OptionMove, OptionRow, Moved, R>(tx, OPTION_MOVES, {
    id,
    version,
    move: made,
    read: async () => ok(await requireLedOption(tx, id)),
    write: async (row, next) => {
      const more = await data(row);
      if (!more.ok) return more;
      await tx.db.learningOption.update({
        where: { id },
        data: { ...more.value, ...next },
        select: { id: true },
      });
      const written = trainingAudit(`learning_option.${ACTIONS[made]}`, id, { poolId: row.poolId });
      return ok({ value: { id, status: next.status }, audit: written });
    },
  });
}

/** Looks into it, chooses it or sets it aside; refuses a decision without a reason of three words. */
export function decideOption(
  ctx: Ctx<Manager>,
  { id, version, to, reason }: DecideOptionInput,
): Promise<Result<Moved, MoveRefusal | "decision_reason_short">> {
  if (!isReasoned(to, reason)) return Promise.resolve(refuse("decision_reason_short", { path: "reason" }));
  return inTransaction(ctx, (tx) =>
    moveOption(
      tx,
      { id, version },
      {
        move: MOVE_TO[to],
        data: async () => ok({ reason, decidedAt: tx.now, decidedById: tx.actor.userId }),
      },
    ),
  );
}

/** Makes a course of what was chosen, with all that is known of it; refuses a name that a course has. */
export function makeCourseOf(
  ctx: Ctx<Manager>,
  read: OptionVersionInput,
): Promise<Result<Moved, MoveRefusal | "course_name_taken" | "unknown_duty" | "duty_twice">> {
  return inTransaction(ctx, (tx) =>
    moveOption<"course_name_taken" | "unknown_duty" | "duty_twice">(tx, read, {
      move: "schedule",
      data: async ({ title, minutes, costPerPerson, currency }) => {
        const course = { name: title, minutes: minutes ?? 60, costPerPerson: costPerPerson ?? 0, currency };
        const made = await createCourse(tx, CreateCourseInput.parse({ ...course, needsApproval: true }));
        return made.ok ? ok({ courseId: made.value.id }) : made;
      },
    }),
  );
}
