import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useState } from "react";
import type { ChartRow } from "./geometry";

export type ChartPlace = { row: number; day: number };

type ChartKeys = {
  rows: readonly ChartRow[];
  dayCount: number;
  today: number | null;
  /** Addresses of the stretch before, of now and of the stretch after. */
  ways: { previous: string; now: string; next: string };
  open: (person: number) => void;
};

const PAGE = 10;

/** The keyboard of a wallchart: one stop for Tab, arrows go from person to person and day to day, T [ ] change the month. */
export function useChartKeys({ rows, dayCount, today, ways, open }: ChartKeys) {
  const router = useRouter();
  const firstPerson = rows.findIndex((row) => row.kind === "person");
  const [place, setPlace] = useState<ChartPlace>({ row: firstPerson, day: today ?? 0 });
  const at = rows[place.row]?.kind === "person" ? place : { row: firstPerson, day: place.day };

  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if ((event.target as HTMLElement).closest("input, select, textarea, [role=dialog], [popover]")) return;
      const way = { t: ways.now, "[": ways.previous, "]": ways.next }[event.key.toLowerCase()];
      if (way) router.push(way);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, ways]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const row = rows[at.row];
    if (event.key === "Enter" && row?.kind === "person") return open(row.person);
    const next = stepped(event.key);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
  }

  function stepped(key: string): ChartPlace | null {
    const { row, day } = at;
    const last = dayCount - 1;
    if (key === "ArrowRight") return { row, day: Math.min(last, day + 1) };
    if (key === "ArrowLeft") return { row, day: Math.max(0, day - 1) };
    if (key === "Home") return { row, day: 0 };
    if (key === "End") return { row, day: last };
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
    return steps === undefined ? null : { row: personNear(rows, row, steps), day };
  }

  return { place: at, setPlace, onKeyDown };
}

/** The person some rows away, over headings, never past either end. */
export function personNear(rows: readonly ChartRow[], from: number, steps: number): number {
  const direction = Math.sign(steps);
  let [found, left] = [from, Math.abs(steps)];
  for (let row = from + direction; left > 0 && row >= 0 && row < rows.length; row += direction) {
    if (rows[row]?.kind !== "person") continue;
    found = row;
    left--;
  }
  return found;
}
