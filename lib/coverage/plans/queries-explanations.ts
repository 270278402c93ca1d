import "server-only";

import { z } from "zod";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { loadOffice } from "@/lib/coverage/office/queries";
import type { AssignmentExplanation } from "@/lib/coverage/planner/explain/explain";
import type { UncoveredExplanation } from "@/lib/coverage/planner/explain/explain-uncovered";
import { explainInWorker } from "@/lib/coverage/worker/explain";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";

import type { PoolProblem } from "./rules-problem";
import {
  leftOut,
  type PlannedCover,
  type PlannedGap,
  plannedCovers,
  plannedGaps,
  type StoredAnswer,
} from "./rules-view";
import type { ExplainPlanInput } from "./schema";
import { StoredExplanations, StoredPlanAnswer, StoredProblem } from "./schema-stored";

/** Explanations kept with a plan's version, by what they explain: "cover 3", "gap 0", "executive <id>". */
type Kept = Record<string, unknown>;

export type ExplainedPart = { version: number; cover: PlannedCover | null; gap: PlannedGap | null };

/**
 * Why one cover of a plan was chosen and not others, or what would close one of its gaps; worked out when first asked
 * for and kept with the plan's version.
 */
export async function explainPlanPart(
  ctx: Ctx<Manager>,
  input: ExplainPlanInput,
): Promise<Result<ExplainedPart, "plan_outdated">> {
  const row = await ctx.db.coveragePlan.findUnique({ where: { id: input.id } });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("plan");
  const stored = StoredProblem.safeParse(row.problem).data;
  const answer = StoredPlanAnswer.safeParse(row.result).data;
  if (!stored || !answer) return refuse("plan_outdated");
  const kept = keptIn(row);
  const { version } = row;
  if (input.kind === "gap") {
    if (!answer.result.uncovered[input.index]) throw new NotFoundError("gap");
    const explained = answer.uncovered[input.index] ?? (await explainGap(stored, answer, kept, input.index));
    await keep(ctx, row, { [`gap ${input.index}`]: explained });
    const uncovered = at(input.index, explained);
    const gap = pick(plannedGaps(stored, { ...answer, uncovered }), input.index);
    return ok({ version, cover: null, gap });
  }
  const assignment = answer.result.assignments[input.index];
  if (!assignment) throw new NotFoundError("cover");
  const explained =
    answer.assignments[input.index] ?? (await explainCover(stored, answer, kept, input.index));
  const parts = executiveOf(stored, assignment.episodeId);
  const out =
    answer.ineligible[parts.key] ??
    answer.ineligible[parts.executiveId] ??
    (await whoIsLeftOut(ctx, row, parts, kept));
  await keep(ctx, row, { [`cover ${input.index}`]: explained, [`executive ${parts.key}`]: out });
  const assignments = at(input.index, explained);
  const whole = { ...answer, assignments, ineligible: { [parts.key]: out } };
  return ok({ version, cover: pick(plannedCovers(stored, whole), input.index), gap: null });
}

function keptIn({ explanations }: { explanations: unknown }): Kept {
  return z.record(z.string(), z.unknown()).safeParse(explanations).data ?? {};
}

type Executive = { key: string; executiveId: string; dutyIds: string[] };

/** The executive an episode is for, and its duties where they are not all; by the key who is left out is kept under. */
function executiveOf({ problem, parts }: PoolProblem, episodeId: string): Executive {
  const executiveId = problem.episodes.find((one) => one.id === episodeId)?.executiveId ?? "";
  const dutyIds = parts?.[episodeId]?.dutyIds ?? [];
  return { key: dutyIds.length > 0 ? episodeId : executiveId, executiveId, dutyIds };
}

function at<T>(index: number, value: T): T[] {
  const list: T[] = [];
  list[index] = value;
  return list;
}

function pick<T extends { index: number }>(list: T[], index: number): T | null {
  return list.find((one) => one.index === index) ?? null;
}

async function explainGap(
  { problem }: PoolProblem,
  { result }: StoredAnswer,
  kept: Kept,
  index: number,
): Promise<UncoveredExplanation> {
  const known = StoredExplanations.gap.safeParse(kept[`gap ${index}`]).data;
  if (known) return known;
  const { uncovered } = await explainInWorker(problem, result, { assignments: [], uncovered: [index] });
  const explained = uncovered[index];
  if (!explained) throw new Error("the planner explained no gap it was asked for");
  return explained;
}

async function explainCover(
  { problem }: PoolProblem,
  { result }: StoredAnswer,
  kept: Kept,
  index: number,
): Promise<AssignmentExplanation> {
  const known = StoredExplanations.cover.safeParse(kept[`cover ${index}`]).data;
  if (known) return known;
  const { assignments } = await explainInWorker(problem, result, { assignments: [index], uncovered: [] });
  const explained = assignments[index];
  if (!explained) throw new Error("the planner explained no cover it was asked for");
  return explained;
}

type PlanRow = {
  id: string;
  poolId: string;
  fromOn: Date;
  toOn: Date;
  version: number;
  explanations: unknown;
};

async function whoIsLeftOut(
  ctx: Ctx<Manager>,
  { poolId, fromOn, toOn }: PlanRow,
  { key, executiveId, dutyIds }: Executive,
  kept: Kept,
): Promise<StoredAnswer["ineligible"][string]> {
  const known = StoredExplanations.executive.safeParse(kept[`executive ${key}`]).data;
  if (known) return known;
  const office = await loadOffice(ctx.db, { poolIds: [poolId] }, dayOfColumn(fromOn), dayOfColumn(toOn));
  const executive = office.executives.find((one) => one.id === executiveId);
  return executive ? leftOut(office, executive, poolId, dutyIds) : [];
}

/** Adds explanations to those kept with the plan, unless the plan has been replaced meanwhile. */
async function keep(ctx: Ctx<Manager>, row: PlanRow, more: Kept): Promise<void> {
  const { id, version } = row;
  const known = keptIn(row);
  if (Object.keys(more).every((key) => key in known)) return;
  await ctx.db.$executeRaw`
    UPDATE coverage_plans SET explanations = explanations || ${JSON.stringify(more)}::jsonb
    WHERE id = ${id}::uuid AND version = ${version}`;
}
