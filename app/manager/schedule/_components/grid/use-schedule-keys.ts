"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { scheduleHref } from "@/app/manager/schedule/schedule-address";
import { type GridItem, type GridShift, OPEN_ROW } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { QUARTER, workOf } from "@/lib/schedules/week/rules";
import type { DemandPiece } from "@/lib/schedules/week/rules-demand";
import type { Day } from "@/lib/time/day";
import { type Hours, shortHoursText } from "@/lib/time/hours";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";
import type { OpenedPlace } from "../schedule-context";
import type { ScheduleActs } from "../use-schedule-acts";

/** Where the keyboard is: a row, and in it a shift by its id or an empty day. */
export type GridPosition = { rowId: string; stop: string };

/** A shift that is picked up, and where it would be put down. */
export type MovingShift = { shift: GridShift; rowId: string; on: Day; hours: Hours };

type KeysInput = {
  box: RefObject<HTMLDivElement | null>;
  items: readonly GridItem[];
  tops: readonly number[];
  rows: ReadonlyMap<string, readonly GridShift[]>;
  days: readonly ShownDay[];
  /** Pieces in which people are missing, in order. */
  holes: readonly DemandPiece[];
  acts: ScheduleActs;
  nameOf: (assistantId: string | null) => string;
  address: { week: IsoWeek; poolId: string; roleId: string | null };
  thisWeek: IsoWeek;
  onOpen: (opened: OpenedPlace) => void;
  onPublish: () => void;
};

export type ScheduleKeys = ReturnType<typeof useScheduleKeys>;

const HEAD_HEIGHT = 36;

