import { isSameHours, sharedHours, withoutHours } from "@/lib/time/hours";
import type { CoverRecord } from "./rules";
import { cellsOf, type Holding, type HoldingCell, hoursOfIndex, joinCells } from "./rules-extent";

/** A cover that loses some of what it is for: what goes, and what stays. */
export type Cut = { cover: CoverRecord; gone: Holding[]; kept: Holding[] };

/** What cutting a set of half-days out of a cover leaves and takes; null when it touches none of them. */
export function cutHalfDays(cover: CoverRecord, indexes: readonly number[]): Cut | null {
  return cutCover(
    cover,
    indexes.map((index) => ({ first: index, last: index })),
    [],
  );
}

/** What cutting hours and duties out of a cover leaves and takes; a cover of all duties loses some of the executive's. */
export function cutCover(
  cover: CoverRecord,
  holes: readonly Holding[],
  dutyIds: readonly string[],
): Cut | null {
  const { gone, kept } = withoutHoldings(cover, holes, dutyIds);
  return gone.length === 0 ? null : { cover, gone, kept };
}

/** Who covers whom on a stretch of half-days. */
export type PersonHolding = Holding & { executiveId: string; assistantId: string };

/** What a change of covers means for people: who is given half-days, who loses them, and where nobody is left. */
export type Difference = { given: PersonHolding[]; taken: PersonHolding[]; open: PersonHolding[] };

/** The difference between the covers of before and those of after, to the hour and the duty. */
export function differenceOf(
  before: readonly PersonHolding[],
  after: readonly PersonHolding[],
  dutiesOf: (executiveId: string) => readonly string[] = () => [],
): Difference {
  const [was, is] = [before, after].map((held) => grouped(held, (one) => one.executiveId));
  const executiveIds = [...new Set([...before, ...after].map((held) => held.executiveId))];
  const differences = executiveIds.map((executiveId) => {
    const [had, has] = [was?.get(executiveId) ?? [], is?.get(executiveId) ?? []];
    const duties = dutiesOf(executiveId);
    const by = (held: PersonHolding, others: PersonHolding[]) =>
      others.filter((one) => one.assistantId === held.assistantId);
    return {
      given: joined(has.flatMap((held) => restOf(held, by(held, had), duties))),
      taken: joined(had.flatMap((held) => restOf(held, by(held, has), duties))),
      open: joined(had.flatMap((held) => restOf(held, has, duties))),
    };
  });
  return {
    given: differences.flatMap((one) => one.given),
    taken: differences.flatMap((one) => one.taken),
    open: differences.flatMap((one) => one.open),
  };
}

function restOf(held: PersonHolding, others: PersonHolding[], dutyIds: readonly string[]): PersonHolding[] {
  return withoutHoldings(held, others, dutyIds).kept.map((kept) => ({ ...held, ...kept }));
}

/** Holdings of one person that follow each other, made one. */
function joined(held: PersonHolding[]): PersonHolding[] {
  return [...grouped(held, (one) => one.assistantId).values()].flatMap((own) => {
    const [first] = own;
    return first ? joinCells(own.flatMap(cellsOf)).map((one) => ({ ...first, ...one })) : [];
  });
}

/** What others leave of a holding, and what they take of it. */
function withoutHoldings(
  holding: Holding,
  holes: readonly Holding[],
  dutyIds: readonly string[],
): { gone: Holding[]; kept: Holding[] } {
  const near = holes.filter((hole) => hole.first <= holding.last && hole.last >= holding.first);
  const gone: HoldingCell[] = [];
  let kept = cellsOf(holding);
  if (near.length === 0) return { gone: [], kept: [holding] };
  for (const hole of near) {
    kept = kept.flatMap((cell) => {
      if (cell.index < hole.first || cell.index > hole.last) return [cell];
      const parts = partedBy(cell, hole, dutyIds);
      if (!parts) return [cell];
      gone.push(parts.gone);
      return parts.kept;
    });
  }
  return { gone: joinCells(gone), kept: joinCells(kept) };
}

/** What a holding takes of one half-day of another, and what it leaves; null when they have nothing in common. */
function partedBy(
  cell: HoldingCell,
  hole: Holding,
  allDuties: readonly string[],
): { gone: HoldingCell; kept: HoldingCell[] } | null {
  const whole = cell.window ?? hoursOfIndex(cell.index);
  const hours = hole.window ? sharedHours(whole, hole.window) : whole;
  const own = cell.dutyIds.length > 0 ? cell.dutyIds : allDuties;
  const takesAll = !hole.dutyIds?.length;
  const taken = takesAll ? own : own.filter((duty) => hole.dutyIds?.includes(duty));
  if (!hours || (!takesAll && taken.length === 0)) return null;
  const left = takesAll ? [] : own.filter((duty) => !taken.includes(duty));
  const isWhole = isSameHours(hours, whole);
  const window = isWhole ? cell.window : hours;
  return {
    gone: { index: cell.index, window, dutyIds: left.length === 0 ? cell.dutyIds : taken },
    kept: [
      ...withoutHours(whole, hours).map((rest) => ({ ...cell, window: rest })),
      ...(left.length > 0 ? [{ index: cell.index, window, dutyIds: left }] : []),
    ],
  };
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
