import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import type { OpenedHalfDays } from "@/lib/coverage/what-if/rules-opened-by";

type Episode = PlanProblem["episodes"][number];

/** Minutes an episode takes from a person in a slot of the problem; 0 where it asks for nothing. */
export function minutesAskedOf(episode: Episode, assistantId: string, slot: number): number {
  const candidate = episode.candidates.find((one) => one.assistantId === assistantId);
  const asked = episode.minutes[slot - episode.from] ?? 0;
  return asked === 0 ? 0 : ((candidate?.minutes ?? episode.minutes)[slot - episode.from] ?? 0);
}

/** A problem of the opened half-days only: what stands elsewhere stays, and its minutes are taken from those who carry it. */
export function openedProblem(
  { problem, slotIndexes, ...parts }: PoolProblem,
  opened: OpenedHalfDays,
): PoolProblem {
  const isOpened = (episode: Episode, slot: number) =>
    opened.get(episode.executiveId)?.has(slotIndexes[slot] ?? -1) === true;
  const episodeOf = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  const isKept = ({ episodeId, slot }: { episodeId: string; slot: number }) => {
    const episode = episodeOf.get(episodeId);
    return episode !== undefined && isOpened(episode, slot);
  };
  const capacity = new Map(problem.assistants.map(({ id, capacity }) => [id, [...capacity]]));
  for (const held of [...problem.pinned, ...problem.prior]) {
    const episode = episodeOf.get(held.episodeId);
    const row = capacity.get(held.assistantId);
    if (!episode || !row || isKept(held)) continue;
    row[held.slot] = Math.max(
      0,
      (row[held.slot] ?? 0) - minutesAskedOf(episode, held.assistantId, held.slot),
    );
  }
  const episodes = problem.episodes
    .map((episode) => ({
      ...episode,
      minutes: episode.minutes.map((minutes, i) => (isOpened(episode, episode.from + i) ? minutes : 0)),
    }))
    .filter((episode) => episode.minutes.some((minutes) => minutes > 0));
  return {
    slotIndexes,
    ...parts,
    problem: {
      ...problem,
      assistants: problem.assistants.map((one) => ({
        ...one,
        capacity: capacity.get(one.id) ?? one.capacity,
      })),
      episodes,
      pinned: problem.pinned.filter(isKept),
      prior: problem.prior.filter(isKept),
    },
  };
}

/** Whom a manager chose for an executive instead of the plan's choice; null leaves the executive open. */
export type Picks = ReadonlyMap<string, string | null>;

/** The problem with a manager's choices pinned wherever the chosen person has the time; the rest is left to the planner. */
export function withPicks({ problem, slotIndexes, ...parts }: PoolProblem, picks: Picks): PoolProblem {
  const episodes = problem.episodes.filter((episode) => picks.get(episode.executiveId) !== null);
  const kept = new Set(episodes.map((episode) => episode.id));
  const pinned = problem.pinned.filter((one) => kept.has(one.episodeId));
  const left = new Map(problem.assistants.map(({ id, capacity }) => [id, [...capacity]]));
  for (const one of pinned) takeFor(episodes, left, one);
  const picked = episodes.flatMap((episode) => {
    const assistantId = picks.get(episode.executiveId);
    if (!assistantId || !episode.candidates.some((one) => one.assistantId === assistantId)) return [];
    return episode.minutes.flatMap((minutes, i) => {
      const slot = episode.from + i;
      const one = { episodeId: episode.id, slot, assistantId };
      const isPinned = pinned.some((pin) => pin.episodeId === episode.id && pin.slot === slot);
      if (minutes === 0 || isPinned) return [];
      return (left.get(assistantId)?.[slot] ?? 0) >= minutesAskedOf(episode, assistantId, slot)
        ? [takeFor(episodes, left, one)]
        : [];
    });
  });
  const isPicked = (one: Served) =>
    picked.some((pick) => pick.episodeId === one.episodeId && pick.slot === one.slot);
  const prior = problem.prior.filter((one) => kept.has(one.episodeId) && !isPicked(one));
  return { slotIndexes, ...parts, problem: { ...problem, episodes, pinned: [...pinned, ...picked], prior } };
}

type Served = PlanProblem["pinned"][number];

function takeFor(episodes: readonly Episode[], left: Map<string, number[]>, served: Served): Served {
  const episode = episodes.find((one) => one.id === served.episodeId);
  const row = left.get(served.assistantId);
  if (episode && row)
    row[served.slot] = (row[served.slot] ?? 0) - minutesAskedOf(episode, served.assistantId, served.slot);
  return served;
}
