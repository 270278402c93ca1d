"use client";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Moving } from "@/app/manager/coverage/_components/board/board-context";
import { type BoardItem, type Columns, halfDayAtPlace, stretchAt } from "@/app/manager/coverage/board-lines";
import { useEdgeWords } from "@/components/time/use-range-words";
import type { BoardLine } from "@/lib/coverage/board/rules-stretches";
import { nextPosition, type Position } from "./positions";

export type { Position } from "./positions";

type BoardKeys = {
  box: RefObject<HTMLDivElement | null>;
  items: readonly BoardItem[];
  columns: Columns;
  tops: readonly number[];
  moving: Moving | null;
  weeks: { previous: string; now: string; next: string };
  onOpen: (lineId: string, at: number, trigger: HTMLElement) => void;
  onPickUp: (line: BoardLine, at: number) => void;
  onDrop: (line: BoardLine, at: number) => void;
  onCancel: () => void;
  onOnlyGaps: () => void;
  onFind: () => void;
};

/** Where the keyboard was before the week was changed by a key: the same line and weekday get it back. */
let leftAt: Position | null = null;

const HEAD_HEIGHT = 36;

/** The keyboard of the board: arrows go from stretch to stretch, with Shift by half-days; M picks up, Enter opens or drops. */
export function useBoardKeys(keys: BoardKeys) {
  const { box, items, columns, tops, moving, weeks } = keys;
  const router = useRouter();
  const edgeWords = useEdgeWords();
  const [active, setActive] = useState<Position | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const wantsFocus = useRef(false);
  const lines = items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
  const current =
    active && lines.some(({ id }) => id === active.lineId) ? active : firstOf(lines, columns.todayAt);

  useEffect(() => {
    if (!leftAt) return;
    wantsFocus.current = true;
    setActive(leftAt);
    leftAt = null;
  }, []);

  useLayoutEffect(() => {
    if (!wantsFocus.current || !current) return;
    const bar = barOf(box.current, current.lineId);
    if (!bar) return;
    wantsFocus.current = false;
    showRow(box.current, items, tops, current.lineId);
    bar.focus({ preventScroll: true });
    bar.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  function go(to: Position) {
    wantsFocus.current = true;
    setActive(to);
    if (!to.isHalf) return;
    const { on, part } = halfDayAtPlace(columns, to.at);
    setAnnouncement(edgeWords(on, part));
  }

  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.closest("input, select, textarea, [role=dialog], [role=menu], [role=listbox]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const week = { t: weeks.now, "[": weeks.previous, "]": weeks.next }[key];
    if (week) {
      leftAt = box.current?.contains(target) ? current : null;
      return router.push(week);
    }
    const done = (key === "g" && keys.onOnlyGaps) || (key === "/" && keys.onFind);
    if (done) {
      event.preventDefault();
      return done();
    }
    const bar = target.closest<HTMLElement>("[data-at]");
    if (bar && box.current?.contains(bar) && current && onBarKey(event, key, bar, current))
      event.preventDefault();
  }

  function onBarKey(event: KeyboardEvent, key: string, bar: HTMLElement, from: Position): boolean {
    const line = lines.find(({ id }) => id === from.lineId);
    if (!line) return false;
    if (moving && key === "Escape") return acted(keys.onCancel);
    if (moving && key === "Enter") return acted(() => keys.onDrop(line, from.at));
    const to = nextPosition({
      key,
      isHalf: event.shiftKey,
      from,
      lines,
      columns,
      places: moving?.places ?? null,
      isMoving: moving !== null,
    });
    if (to) return acted(() => go(to));
    if (key.startsWith("Arrow") || key === "Home" || key === "End") return true;
    if (key === "c" && !moving) return acted(() => router.push(`/manager/requests/new?executive=${line.id}`));
    if (key === "m" && !moving) return acted(() => keys.onPickUp(line, from.at));
    if (key === "Enter" || key === " ") return acted(() => keys.onOpen(line.id, from.at, bar));
    return false;
  }

  useEffect(() => {
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  });

  function onFocus(target: HTMLElement) {
    const bar = target.closest<HTMLElement>("[data-at]");
    const lineId = bar?.closest<HTMLElement>("[data-line]")?.dataset.line;
    const line = lines.find(({ id }) => id === lineId);
    if (!bar || !line) return;
    const first = Number(bar.dataset.at);
    const isSame = current?.lineId === line.id && stretchAt(line, current.at)?.first === first;
    if (!isSame)
      setActive({
        lineId: line.id,
        at: Math.max(first, startIn(line, first, columns.todayAt)),
        isHalf: false,
      });
  }

  return { active: current, onFocus, announcement, announce: setAnnouncement };
}

function acted(act: () => void): true {
  act();
  return true;
}

/** Where in a stretch the keyboard begins: today where the stretch has begun before. */
function startIn(line: BoardLine, first: number, todayAt: number): number {
  const last = stretchAt(line, first)?.last ?? first;
  return first < todayAt && todayAt <= last ? todayAt : first;
}

function firstOf(lines: readonly BoardLine[], todayAt: number): Position | null {
  const [line] = lines;
  const at = Math.min(todayAt, line?.stretches.at(-1)?.last ?? 0);
  return line ? { lineId: line.id, at, isHalf: false } : null;
}

function barOf(box: HTMLElement | null, lineId: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-line="${lineId}"] [tabindex="0"]`) ?? null;
}

function showRow(
  box: HTMLElement | null,
  items: readonly BoardItem[],
  tops: readonly number[],
  lineId: string,
) {
  const row = items.findIndex((item) => item.kind === "line" && item.line.id === lineId);
  if (!box || row < 0) return;
  const [top, bottom] = [tops[row] ?? 0, (tops[row + 1] ?? 0) + HEAD_HEIGHT];
  if (top < box.scrollTop) box.scrollTop = row <= 1 ? 0 : top;
  if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
