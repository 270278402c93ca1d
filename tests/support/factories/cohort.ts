import type { CohortProblem } from "@/lib/training/cohort/problem";

/** A small problem drawn from a stream: members who are own people of some pieces and cover for each other. */
export function drawCohort(
  random: () => number,
  size = { members: 4, others: 1, windows: 3 },
): CohortProblem {
  const below = (limit: number) => Math.floor(random() * limit);
  const members = Array.from({ length: size.members }, (_, i) => `m${i}`);
  const everybody = [...members, ...Array.from({ length: size.others }, (_, i) => `o${i}`)];
  const windows = Array.from({ length: size.windows }, (_, i) => ({
    id: `w${i}`,
    slots: random() < 0.25 ? [i, (i + 1) % size.windows] : [i],
  }));
  const pieces = members.flatMap((own, i) =>
    windows.flatMap((_, slot) =>
      random() < 0.75
        ? [
            {
              ...{ id: `p${i}.${slot}`, slot, minutes: 60 * (1 + below(2)) },
              own: random() < 0.2 ? [own, members[(i + 1) % members.length] ?? own] : [own],
              candidates: everybody
                .filter((id) => id !== own && id !== members[(i + 1) % members.length] && random() < 0.6)
                .map((id) => ({ id, cost: below(50) })),
            },
          ]
        : [],
    ),
  );
  return {
    ...{ seats: 1 + below(3), least: 0, windows, pieces },
    people: everybody.map((id) => ({ id, capacity: windows.map(() => 60 * below(4)) })),
    cohort: members.map((id) => (random() < 0.2 ? { id, windows: [`w${below(size.windows)}`] } : { id })),
    together: random() < 0.2 ? [["m0", "m1"]] : [],
    apart: random() < 0.2 ? [["m2", "m3"]] : [],
    at: [],
  };
}
