import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { explainFillInWorker } from "@/lib/schedules/worker/explain-fill";
import { day } from "@/lib/time/day";
import { hashOfQuestion, readFillQuestion, requireFillRun } from "./queries";
import type { StoredFill } from "./rules-run";
import type { FillQuestion } from "./rules-stating";
import type { ExplainedFillView, ExplainFillInput } from "./schema";

type AnsweredFill = { stored: StoredFill; question: FillQuestion };

/** What a fill found and the question it answers, where that is still the question; one of a pool one leads. */
export async function requireAnsweredFill(
  ctx: Ctx<Manager>,
  id: string,
): Promise<Result<AnsweredFill, "fill_goes_on" | "plan_outdated">> {
  const { status, result: stored } = await requireFillRun(ctx, id);
  if (!stored) return refuse(status === "running" ? "fill_goes_on" : "plan_outdated");
  const { poolId, roleIds } = stored;
  const question = await readFillQuestion(ctx, {
    ...{ poolId, roleIds },
    ...{ from: day(stored.from), to: day(stored.to) },
  });
  if ((await hashOfQuestion(question)) !== stored.inputHash) return refuse("plan_outdated");
  return ok({ stored, question });
}

/** What would fill a hole of a fill, each change tried; or why somebody is proposed for a shift, and who is next best. */
export async function explainFill(
  ctx: Ctx<Manager>,
  { id, kind, index }: ExplainFillInput,
): Promise<Result<ExplainedFillView, "fill_goes_on" | "plan_outdated">> {
  const answered = await requireAnsweredFill(ctx, id);
  if (!answered.ok) return answered;
  const { stored, question } = answered.value;
  const part = kind === "hole" ? stored.found.holes[index] : stored.found.shifts[index];
  if (!part) throw new NotFoundError(kind);
  const answer = await explainFillInWorker(question, stored, { kind, index });
  if (answer.kind !== "explained") throw new Error("a fill was not explained");
  return ok({ version: stored.version, ...answer.explained });
}