/** The keyboard of the schedule: arrows go from shift to shift, M picks one up and arrows move it, Enter opens or puts down. */
export function useScheduleKeys(input: KeysInput) {
  const { box, items, tops, rows, days, holes, acts, nameOf, address, thisWeek, onOpen, onPublish } = input;
  const router = useRouter();
  const t = useTranslations("schedule.key");
  const dayWords = useDayWords();
  const [at, setAt] = useState<GridPosition | null>(null);
  const [moving, setMoving] = useState<MovingShift | null>(null);
  const [announcement, announce] = useState("");
  const wantsFocus = useRef(false);
  const rowIds = items.flatMap((item) => (item.kind === "row" ? [item.id] : []));
  const active = placed(at, rowIds);

  function stopsOf(rowId: string): { stop: string; on: Day }[] {
    const shifts = rows.get(rowId) ?? [];
    return days.flatMap(({ on }) => {
      const ofDay = shifts.filter((shift) => shift.on === on);
      return ofDay.length > 0 ? ofDay.map(({ id }) => ({ stop: id, on })) : [{ stop: on as string, on }];
    });
  }

  function placed(position: GridPosition | null, ids: readonly string[]): GridPosition | null {
    const rowId = position && ids.includes(position.rowId) ? position.rowId : ids[0];
    if (rowId === undefined) return null;
    const stops = stopsOf(rowId);
    const today = days.find(({ isToday }) => isToday)?.on ?? days[0]?.on;
    const stop =
      stops.find((one) => one.stop === position?.stop) ?? stops.find(({ on }) => on === today) ?? stops[0];
    return stop ? { rowId, stop: stop.stop } : null;
  }

  useLayoutEffect(() => {
    if (!wantsFocus.current || !active) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${active.rowId}"]`);
    const target = row?.querySelector<HTMLElement>("[tabindex='0']");
    if (!target) return;
    wantsFocus.current = false;
    showRow(active.rowId);
    target.focus({ preventScroll: true });
  });

  function showRow(rowId: string) {
    const element = box.current;
    const index = items.findIndex((item) => item.kind === "row" && item.id === rowId);
    if (!element || index < 0) return;
    const strips = element.querySelector<HTMLElement>(".schedule-strips")?.offsetHeight ?? 0;
    const [top, bottom] = [tops[index] ?? 0, (tops[index + 1] ?? 0) + HEAD_HEIGHT + strips];
    if (top < element.scrollTop) element.scrollTop = index <= 1 ? 0 : top;
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }

  function go(position: GridPosition) {
    wantsFocus.current = true;
    setAt(position);
  }

  function step(key: string): GridPosition | null {
    if (!active) return null;
    const stops = stopsOf(active.rowId);
    const index = stops.findIndex(({ stop }) => stop === active.stop);
    const along = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: stops.length - 1 }[key];
    if (along !== undefined) {
      const next = stops[Math.min(Math.max(along, 0), stops.length - 1)];
      return next ? { rowId: active.rowId, stop: next.stop } : null;
    }
    const rows = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }[key];
    if (rows === undefined) return null;
    const row = rowIds.indexOf(active.rowId) + rows;
    const rowId = rowIds[Math.min(Math.max(row, 0), rowIds.length - 1)];
    const on = stops[index]?.on;
    const stop = rowId && stopsOf(rowId).find((one) => one.on === on);
    return rowId && stop ? { rowId, stop: stop.stop } : null;
  }

  function shiftAt({ rowId, stop }: GridPosition): GridShift | undefined {
    return rows.get(rowId)?.find(({ id }) => id === stop);
  }

  function moved(held: MovingShift, key: string, isQuarter: boolean): MovingShift | null {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[key];
    if (by === undefined) return null;
    if (key === "ArrowUp" || key === "ArrowDown") {
      const rowId = rowIds[rowIds.indexOf(held.rowId) + by];
      return rowId ? { ...held, rowId } : held;
    }
    if (!isQuarter) {
      const on = days[days.findIndex((day) => day.on === held.on) + by]?.on;
      return on ? { ...held, on } : held;
    }
    const { startMinute, endMinute } = held.hours;
    const isInside = startMinute + by * QUARTER >= 0 && endMinute + by * QUARTER <= 1440;
    const hours = { startMinute: startMinute + by * QUARTER, endMinute: endMinute + by * QUARTER };
    return isInside ? { ...held, hours } : held;
  }

  function moveTo(shift: GridShift, to: { rowId: string; on: Day; startMinute: number }, isCopy = false) {
    const assistantId = to.rowId === OPEN_ROW ? null : to.rowId;
    const length = shift.endMinute - shift.startMinute;
    const changes = {
      assistantId,
      on: to.on,
      startMinute: to.startMinute,
      endMinute: to.startMinute + length,
    };
    if (isCopy) return acts.add({ ...changes, work: workOf(shift.work, shift, changes) });
    const isSame =
      assistantId === shift.assistantId && to.on === shift.on && to.startMinute === shift.startMinute;
    if (!isSame) acts.change(shift, changes);
  }

  function drop(held: MovingShift) {
    setMoving(null);
    go({ rowId: held.rowId, stop: held.shift.id });
    moveTo(held.shift, { rowId: held.rowId, on: held.on, startMinute: held.hours.startMinute });
  }

  function onMovingKey(event: KeyboardEvent, held: MovingShift): boolean {
    if (event.key === "Escape") {
      setMoving(null);
      announce(t("cancelled"));
      return go({ rowId: held.shift.assistantId ?? OPEN_ROW, stop: held.shift.id }) === undefined;
    }
    if (event.key === "Enter") return drop(held) === undefined;
    const next = moved(held, event.key, event.shiftKey);
    if (!next) return false;
    setMoving(next);
    showRow(next.rowId);
    wantsFocus.current = true;
    setAt({ rowId: next.rowId, stop: next.shift.id });
    const name = nameOf(next.rowId === OPEN_ROW ? null : next.rowId);
    announce(`${name}, ${dayWords(next.on)}, ${shortHoursText(next.hours)}`);
    return true;
  }

  function onStopKey(key: string, position: GridPosition, trigger: HTMLElement): boolean {
    const shift = shiftAt(position);
    const to = step(key);
    if (to) return go(to) === undefined;
    if (key === "Enter" || key === " ") return open(position.rowId, trigger, onOpen) === undefined;
    if (key === "n") {
      const on = (shift?.on ?? position.stop) as Day;
      return onOpen({ kind: "new", rowId: position.rowId, on, trigger }) === undefined;
    }
    if (!shift || shift.proposed !== undefined) return false;
    if (key === "Delete" || key === "Backspace") return acts.remove(shift) === undefined;
    if (key === "s" && !shift.isRemoval)
      return onOpen({ kind: "shift", shift, trigger, isSplitting: true }) === undefined;
    if (key === "m" && !shift.isRemoval) {
      const { startMinute, endMinute } = shift;
      setMoving({ shift, rowId: position.rowId, on: shift.on, hours: { startMinute, endMinute } });
      wantsFocus.current = true;
      announce(t("pickedUp"));
      return true;
    }
    return false;
  }

  function open(rowId: string, stop: HTMLElement, show: KeysInput["onOpen"]) {
    const id = stop.dataset.stop ?? "";
    const shift = shiftAt({ rowId, stop: id });
    if (shift) show({ kind: "shift", shift, trigger: stop });
    else show({ kind: "new", rowId, on: id as Day, trigger: stop });
  }

  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.closest("input, select, textarea, [role=dialog], [role=menu], [role=listbox]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const week = { t: thisWeek, "[": addWeeks(address.week, -1), "]": addWeeks(address.week, 1) }[key];
    if (week) return router.push(scheduleHref({ ...address, week }));
    if (key === "g") {
      event.preventDefault();
      return goToNextHole();
    }
    if (key === "p" && event.shiftKey) {
      event.preventDefault();
      return onPublish();
    }
    const stop = target.closest<HTMLElement>("[data-stop]");
    if (!stop || !box.current?.contains(stop) || !active) return;
    const isDone = moving ? onMovingKey(event, moving) : onStopKey(key, active, stop);
    if (isDone || key.startsWith("Arrow")) event.preventDefault();
  }

  useEffect(() => {
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  });

  function onFocus(target: HTMLElement) {
    const stop = target.closest<HTMLElement>("[data-stop]");
    const rowId = stop?.closest<HTMLElement>("[data-row]")?.dataset.row;
    if (!stop || !rowId || moving) return;
    const position = { rowId, stop: stop.dataset.stop ?? "" };
    if (position.rowId !== active?.rowId || position.stop !== active.stop) setAt(position);
  }

  /** Goes to the day of a hole, in the row that has the keyboard. */
  function goToHole({ on }: DemandPiece) {
    const rowId = active?.rowId ?? rowIds[0];
    const stop = rowId && stopsOf(rowId).find((one) => one.on === on);
    if (rowId && stop) go({ rowId, stop: stop.stop });
  }

  function goToNextHole() {
    const stops = active ? stopsOf(active.rowId) : [];
    const on = stops.find(({ stop }) => stop === active?.stop)?.on ?? "";
    const next = holes.find((hole) => hole.on > on) ?? holes[0];
    if (next) goToHole(next);
  }

  return { active, moving, announcement, onFocus, open, moveTo, goToHole };
}
