import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { hashOfText } from "@/lib/digest";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { getRunById, listRuns } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/rules";
import { listTemplates } from "@/lib/schedules/setup/queries";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import { jsonInSteps } from "@/lib/steps";
import { laterDay } from "@/lib/time/day";
import { addWeeks, type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { inTurns } from "@/lib/turns";
import { readTurns } from "./queries-turns";
import { factsOfQuestion } from "./rules-facts";
import { FILL_RUN, type FillProgress, fillKeyStart, type StoredFill } from "./rules-run";
import type { FillQuestion } from "./rules-stating";
import type { FillDaysInput, FillView } from "./schema";

type FillRun = Run<FillProgress, StoredFill>;

/** The newest fill of any of these days that goes on or waits for a decision; null where there is none. */
export async function findFill(
  ctx: Ctx<Manager>,
  { poolId, from, to }: Pick<FillDaysInput, "poolId" | "from" | "to">,
): Promise<FillView | null> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const fills = (await listRuns(ctx, FILL_RUN, fillKeyStart(poolId))).map(viewOf);
  return fills.find((fill) => fill.from <= to && fill.to >= from) ?? null;
}

/** One fill of a pool one leads; any other is not found. */
export async function requireFill(ctx: Ctx<Manager>, id: string): Promise<FillView> {
  return viewOf(await requireFillRun(ctx, id));
}

/** The run of a fill of a pool one leads; any other is not found. */
export async function requireFillRun(ctx: Ctx<Manager>, id: string): Promise<FillRun> {
  const run = await getRunById(ctx, FILL_RUN, id);
  const about = run && (run.result ?? run.progress);
  if (!run || !about || !canManagePool(ctx.actor, about.poolId)) throw new NotFoundError("fill");
  return run;
}

function viewOf({ id, status, progress, result }: FillRun): FillView {
  const { poolId = "", from = "", to = "", roleIds = null } = result ?? progress ?? {};
  const isEmpty = status === "stopped" && result === null;
  return {
    ...{ id, poolId, from, to, roleIds },
    version: result?.version ?? 0,
    status: isEmpty ? "failed" : status,
    stage: progress?.stage ?? "waiting",
    result: result?.found ?? null,
  };
}

/** All that decides how days of a pool are filled, as it is now. */
export async function readFillQuestion(
  ctx: Ctx<Manager>,
  { poolId, from, to, roleIds }: FillDaysInput,
): Promise<FillQuestion> {
  const [first, last] = [isoWeekOf(from), isoWeekOf(to)];
  const weeks: IsoWeek[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) weeks.push(week);
  const [rosters, templates, turns] = await Promise.all([
    Promise.all(weeks.map((week) => readRoster(ctx, poolId, week))),
    listTemplates(ctx, poolId),
    readTurns(ctx.db, poolId, mondayOf(first)),
  ]);
  const today = dayIn(rosters[0]?.rules.timeZone ?? "UTC", ctx.now);
  return { weeks: rosters, from: laterDay(from, today), to, templates, turns, roleIds };
}

/** The fingerprint of a question. Of a large pool it is some megabytes, so that it is written in turns. */
export async function hashOfQuestion(question: FillQuestion): Promise<string> {
  return hashOfText(await inTurns(jsonInSteps(factsOfQuestion(question))));
}
