"use client";
import { useLocale } from "next-intl";
import { startTransition, useEffect, useMemo, useOptimistic, useState } from "react";
import type { Show } from "@/app/manager/coverage/board-address";
import { type Columns, itemsOf, needsCover, orderOf } from "@/app/manager/coverage/board-lines";
import {
  type BoardLine,
  openHalfDays,
  unpackedLines,
  withChange,
  withPlanDecided,
  withRestored,
} from "@/lib/coverage/board/rules-stretches";
import type { Patch } from "./use-acts";

type Lines = ReadonlyMap<string, BoardLine>;

/** The lines as they were sent, those drawn at once first and the others when the page has come to life, with what is shown before it is answered. */
export function useLines({ first, more }: { first: string; more: string }, todayAt: number) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => startTransition(() => setAlive(true)), []);
  const served = useMemo<Lines>(() => {
    const all = [...unpackedLines(first), ...(isAlive ? unpackedLines(more) : [])];
    return new Map(all.map((line) => [line.id, line]));
  }, [first, more, isAlive]);
  const [lines, patch] = useOptimistic(served, (before, change: Patch) => patched(before, change, todayAt));
  return { lines, patch };
}

/** The lines in order. The order is made when the board is opened: a line stays where it is while one works on it. */
export function useItems(
  lines: Lines,
  show: Show,
  columns: Columns,
  names: Record<string, string>,
  opened: string,
) {
  const locale = useLocale();
  const key = `${opened} ${show.by} ${locale}`;
  const [kept, setKept] = useState(() => arranged(key));
  function arranged(made: string) {
    const all = [...lines.values()];
    return {
      key: made,
      order: orderOf(all, show.by, columns, names, locale),
      needs: new Set(all.filter((line) => needsCover(line, columns)).map(({ id }) => id)),
    };
  }
  const isStale = kept.key !== key || lines.size !== kept.order.length;
  const now = isStale ? arranged(key) : kept;
  if (isStale) setKept(now);
  const { order, needs } = now;
  return useMemo(
    () => itemsOf(lines, { order, needs, show, columns, names }),
    [lines, order, needs, show, columns, names],
  );
}

/** How many half-days of each day shown nobody sees to. */
export function openByDay(lines: Lines, { days, todayAt }: Columns): number[] {
  const open = days.map(() => 0);
  for (const { stretches } of lines.values())
    for (const at of openHalfDays(stretches, todayAt)) open[at >> 1] = (open[at >> 1] ?? 0) + 1;
  return open;
}

function patched(lines: Lines, change: Patch, todayAt: number): Lines {
  if ("isPlanAccepted" in change) {
    return new Map(
      [...lines].map(([id, line]) => [
        id,
        { ...line, stretches: withPlanDecided(line.stretches, change.isPlanAccepted, todayAt) },
      ]),
    );
  }
  if ("back" in change) {
    const { back, places } = change;
    const restored = back.flatMap((before) => {
      const line = lines.get(before.id);
      if (!line) return [];
      return [{ ...line, stretches: withRestored(line.stretches, places, before.stretches, todayAt) }];
    });
    return new Map([...lines, ...restored.map((line) => [line.id, line] as const)]);
  }
  const line = lines.get(change.lineId);
  if (!line) return lines;
  const stretches = withChange(line.stretches, change.places, change.to, todayAt);
  return new Map([...lines, [line.id, { ...line, stretches }]]);
}
