import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";

type Place = { episode: PlanProblem["episodes"][number]; slot: number };
export type Truth = { uncoveredWeight: number; quality: number };

/** The lexicographic optimum by trying everything; for problems with a handful of slots in demand. */
export function bruteForce(problem: PlanProblem): Truth {
  const places = problem.episodes.flatMap((episode) =>
    episode.minutes.flatMap((minutes, offset) =>
      minutes > 0 ? [{ episode, slot: episode.from + offset }] : [],
    ),
  );
  const left = new Map(problem.assistants.map((person) => [person.id, [...person.capacity]]));
  const chosen: (string | null)[] = [];
  let best: Truth = { uncoveredWeight: Number.POSITIVE_INFINITY, quality: Number.POSITIVE_INFINITY };

  function tryFrom(index: number) {
    const place = places[index];
    if (!place) {
      const truth = weigh(problem, places, chosen);
      const isLess =
        truth.uncoveredWeight < best.uncoveredWeight ||
        (truth.uncoveredWeight === best.uncoveredWeight && truth.quality < best.quality);
      if (isLess) best = truth;
      return;
    }
    const { episode, slot } = place;
    const pin = problem.pinned.find((one) => one.episodeId === episode.id && one.slot === slot);
    if (!pin) {
      chosen[index] = null;
      tryFrom(index + 1);
    }
    for (const candidate of episode.candidates) {
      if (pin && pin.assistantId !== candidate.assistantId) continue;
      const residual = left.get(candidate.assistantId) as number[];
      const take = minutesOf(place, candidate.assistantId);
      const free = residual[slot] as number;
      if (take > free || capacityOf(problem, candidate.assistantId, slot) === 0) continue;
      residual[slot] = free - take;
      chosen[index] = candidate.assistantId;
      tryFrom(index + 1);
      residual[slot] = free;
    }
  }

  tryFrom(0);
  return best;
}

function weigh(problem: PlanProblem, places: Place[], chosen: (string | null)[]): Truth {
  const { piece, change, fairness } = problem.weights;
  const given = new Map<string, number>();
  let uncoveredWeight = 0;
  let quality = 0;
  for (const [index, place] of places.entries()) {
    const who = chosen[index] ?? null;
    const before = places[index - 1]?.episode === place.episode ? (chosen[index - 1] ?? null) : null;
    const was = problem.prior.find((one) => one.episodeId === place.episode.id && one.slot === place.slot);
    if (was && was.assistantId !== who) quality += change;
    if (who === null) {
      uncoveredWeight += place.episode.weight * (place.episode.minutes[place.slot - place.episode.from] ?? 0);
      continue;
    }
    quality += place.episode.candidates.find((one) => one.assistantId === who)?.misfit ?? 0;
    if (who !== before) quality += piece;
    given.set(who, (given.get(who) ?? 0) + minutesOf(place, who));
  }
  for (const person of problem.assistants) {
    const minutes = given.get(person.id) ?? 0;
    const share = person.expected;
    quality += fairness[0] * Math.min(Math.max(minutes - share, 0), share);
    quality += fairness[1] * Math.max(minutes - 2 * share, 0);
  }
  return { uncoveredWeight, quality };
}

function minutesOf({ episode, slot }: Place, who: string): number {
  const candidate = episode.candidates.find((one) => one.assistantId === who);
  return candidate?.minutes?.[slot - episode.from] ?? episode.minutes[slot - episode.from] ?? 0;
}

function capacityOf(problem: PlanProblem, who: string, slot: number): number {
  return problem.assistants.find((one) => one.id === who)?.capacity[slot] ?? 0;
}
