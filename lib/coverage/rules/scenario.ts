import type { PlanProblem } from "@/lib/coverage/planner/problem";
import type { Office, OfficeAbsence } from "./office";
import type { PoolProblem } from "./problem";

type Away = { assistantId: string; absence: OfficeAbsence };

/** The office as it would be were these absences approved; covers the absent hold meanwhile lapse by themselves. */
export function withAbsences(office: Office, away: readonly Away[]): Office {
  const assistants = new Map(office.assistants);
  for (const { assistantId, absence } of away) {
    const assistant = assistants.get(assistantId);
    if (!assistant) continue;
    const absences = [...assistant.absences.filter((other) => other.id !== absence.id), absence];
    assistants.set(assistantId, { ...assistant, absences });
  }
  return { ...office, assistants };
}

type Episode = PlanProblem["episodes"][number];

/** A problem of some episodes only: what stands elsewhere stays, and its minutes are taken from those who carry it. */
export function narrowProblem(
  { problem, slotIndexes, parts }: PoolProblem,
  isKept: (episode: Episode) => boolean,
): PoolProblem {
  const kept = new Set(problem.episodes.filter(isKept).map((episode) => episode.id));
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  const capacity = new Map(problem.assistants.map(({ id, capacity }) => [id, [...capacity]]));
  for (const { episodeId, slot, assistantId } of [...problem.pinned, ...problem.prior]) {
    const episode = episodes.get(episodeId);
    const row = capacity.get(assistantId);
    if (!episode || !row || kept.has(episodeId)) continue;
    row[slot] = Math.max(0, (row[slot] ?? 0) - minutesTaken(episode, assistantId, slot));
  }
  const keptParts = Object.entries(parts ?? {}).filter(([id]) => kept.has(id));
  return {
    slotIndexes,
    ...(keptParts.length > 0 ? { parts: Object.fromEntries(keptParts) } : {}),
    problem: {
      ...problem,
      assistants: problem.assistants.map((one) => ({
        ...one,
        capacity: capacity.get(one.id) ?? one.capacity,
      })),
      episodes: problem.episodes.filter((episode) => kept.has(episode.id)),
      pinned: problem.pinned.filter((one) => kept.has(one.episodeId)),
      prior: problem.prior.filter((one) => kept.has(one.episodeId)),
    },
  };
}

function minutesTaken(episode: Episode, assistantId: string, slot: number): number {
  const candidate = episode.candidates.find((one) => one.assistantId === assistantId);
  return (candidate?.minutes ?? episode.minutes)[slot - episode.from] ?? 0;
}
