import "server-only";
import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import { columnsOfStretch, requireAbsence, stretchOfRow } from "./queries";
import type { AbsenceStatus } from "./rules";
import type { Stretch } from "./rules-stretch";
import type { AbsenceStepView } from "./schema";

/** What was done, in the past tense of its verb. */
export type StepAction =
  | "requested"
  | "recorded"
  | "reported"
  | "approved_automatically"
  | "approved_provisionally"
  | "approved"
  | "declined"
  | "withdrawn"
  | "moved"
  | "cancellation_asked"
  | "cancellation_refused"
  | "cancelled"
  | "shortened"
  | "prolonged"
  | "interrupted"
  | "cancelled_on_leaving";

export type Step = {
  absenceId: string;
  action: StepAction;
  status: AbsenceStatus;
  stretch: Stretch;
  comment?: string;
  deputyForId?: string | null;
};

/** Writes what was done to an absence, in the transaction of the change. */
export async function addSteps(tx: Ctx, ...steps: Step[]): Promise<void> {
  await tx.db.absenceStep.createMany({
    data: steps.map(({ stretch, deputyForId = null, comment = "", ...step }) => ({
      ...step,
      ...columnsOfStretch(stretch),
      comment,
      deputyForId,
      actorId: tx.actor.userId,
      at: tx.now,
    })),
  });
}

const STEP = {
  at: true,
  action: true,
  status: true,
  comment: true,
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  startMinute: true,
  endMinute: true,
  actor: { select: { name: true } },
  deputyFor: { select: { name: true } },
} satisfies Prisma.AbsenceStepSelect;

const MOST_STEPS = 200;

/** Every step of an absence, the first first, for its owner and those who decide on it. */
export async function listAbsenceSteps(ctx: Ctx, id: string): Promise<AbsenceStepView[]> {
  await requireAbsence(ctx, id);
  const rows = await ctx.db.absenceStep.findMany({
    where: { absenceId: id },
    select: STEP,
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST_STEPS,
  });
  return rows.map(({ at, action, status, comment, actor, deputyFor, ...row }) => ({
    at: at.toISOString(),
    actorName: actor?.name ?? null,
    deputyForName: deputyFor?.name ?? null,
    action,
    status,
    comment,
    ...stretchOfRow(row),
  }));
}
