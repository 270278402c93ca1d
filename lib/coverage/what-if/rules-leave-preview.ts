import type { Grid } from "@/lib/coverage/demand/rules-grid";
import {
  absenceOn,
  dayOffName,
  type Office,
  type OfficeAssistant,
  scheduledMinutes,
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
 * The office with somebody away all the time, seen from their own executives: everybody else's executives stay served as they
 * are and only take time. Each half-day is a question of its own, so the answer holds for any days of leave.
 */
export function officeWithout(office: Office, assistantId: string): Grid {
  const [first, last] = [halfDayIndex(office.from, "am"), halfDayIndex(office.to, "pm")];
  const { grid } = effectOfAbsence(office, { id: LEAVE, assistantId, first, last, taken: [] }, first);
  const executives = office.executives.map((executive) =>
    isOwn(executive, assistantId) ? executive : { ...executive, poolId: `not ${executive.poolId}` },
  );
  return { ...grid, office: { ...grid.office, executives } };
}

function isOwn({ supports }: Office["executives"][number], assistantId: string): boolean {
  return supports.some((support) => support.assistantId === assistantId && support.role !== "backup");
}

/** Each day of the range with whom leave would leave without cover; leave that stands already is no news. */
export function previewDays(
  office: Office,
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

function stateOf(office: Office, me: OfficeAssistant, on: Day): PreviewDay["state"] {
  if (dayOffName(office, me.poolId, on) !== undefined) return "day_off";
  const parts = (["am", "pm"] as const).filter((part) => scheduledMinutes(office, me, { on, part }) > 0);
  if (parts.length === 0) return "off";
  return parts.every((part) => absenceOn(me, { on, part })) ? "away" : "work";
}
