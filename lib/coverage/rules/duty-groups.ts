import type { HalfDay } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { pieceMinutes } from "./demand";
import { ineligibilities, ineligibilitiesOfPerson } from "./eligibility";
import { familiarityPercent } from "./familiarity";
import type { Grid } from "./grid";
import { isThereFor, type OfficeAssistant, type OfficeExecutive } from "./office";

/** A half-day, or hours of it, of an executive that somebody is to cover. */
export type Need = { position: number; at: HalfDay; window: Hours | null };

/** Two parts of an executive's duties that two people can cover together on some half-days on which nobody can do all. */
export type DutySplit = { groups: [string[], string[]]; positions: number[] };

/** The most duties whose divisions are tried: 511 of them. */
const MOST_DUTIES = 10;

/**
 * The best division of some duties into two on the half-days on which nobody is eligible for, and has the time for, all
 * of them: the one which covers most half-days, then has most candidates, then the larger first part. Null where no
 * two people can.
 */
export function bestSplit(
  grid: Grid,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  needs: readonly Need[],
  free: ReadonlyMap<string, readonly number[]>,
): DutySplit | null {
  if (dutyIds.length < 2 || dutyIds.length > MOST_DUTIES || needs.length === 0) return null;
  const classes = classesOf(grid, executive, dutyIds, needs, free);
  const all = (1 << dutyIds.length) - 1;
  const costs = costsOf(grid, executive, dutyIds, needs);
  const hopeless = needs.map((_, n) => !classes.some((one) => canTake(one, n, all, costs)));
  let best: { first: number; rank: number[]; positions: number[] } | null = null;
  for (let first = 1; first < all; first++) {
    const second = all & ~first;
    if (minutesOfMask(costs, first) < minutesOfMask(costs, second)) continue;
    const positions = needs.flatMap((need, n) =>
      hopeless[n] && isPair(classes, n, first, second, costs) ? [need.position] : [],
    );
    if (positions.length === 0) continue;
    const rank = [
      positions.length,
      countFor(classes, first) + countFor(classes, second),
      minutesOfMask(costs, first),
    ];
    if (!best || isHigher(rank, best.rank)) best = { first, rank, positions };
  }
  if (!best) return null;
  const { first, positions } = best;
  const partOf = (mask: number) => dutyIds.filter((_, i) => mask & (1 << i));
  return { groups: [partOf(first), partOf(all & ~first)], positions };
}

/** People alike in what they may do and in how much longer than the own assistant they need, with the freest two of each need. */
type Class = { mask: number; percent: number; people: number; free: number[][] };

function classesOf(
  grid: Grid,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  needs: readonly Need[],
  free: ReadonlyMap<string, readonly number[]>,
): Class[] {
  const classes = new Map<string, Class>();
  const on = needs[0]?.at.on ?? grid.office.from;
  for (const assistant of grid.office.assistants.values()) {
    if (ineligibilitiesOfPerson(grid.office, assistant, executive, on).length > 0) continue;
    const mask = maskOf(grid, assistant, executive, dutyIds, needs);
    if (mask === 0) continue;
    const percent = familiarityPercent(grid.office, assistant.id, executive);
    const key = `${mask} ${percent}`;
    const group = classes.get(key) ?? { mask, percent, people: 0, free: needs.map(() => []) };
    group.people++;
    for (const [n, { at, window, position }] of needs.entries()) {
      const minutes = free.get(assistant.id)?.[position] ?? 0;
      if (minutes > 0 && isThereFor(grid.office, assistant, at, window)) keepFreest(group.free[n], minutes);
    }
    classes.set(key, group);
  }
  return [...classes.values()];
}

function maskOf(
  grid: Grid,
  assistant: OfficeAssistant,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  needs: readonly Need[],
): number {
  const on = needs[0]?.at.on ?? grid.office.from;
  return dutyIds.reduce((mask, duty, i) => {
    const rules = ineligibilities(grid.office, assistant, executive, on, [duty]);
    return rules.length === 0 ? mask | (1 << i) : mask;
  }, 0);
}

function keepFreest(freest: number[] | undefined, minutes: number): void {
  freest?.push(minutes);
  freest?.sort((a, b) => b - a);
  freest?.splice(2);
}

/** Minutes of each set of duties in each need, worked out when asked for. */
type Costs = (need: number, mask: number) => number;

function costsOf(
  grid: Grid,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  needs: readonly Need[],
): Costs {
  const known = new Map<number, number>();
  return (n, mask) => {
    const key = n * 1024 + mask;
    const found = known.get(key);
    const need = needs[n];
    if (found !== undefined || !need) return found ?? 0;
    const duties = dutyIds.filter((_, i) => mask & (1 << i));
    const minutes = pieceMinutes(grid.office, executive, need.at, { window: need.window, dutyIds: duties });
    known.set(key, minutes);
    return minutes;
  };
}

function minutesOfMask(costs: Costs, mask: number): number {
  return costs(0, mask);
}

function canTake(one: Class, need: number, mask: number, costs: Costs): boolean {
  return able(one, need, mask, costs) > 0;
}

/** How many of a class can take some duties of a need: none, one, or two and more. */
function able({ mask, percent, free }: Class, need: number, duties: number, costs: Costs): number {
  if ((mask & duties) !== duties) return 0;
  const minutes = Math.ceil((costs(need, duties) * percent) / 100);
  return (free[need] ?? []).filter((one) => one >= minutes).length;
}

function isPair(classes: Class[], need: number, first: number, second: number, costs: Costs): boolean {
  const [a, b] = [first, second].map((mask) => classes.map((one) => able(one, need, mask, costs)));
  return classes.some((_, i) =>
    classes.some(
      (_, j) => (a?.[i] ?? 0) > 0 && (b?.[j] ?? 0) > 0 && (i !== j || Math.max(a?.[i] ?? 0, b?.[j] ?? 0) > 1),
    ),
  );
}

function countFor(classes: Class[], duties: number): number {
  return classes.reduce((sum, one) => sum + ((one.mask & duties) === duties ? one.people : 0), 0);
}

function isHigher(a: number[], b: number[]): boolean {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value > (b[i] ?? 0);
  return false;
}
