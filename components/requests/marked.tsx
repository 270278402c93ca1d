import { hitsIn } from "@/lib/requests/search/rules";
import type { Interval } from "@/lib/time/interval";

/** What a list was searched for, and where else than in its summary each request holds it, by its id. */
export type Searched = { typed: string; excerpts: ReadonlyMap<string, string> };

/** A text in which what was searched for is marked. */
export function Marked({ text, typed }: { text: string; typed: string | undefined }) {
  if (!typed) return text;
  const parts = partsOf(text, hitsIn(text, typed));
  return parts.map(({ start, end, isHit }) => {
    const part = text.slice(start, end);
    if (!isHit) return part;
    return (
      <mark key={start} className="rounded-xs bg-accent-soft font-semibold text-inherit">
        {part}
      </mark>
    );
  });
}

function partsOf(text: string, hits: readonly Interval[]): (Interval & { isHit: boolean })[] {
  const parts: (Interval & { isHit: boolean })[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    parts.push({ start: at, end: start, isHit: false }, { start, end, isHit: true });
    at = end;
  }
  return [...parts, { start: at, end: text.length, isHit: false }];
}
