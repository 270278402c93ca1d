import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { type HalfDayRange, halfDayAt, rangeOfIndexes } from "@/lib/time/half-day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";
import type { PoolProblem } from "./rules-problem";

/** Half-days of an executive, one after the other, that go from one person to another; null is nobody. */
export type PlannedMove = HalfDayRange & {
  executiveId: string;
  fromAssistantId: string | null;
  toAssistantId: string | null;
  halfDays: number;
};

/** Half-days of executives without cover in a week, as they stand and with the plan. */
export type OpenInWeek = { week: IsoWeek; before: number; after: number };

/** What a plan changes of what stands: who moves, who gains and who loses, counted in half-days. */
export type PlanDifference = {
  moves: PlannedMove[];
  /** Half-days that change hands, that are covered anew, that lose their cover, and that stay as they are. */
  moved: number;
  gained: number;
  lost: number;
  kept: number;
  /** What is open in each week that has anything to cover, in order. */
  open: OpenInWeek[];
  /** Minutes of cover by person, before and with the plan, where they differ. */
  people: { assistantId: string; before: number; after: number }[];
};

/** The difference between the covers that stand and a plan's, pins aside: nobody moves those. */
export function planDifference({ problem, slotIndexes }: PoolProblem, result: PlanResult): PlanDifference {
  const before = new Map(problem.prior.map((one) => [`${one.episodeId} ${one.slot}`, one.assistantId]));
  const pinned = new Set(problem.pinned.map((one) => `${one.episodeId} ${one.slot}`));
  const after = servedBy(result);
  const counts = { moved: 0, gained: 0, lost: 0, kept: 0 };
  const minutes = new Map<string, { before: number; after: number }>();
  const moves: (PlannedMove & { last: number })[] = [];
  const open = { before: new Set<string>(), after: new Set<string>(), asked: new Set<IsoWeek>() };
  for (const episode of problem.episodes) {
    episode.minutes.forEach((demand, step) => {
      const slot = episode.from + step;
      const key = `${episode.id} ${slot}`;
      if (demand === 0) return;
      const at = slotIndexes[slot] ?? 0;
      open.asked.add(weekOf(at));
      if (pinned.has(key)) return;
      const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
      if (was) give(minutes, was, "before", takenBy(episode, was, step));
      if (is) give(minutes, is, "after", takenBy(episode, is, step));
      if (was === is) counts.kept += was === null ? 0 : 1;
      else counts[was === null ? "gained" : is === null ? "lost" : "moved"]++;
      if (was === null) open.before.add(`${at} ${episode.executiveId}`);
      if (is === null) open.after.add(`${at} ${episode.executiveId}`);
      if (was !== is) addTo(moves, episode.executiveId, was, is, slot, at);
    });
  }
  return {
    ...counts,
    open: [...open.asked].sort().map((week) => ({
      week,
      before: countIn(open.before, week),
      after: countIn(open.after, week),
    })),
    moves: moves.map(({ last: _, ...move }) => move),
    people: [...minutes]
      .map(([assistantId, given]) => ({ assistantId, ...given }))
      .filter((person) => person.before !== person.after)
      .sort((a, b) => b.after - b.before - (a.after - a.before) || (a.assistantId < b.assistantId ? -1 : 1)),
  };
}

function weekOf(index: number): IsoWeek {
  return isoWeekOf(halfDayAt(index).on);
}

/** Parts of one half-day of an executive are one half-day. */
function countIn(halfDays: ReadonlySet<string>, week: IsoWeek): number {
  return [...halfDays].filter((key) => weekOf(Number.parseInt(key, 10)) === week).length;
}

function servedBy({ assignments }: PlanResult): Map<string, string> {
  const served = new Map<string, string>();
  for (const { episodeId, from, to, assistantId } of assignments)
    for (let slot = from; slot < to; slot++) served.set(`${episodeId} ${slot}`, assistantId);
  return served;
}

type Episode = PoolProblem["problem"]["episodes"][number];

function takenBy(episode: Episode, assistantId: string, step: number): number {
  const candidate = episode.candidates.find((one) => one.assistantId === assistantId);
  return (candidate?.minutes ?? episode.minutes)[step] ?? 0;
}

function give(
  minutes: Map<string, { before: number; after: number }>,
  assistantId: string,
  when: "before" | "after",
  more: number,
): void {
  const given = minutes.get(assistantId) ?? { before: 0, after: 0 };
  minutes.set(assistantId, { ...given, [when]: given[when] + more });
}

function addTo(
  moves: (PlannedMove & { last: number })[],
  executiveId: string,
  fromAssistantId: string | null,
  toAssistantId: string | null,
  slot: number,
  index: number,
): void {
  const previous = moves.at(-1);
  const isNext =
    previous?.executiveId === executiveId &&
    previous.fromAssistantId === fromAssistantId &&
    previous.toAssistantId === toAssistantId &&
    previous.last === slot - 1;
  if (previous && isNext) {
    const { to, toPart } = rangeOfIndexes(index, index);
    Object.assign(previous, { last: slot, to, toPart, halfDays: previous.halfDays + 1 });
    return;
  }
  moves.push({
    ...rangeOfIndexes(index, index),
    executiveId,
    fromAssistantId,
    toAssistantId,
    halfDays: 1,
    last: slot,
  });
}
