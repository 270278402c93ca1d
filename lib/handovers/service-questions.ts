import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { handoverAudit } from "@/lib/handovers/audit";
import { ok, type Result, refuse } from "@/lib/result";
import { mayNow, requireHandoverRow } from "./queries-parts";
import type { AnswerQuestionInput, AskQuestionInput } from "./schema";
import { notifyOfHandovers } from "./service-notices";

type Changed = { id: string; handoverId: string };

/** The cover asks; the question stays open to both and to the managers until somebody answers. */
export function askQuestion(
  ctx: Ctx<Person>,
  { id: handoverId, text }: AskQuestionInput,
): Promise<Result<Changed, "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const handover = await requireHandoverRow(tx, handoverId);
    if (!mayNow(handover, "ask")) return refuse("not_possible_now", { details: { status: handover.status } });
    const { id } = await tx.db.handoverQuestion.create({
      data: { handoverId, text, askedById: ctx.actor.userId, askedAt: ctx.now },
      select: { id: true },
    });
    await audit(tx, handoverAudit("handover_question.asked", id, { handoverId }));
    await notifyOfHandovers(tx, "handover_question", [handoverId], ["owner", "managers"]);
    return ok({ id, handoverId });
  });
}

/** Answers an open question; refuses one that somebody has answered meanwhile. */
export function answerQuestion(
  ctx: Ctx<Person>,
  { id, answer }: AnswerQuestionInput,
): Promise<Result<Changed, "answered_already">> {
  return inTransaction(ctx, async (tx) => {
    const question = await tx.db.handoverQuestion.findUnique({
      where: { id },
      select: { handoverId: true },
    });
    if (!question) throw new NotFoundError("handover_question");
    const { handoverId } = question;
    const handover = await requireHandoverRow(tx, handoverId);
    mayNow(handover, "answer");
    const { count } = await tx.db.handoverQuestion.updateMany({
      where: { id, answeredAt: null },
      data: { answer, answeredById: ctx.actor.userId, answeredAt: ctx.now },
    });
    if (count === 0) return refuse("answered_already");
    await audit(tx, handoverAudit("handover_question.answered", id, { handoverId }));
    await notifyOfHandovers(tx, "handover_answered", [handoverId], ["cover"]);
    return ok({ id, handoverId });
  });
}
