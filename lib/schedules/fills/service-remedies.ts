import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { changeResult } from "@/lib/runs/service";
import { explainFillInWorker } from "@/lib/schedules/worker/explain-fill";
import { requireAnsweredFill } from "./queries-explanations";
import type { UseRemedyInput } from "./schema";

/**
 * Changes the proposal of a fill so that a remedy fills one of its holes; still nothing is drafted. Refused where the proposal or
 * anything that it was made from has changed since it was read.
 */
export async function applyRemedy(
  ctx: Ctx<Manager>,
  { id, version, hole, remedy }: UseRemedyInput,
): Promise<Result<{ id: string }, "fill_goes_on" | "plan_outdated">> {
  const answered = await requireAnsweredFill(ctx, id);
  if (!answered.ok) return answered;
  const { stored, question } = answered.value;
  if (stored.version !== version) return refuse("plan_outdated");
  const answer = await explainFillInWorker(question, stored, { kind: "use", hole, remedy });
  if (answer.kind !== "used" || !answer.fill) throw new NotFoundError("remedy");
  const isWritten = await changeResult(ctx, id, version, { ...stored, ...answer.fill, version: version + 1 });
  return isWritten ? ok({ id }) : refuse("plan_outdated");
}
