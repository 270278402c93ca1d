/** What was done of turns in the weeks before: how many by each, and in which part of that time each was at work (1 where it is not said). */
export type TurnsBefore = { counts: ReadonlyMap<string, number>; presence: ReadonlyMap<string, number> };

type Sharer = { id: string; ftePercent: number };

/**
 * The turns that fall to each of some people: those done before by their hours and the time they were at work, so that no absence
 * is held against anybody, and those to come by their hours alone.
 */
export function turnsByShare(
  people: readonly Sharer[],
  { counts, presence }: TurnsBefore,
  toCome: number,
): Map<string, number> {
  const done = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const before = shares(people, ({ id, ftePercent }) => ftePercent * (presence.get(id) ?? 1));
  const after = shares(people, ({ ftePercent }) => ftePercent);
  return new Map(
    people.map(({ id }, i) => [id, done * (before[i] ?? 0) + toCome * (after[i] ?? 0)] as const),
  );
}

function shares(people: readonly Sharer[], weightOf: (person: Sharer) => number): number[] {
  const weights = people.map(weightOf);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (whole === 0 ? 0 : weight / whole));
}
