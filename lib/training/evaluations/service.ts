import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { readEnrolment } from "@/lib/training/enrolments/queries-rows";
import { isOwnEnrolment } from "@/lib/training/policy";
import { isEvaluationClosed } from "./queries";
import type { EvaluateInput } from "./schema";

/**
 * Says how a course was that one attended, once; the enrolment stays as it is, and no log says who answered. Refuses a course
 * that was not attended, an answer more than two weeks after its last date, and a second one.
 */
export function evaluateCourse(
  ctx: Ctx<Assistant>,
  { id: enrolmentId, ...answers }: EvaluateInput,
): Promise<Result<{ id: string }, "not_attended" | "evaluation_closed" | "answered_already">> {
  return inTransaction(ctx, async (tx) => {
    const enrolment = await readEnrolment(tx, enrolmentId);
    if (!isOwnEnrolment(tx.actor, enrolment)) throw new NotFoundError("enrolment");
    if (enrolment.status !== "attended") return refuse("not_attended");
    if (await isEvaluationClosed(tx, enrolment)) return refuse("evaluation_closed");
    const { count } = await tx.db.evaluation.createMany({
      data: { enrolmentId, ...answers },
      skipDuplicates: true,
    });
    return count === 0 ? refuse("answered_already") : ok({ id: enrolmentId });
  });
}
