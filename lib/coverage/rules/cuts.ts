import type { Office, OfficeCover, Stretch } from "./office";
import type { CoverRun } from "./runs";

/** A cover that loses some of its half-days: what goes, and what stays. */
export type Cut = { cover: OfficeCover; gone: Stretch[]; kept: Stretch[] };

/** What cutting a set of half-days out of a cover leaves and takes; null when it touches none of them. */
export function cutOf(cover: OfficeCover, indexes: readonly number[]): Cut | null {
  const isHit = new Set(indexes);
  const whole = indexesOf(cover);
  const gone = stretchesOf(whole.filter((index) => isHit.has(index)));
  if (gone.length === 0) return null;
  return { cover, gone, kept: stretchesOf(whole.filter((index) => !isHit.has(index))) };
}

/** Cuts that make room for new runs, the weekends they bridge included, so that no two covers of one executive overlap. */
export function cutsFor(office: Office, runs: readonly CoverRun[]): Cut[] {
  return office.executives.flatMap(({ id }) => {
    const indexes = runs.filter((run) => run.executiveId === id).flatMap(indexesOf);
    return (office.covers.get(id) ?? []).flatMap((cover) => cutOf(cover, indexes) ?? []);
  });
}

/** Who covers whom on a stretch of half-days. */
export type Held = Stretch & { executiveId: string; assistantId: string };

/** What a change of covers means for people: who is given half-days, who loses them, and where nobody is left. */
export type Difference = { given: Held[]; taken: Held[]; open: Held[] };

/** The difference between the covers of before and those of after, half-day by half-day. */
export function differenceOf(before: readonly Held[], after: readonly Held[]): Difference {
  const executiveIds = [...new Set([...before, ...after].map((held) => held.executiveId))];
  const differences = executiveIds.map((executiveId) => {
    const [was, is] = [holdersOf(before, executiveId), holdersOf(after, executiveId)];
    const runs = (holders: Map<number, string>, keep: (index: number) => boolean) =>
      runsOfHolders(executiveId, holders, keep);
    return {
      given: runs(is, (index) => was.get(index) !== is.get(index)),
      taken: runs(was, (index) => was.get(index) !== is.get(index)),
      open: runs(was, (index) => !is.has(index)),
    };
  });
  return {
    given: differences.flatMap((one) => one.given),
    taken: differences.flatMap((one) => one.taken),
    open: differences.flatMap((one) => one.open),
  };
}

function holdersOf(covers: readonly Held[], executiveId: string): Map<number, string> {
  const own = covers.filter((held) => held.executiveId === executiveId);
  return new Map(own.flatMap((held) => indexesOf(held).map((index) => [index, held.assistantId] as const)));
}

function runsOfHolders(
  executiveId: string,
  holders: Map<number, string>,
  keep: (index: number) => boolean,
): Held[] {
  const runs: Held[] = [];
  for (const [index, assistantId] of [...holders].sort(([a], [b]) => a - b)) {
    if (!keep(index)) continue;
    const last = runs.at(-1);
    if (last?.assistantId === assistantId && last.last === index - 1) last.last = index;
    else runs.push({ executiveId, assistantId, first: index, last: index });
  }
  return runs;
}

function indexesOf({ first, last }: Stretch): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function stretchesOf(inOrder: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const index of inOrder) {
    const last = stretches.at(-1);
    if (last?.last === index - 1) last.last = index;
    else stretches.push({ first: index, last: index });
  }
  return stretches;
}
