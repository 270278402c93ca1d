import type { OfficeCover, Stretch } from "./office";

/** A cover that loses some of its half-days: the outer bounds of what goes, and what stays. */
export type Cut = { cover: OfficeCover; gone: Stretch; kept: Stretch[] };

/** What cutting a set of half-days out of a cover leaves and takes; null when it touches none of them. */
export function cutOf(cover: OfficeCover, indexes: readonly number[]): Cut | null {
  const hit = indexes.filter((index) => cover.first <= index && index <= cover.last).sort((a, b) => a - b);
  const [first] = hit;
  const last = hit.at(-1);
  if (first === undefined || last === undefined) return null;
  return { cover, gone: { first, last }, kept: stretchesBetween(cover, hit) };
}

function stretchesBetween({ first, last }: Stretch, gone: readonly number[]): Stretch[] {
  const edges = [first - 1, ...gone, last + 1];
  return edges.slice(1).flatMap((edge, i) => {
    const start = (edges[i] ?? edge) + 1;
    return start <= edge - 1 ? [{ first: start, last: edge - 1 }] : [];
  });
}
