"use client";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import * as actions from "@/app/manager/coverage/actions";
import { type Columns, isOver, type Places, stretchAt } from "@/app/manager/coverage/board-lines";
import { attempt } from "@/components/refusals/attempt";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { halfDayIndex } from "@/lib/time/half-day";
import type { Act, Moving, Person } from "./board-context";

type MovingProps = {
  poolId: string;
  lines: ReadonlyMap<string, BoardLine>;
  columns: Columns;
  names: Record<string, string>;
  assign: (act: Act, person: Person) => void;
  announce: (words: string) => void;
};

/** Somebody picked up to cover elsewhere, by key or by pointer; what they can take is asked for at once. */
export function useMoving({ poolId, lines, columns, names, assign, announce }: MovingProps) {
  const t = useTranslations("board.toast");
  const [moving, setMoving] = useState<Moving | null>(null);
  const over = useRef<Element | null>(null);
  /** Where somebody was dropped before it was known whether they can be there. */
  const dropped = useRef<{ line: BoardLine; at: number } | null>(null);
  /** What the person picked up last can take, known a moment before the board is drawn with it. */
  const known = useRef<{ person: Person; places: Moving["places"] } | null>(null);

  async function start(person: Person) {
    const asked = { person, places: null };
    forget();
    known.current = asked;
    setMoving(asked);
    announce(t("picked", { name: person.name }));
    const [from, to] = [columns.days[columns.todayAt >> 1], columns.days.at(-1)];
    if (!from || !to) return;
    const answer = await attempt(() => actions.places({ poolId, assistantId: person.id, from, to }));
    const found = new Map(
      answer.ok
        ? answer.value.map(({ executiveId, halfDays }) => [executiveId, placesAmong(halfDays, columns)])
        : [],
    );
    if (known.current !== asked) return;
    const waiting = dropped.current;
    if (waiting) return putDown(person, found, waiting.line, waiting.at);
    known.current = { person, places: found };
    setMoving((before) => (before === asked ? { person, places: found } : before));
  }

  function forget() {
    known.current = null;
    dropped.current = null;
  }

  function end() {
    forget();
    setMoving(null);
  }

  function putDown(person: Person, places: Moving["places"], line: BoardLine, at: number) {
    const stretch = stretchAt(line, at);
    const taken = stretch && placesToTake(stretch, at, places?.get(line.id), columns);
    end();
    if (stretch && taken) return assign({ line, stretch, places: taken }, person);
    announce(t("dropped", { name: person.name }));
  }

  function pickUp(line: BoardLine, at: number) {
    const stretch = stretchAt(line, at);
    const id =
      stretch?.status === "cover" ? stretch.assistantId : (stretch?.proposedId ?? stretch?.assistantId);
    if (!id) return announce(t("nothingToPick"));
    start({ id, name: names[id] ?? "" });
  }

  function drop(line: BoardLine, at: number) {
    if (!moving || !known.current) return;
    const { person, places } = known.current;
    if (places) putDown(person, places, line, at);
    else dropped.current = { line, at };
  }

  function cancel() {
    if (moving) announce(t("dropped", { name: moving.person.name }));
    end();
  }

  function targetOf(event: DragEvent): HTMLElement | null {
    const asked = moving?.places ? ".stretch-target" : ".stretch-gap, .stretch-plan";
    return (event.target as HTMLElement).closest<HTMLElement>(asked);
  }

  function mark(element: Element | null) {
    if (over.current === element) return;
    over.current?.classList.remove("stretch-over");
    element?.classList.add("stretch-over");
    over.current = element;
  }

  const drag = {
    onDragStart(event: DragEvent) {
      const source = (event.target as HTMLElement).closest<HTMLElement>("[data-person], [data-at]");
      const id = source?.dataset.person;
      const name = id && (names[id] ?? source.dataset.name);
      if (!id || !name) return event.preventDefault();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", name);
      start({ id, name });
    },
    onDragOver(event: DragEvent) {
      const target = targetOf(event);
      mark(target);
      if (target) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const target = targetOf(event);
      const line = lines.get(target?.closest<HTMLElement>("[data-line]")?.dataset.line ?? "");
      mark(null);
      if (!target || !line) return;
      event.preventDefault();
      drop(line, Number(target.dataset.at));
    },
    onDragEnd() {
      mark(null);
      if (!dropped.current) end();
    },
  };

  return { moving, pickUp, drop, cancel, drag };
}

function placesAmong(halfDays: readonly number[], { days }: Columns): ReadonlySet<number> {
  const asked = new Set(halfDays);
  const places = days.flatMap((on, i) =>
    (["am", "pm"] as const).flatMap((part, half) =>
      asked.has(halfDayIndex(on, part)) ? [2 * i + half] : [],
    ),
  );
  return new Set(places);
}

/** The half-days next to a place that somebody can take within its stretch: all of an open gap, else from the first that is free. */
function placesToTake(
  stretch: BoardStretch,
  at: number,
  free: ReadonlySet<number> | undefined,
  columns: Columns,
): Places | null {
  if (!free || isOver(stretch, columns)) return null;
  const within = [...free].filter((one) => one >= stretch.first && one <= stretch.last).sort((a, b) => a - b);
  const start = within.includes(at) ? at : within[0];
  if (start === undefined) return null;
  let [first, last] = [start, start];
  while (within.includes(first - 1)) first--;
  while (within.includes(last + 1)) last++;
  return { first, last };
}
