import { freeMinutes, type Grid, gridAround, takeCovers } from "@/lib/coverage/demand/rules-grid";
import {
  absenceOn,
  dayOffName,
  type OfficeAssistant,
  type OfficeExecutive,
  type Staffing,
  scheduledMinutes,
  servedBy,
} from "@/lib/coverage/office/rules";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import type { Day } from "@/lib/time/day";
import { type DayPart, halfDayAt, halfDayIndex } from "@/lib/time/half-day";
import { effectOfAbsence } from "./rules-opened-by";

const LEAVE = "leave";

/** An executive of one's own who would be without cover, for half a day or a whole one (null). */
export type UncoveredExecutive = { executiveId: string; name: string; part: DayPart | null };

/** A day as leave would leave it; only on a day one works does it leave anybody. */
export type PreviewDay = {
  on: Day;
  state: "work" | "away" | "off" | "day_off";
  uncovered: UncoveredExecutive[];
};

/**
 * The grid with somebody away all the time, seen from their own executives: everybody else's executives stay served as they
 * are and only take time. Each half-day is a question of its own, so the answer holds for any days of leave.
 */
export function gridWithout(standing: Grid, assistantId: string): Grid {
  const [first, last] = [halfDayIndex(standing.office.from, "am"), halfDayIndex(standing.office.to, "pm")];
  const { grid } = effectOfAbsence(standing, { id: LEAVE, assistantId, first, last, taken: [] }, first);
  const executives = standing.office.executives.map((executive) =>
    isOwn(executive, assistantId) ? executive : { ...executive, poolId: `not ${executive.poolId}` },
  );
  return { ...grid, office: { ...grid.office, executives } };
}

/** An assistant, and all who support or cover an executive whom this one supports or covers. */
export function beside(office: Staffing, assistantId: string): Set<string> {
  const links = servedBy(office, assistantId).flatMap(({ id, supports }) => [
    ...supports,
    ...(office.covers.get(id) ?? []),
  ]);
  return new Set([assistantId, ...links.map((one) => one.assistantId)]);
}

/** The question without those of the pool who are asked for nothing. */
export function onlyAsked({ problem, ...rest }: PoolProblem): PoolProblem {
  const asked = new Set(
    problem.episodes.flatMap(({ candidates }) => candidates.map((one) => one.assistantId)),
  );
  return {
    ...rest,
    problem: { ...problem, assistants: problem.assistants.filter(({ id }) => asked.has(id)) },
  };
}

/**
 * The time that is left beside others' executives in such a grid, from what is left beside everybody's as it stands: only
 * for those who support or cover the own executives is it another.
 */
export function freeWithout(
  grid: Grid,
  assistantId: string,
  free: ReadonlyMap<string, readonly number[]>,
): Map<string, number[]> {
  const part = gridAround(grid, beside(grid.office, assistantId));
  const anew = freeMinutes(part);
  for (const executive of part.office.executives)
    if (!isOwn(executive, assistantId)) takeCovers(part, executive, anew);
  return new Map([...free].map(([id, row]) => [id, anew.get(id) ?? [...row]]));
}

/** True for an executive whom an assistant supports as their own. */
export function isOwn({ supports }: OfficeExecutive, assistantId: string): boolean {
  return supports.some((support) => support.assistantId === assistantId && support.role !== "backup");
}

/** Each day of the range with whom leave would leave without cover; leave that stands already is no news. */
export function previewDays(
  office: Staffing,
  me: OfficeAssistant,
  days: readonly Day[],
  { problem, slotIndexes }: PoolProblem,
  { uncovered }: PlanResult,
): PreviewDay[] {
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  const names = new Map(office.executives.map((executive) => [executive.id, executive.name]));
  const open = new Map<Day, Map<string, Set<DayPart>>>();
  for (const { episodeId, slot } of uncovered) {
    const episode = episodes.get(episodeId);
    if (episode?.absenceId !== LEAVE) continue;
    const { on, part } = halfDayAt(slotIndexes[slot] ?? 0);
    const byExecutive = open.get(on) ?? new Map<string, Set<DayPart>>();
    byExecutive.set(episode.executiveId, new Set(byExecutive.get(episode.executiveId)).add(part));
    open.set(on, byExecutive);
  }
  return days.map((on) => ({
    on,
    state: stateOf(office, me, on),
    uncovered: [...(open.get(on) ?? [])].map(([executiveId, parts]) => ({
      executiveId,
      name: names.get(executiveId) ?? "",
      part: parts.size > 1 ? null : ([...parts][0] ?? null),
    })),
  }));
}

function stateOf(office: Staffing, me: OfficeAssistant, on: Day): PreviewDay["state"] {
  if (dayOffName(office, me.poolId, on) !== undefined) return "day_off";
  const parts = (["am", "pm"] as const).filter((part) => scheduledMinutes(office, me, { on, part }) > 0);
  if (parts.length === 0) return "off";
  return parts.every((part) => absenceOn(me, { on, part })) ? "away" : "work";
}
