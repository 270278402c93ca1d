"use client";
import { type DragEvent, useRef } from "react";
import { DAY_END, DAY_START, type GridShift } from "@/app/manager/schedule/schedule-data";
import { QUARTER } from "@/lib/schedules/week/rules";
import type { Day } from "@/lib/time/day";

type ShiftDrag = {
  rows: ReadonlyMap<string, readonly GridShift[]>;
  setOver: (over: string | null) => void;
  onMove: (shift: GridShift, to: { rowId: string; on: Day; startMinute: number }, isCopy: boolean) => void;
};

/** Moving a shift with the mouse: to another person, day or hour, a quarter at a time; with Ctrl or ⌘ a copy of it. The menu and the keys do the same. */
export function useShiftDrag({ rows, setOver, onMove }: ShiftDrag) {
  const held = useRef<{ shift: GridShift; grip: number } | null>(null);

  function placeAt(event: DragEvent): { rowId: string; on: Day; cell: HTMLElement } | null {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-day]");
    const rowId = cell?.closest<HTMLElement>("[data-row]")?.dataset.row;
    return cell && rowId ? { rowId, on: cell.dataset.day as Day, cell } : null;
  }

  return {
    onDragStart(event: DragEvent<HTMLElement>) {
      const bar = (event.target as HTMLElement).closest<HTMLElement>("[data-shift]");
      const shift = [...rows.values()].flat().find(({ id }) => id === bar?.dataset.shift);
      if (!bar || !shift) return;
      const box = bar.getBoundingClientRect();
      held.current = { shift, grip: (event.clientX - box.left) / box.width };
      event.dataTransfer.effectAllowed = "copyMove";
      event.dataTransfer.setData("text/plain", bar.getAttribute("aria-label") ?? "");
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      const place = held.current && placeAt(event);
      if (!place) return;
      event.preventDefault();
      setOver(`${place.rowId} ${place.on}`);
    },
    onDragEnd() {
      held.current = null;
      setOver(null);
    },
    onDrop(event: DragEvent<HTMLElement>) {
      const place = placeAt(event);
      const moved = held.current;
      held.current = null;
      setOver(null);
      if (!place || !moved) return;
      event.preventDefault();
      const { shift, grip } = moved;
      const length = shift.endMinute - shift.startMinute;
      const box = place.cell.getBoundingClientRect();
      const at = DAY_START + ((event.clientX - box.left) / box.width) * (DAY_END - DAY_START) - grip * length;
      const startMinute = Math.min(1440 - length, Math.max(0, Math.round(at / QUARTER) * QUARTER));
      onMove(shift, { rowId: place.rowId, on: place.on, startMinute }, event.ctrlKey || event.metaKey);
    },
  };
}
