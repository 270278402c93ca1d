import { type PlanProblem, parseProblem } from "@/lib/coverage/planner/problem/problem";
import { randomStream } from "@/lib/solver/random";

/** A small awkward problem for a seed: tight capacity, gaps in demand, own minutes, pins and prior now and then. */
export function makeTinyProblem(seed: number, shape: { pins?: boolean; prior?: boolean } = {}): PlanProblem {
  const next = randomStream(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const isHit = (chance: number) => next() < chance;
  const slots = 1 + upTo(3);
  const assistants = Array.from({ length: 1 + upTo(3) }, (_, index) => ({
    id: `a${index}`,
    capacity: Array.from({ length: slots }, () => (isHit(0.2) ? 0 : 10 * (1 + upTo(7)))),
    expected: 10 * upTo(6),
  }));
  const episodes: PlanProblem["episodes"] = [];
  let steps = 0;
  for (let index = 0; index < 4 && steps < 5; index++) {
    const from = upTo(slots - 1);
    const to = from + 1 + upTo(slots - 1 - from);
    const minutes = Array.from({ length: to - from }, () => (isHit(0.2) ? 0 : 10 * (1 + upTo(4))));
    steps += minutes.filter(Boolean).length;
    if (steps > 7) break;
    const candidates = assistants
      .filter(() => isHit(0.75))
      .map((person) => ({
        assistantId: person.id,
        misfit: upTo(100),
        ...(isHit(0.3) ? { minutes: minutes.map((one) => one + 5 * upTo(3)) } : {}),
      }));
    episodes.push({
      id: `x${index}`,
      executiveId: `e${index}`,
      absenceId: "b",
      from,
      to,
      minutes,
      weight: isHit(0.1) ? 0 : 1 + upTo(2),
      candidates,
    });
  }
  const weights = {
    piece: [0, 50, 150][upTo(2)] ?? 0,
    change: [0, 40, 200][upTo(2)] ?? 0,
    fairness: (isHit(0.2) ? [5, 1] : [upTo(3), 3 + upTo(4)]) as [number, number],
  };
  const served = episodes.flatMap((episode) =>
    episode.minutes.map((_, offset) => ({
      episodeId: episode.id,
      slot: episode.from + offset,
      assistantId: assistants[upTo(assistants.length - 1)]?.id ?? "a0",
    })),
  );
  const prior = shape.prior ? served.filter(() => isHit(0.7)) : [];
  const bare = { slots, assistants, episodes, pinned: [], prior, weights };
  const pinned = shape.pins ? served.filter(() => isHit(0.2)) : [];
  const legal = pinned.filter((pin) => parseProblem({ ...bare, pinned: [pin] }).ok);
  const whole = parseProblem({ ...bare, pinned: legal });
  return whole.ok ? whole.value : bare;
}
