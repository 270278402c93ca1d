import { judgeFor } from "@/lib/coverage/candidates/rules-eligibility";
import { atPercent, familiarityPercent } from "@/lib/coverage/candidates/rules-familiarity";
import { pieceMinutes } from "@/lib/coverage/demand/rules";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import { isThereFor, type OfficeExecutive } from "@/lib/coverage/office/rules";
import type { Day } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";

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
  const on = needs[0]?.at.on ?? grid.office.from;
  const hopeless = hopelessNeeds(grid, executive, dutyIds, on, needs, free);
  if (hopeless.length === 0) return null;
  const classes = classesOf(grid, executive, dutyIds, on, hopeless, free);
  const all = (1 << dutyIds.length) - 1;
  const costs = costsOf(grid, executive, dutyIds, hopeless);
  const sizes = costsOf(grid, executive, dutyIds, needs);
  let best: { first: number; rank: number[]; positions: number[] } | null = null;
  for (let first = 1; first < all; first++) {
    const second = all & ~first;
    if (sizes(0, first) < sizes(0, second)) continue;
    const positions = hopeless.flatMap((need, n) =>
      isPair(classes, n, first, second, costs) ? [need.position] : [],
    );
    if (positions.length === 0) continue;
    const rank = [positions.length, countFor(classes, first) + countFor(classes, second), sizes(0, first)];
    if (!best || isHigher(rank, best.rank)) best = { first, rank, positions };
  }
  if (!best) return null;
  const { first, positions } = best;
  const partOf = (mask: number) => dutyIds.filter((_, i) => mask & (1 << i));
  return { groups: [partOf(first), partOf(all & ~first)], positions };
}

/** The half-days on which nobody is eligible for, and has the time for, all of the duties. */
function hopelessNeeds(
  { office }: Grid,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  on: Day,
  needs: readonly Need[],
  free: ReadonlyMap<string, readonly number[]>,
): Need[] {
  const { isEligible } = judgeFor(office, executive, on, dutyIds);
  let open = needs.map((need) => ({
    need,
    minutes: pieceMinutes(office, executive, need.at, { window: need.window, dutyIds }),
  }));
  for (const assistant of office.assistants.values()) {
    if (open.length === 0) break;
    if (!isEligible(assistant)) continue;
    const row = free.get(assistant.id) ?? [];
    const percent = familiarityPercent(office, assistant.id, executive);
    open = open.filter(({ need: { at, window, position }, minutes }) => {
      const has = row[position] ?? 0;
      return has === 0 || has < atPercent(minutes, percent) || !isThereFor(office, assistant, at, window);
    });
  }
  return open.map(({ need }) => need);
}

/** People alike in what they may do and in how much longer than the own assistant they need, with the freest two of each need. */
type Class = { mask: number; percent: number; people: number; free: number[][] };

function classesOf(
  grid: Grid,
  executive: OfficeExecutive,
  dutyIds: readonly string[],
  on: Day,
  needs: readonly Need[],
  free: ReadonlyMap<string, readonly number[]>,
): Class[] {
  const classes = new Map<string, Class>();
  const judges = dutyIds.map((duty) => judgeFor(grid.office, executive, on, [duty]));
  for (const assistant of grid.office.assistants.values()) {
    const mask = judges.reduce((sum, { isEligible }, i) => (isEligible(assistant) ? sum | (1 << i) : sum), 0);
    if (mask === 0) continue;
    const percent = familiarityPercent(grid.office, assistant.id, executive);
    const key = `${mask} ${percent}`;
    const group = classes.get(key) ?? { mask, percent, people: 0, free: needs.map(() => []) };
    group.people++;
    const row = free.get(assistant.id) ?? [];
    for (const [n, { at, window, position }] of needs.entries()) {
      const minutes = row[position] ?? 0;
      const freest = group.free[n] ?? [];
      if (minutes > (freest[1] ?? 0) && isThereFor(grid.office, assistant, at, window))
        keepFreest(freest, minutes);
    }
    classes.set(key, group);
  }
  return [...classes.values()];
}

function keepFreest(freest: number[], minutes: number): void {
  freest.push(minutes);
  freest.sort((a, b) => b - a);
  freest.splice(2);
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

/** How many of a class can take some duties of a need: none, one, or two and more. */
function able({ mask, percent, free }: Class, need: number, duties: number, costs: Costs): number {
  if ((mask & duties) !== duties) return 0;
  const minutes = atPercent(costs(need, duties), percent);
  const [freest = -1, next = -1] = free[need] ?? [];
  if (next >= minutes) return 2;
  return freest >= minutes ? 1 : 0;
}

function isPair(classes: Class[], need: number, first: number, second: number, costs: Costs): boolean {
  for (const one of classes) {
    const ableFirst = able(one, need, first, costs);
    if (ableFirst === 0) continue;
    for (const other of classes) {
      const ableSecond = able(other, need, second, costs);
      if (ableSecond > 0 && (one !== other || Math.max(ableFirst, ableSecond) > 1)) return true;
    }
  }
  return false;
}

function countFor(classes: Class[], duties: number): number {
  return classes.reduce((sum, one) => sum + ((one.mask & duties) === duties ? one.people : 0), 0);
}

function isHigher(a: number[], b: number[]): boolean {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value > (b[i] ?? 0);
  return false;
}
