"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Names, Person } from "@/app/manager/coverage/_components/board/board-context";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { nearest } from "./nearest";

export type Moving = { assistantId: string; from: string };

type BoardKeys = {
  cells: ReadonlyMap<string, BoardCell>;
  names: Names;
  moving: Moving | null;
  setMoving: (moving: Moving | null) => void;
  assign: (cells: readonly BoardCell[], person: Person) => void;
  weeks: { previous: string; now: string; next: string };
};

/** The keyboard of the board: arrows move, M picks up, Enter drops, Esc cancels; T, [ and ] change the week. */
export function useBoardKeys({ cells, names, moving, setMoving, assign, weeks }: BoardKeys) {
  const t = useTranslations("board.toast");
  const router = useRouter();
  const ref = useRef<HTMLDivElement>(null);
  const [announcement, setAnnouncement] = useState("");

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, select, textarea, [role=dialog]")) return;
      const week = { t: weeks.now, "[": weeks.previous, "]": weeks.next }[event.key.toLowerCase()];
      if (week) return router.push(week);
      const slot = target.closest<HTMLElement>("[data-slot]");
      if (slot && ref.current?.contains(slot) && onSlotKey(event, slot)) event.preventDefault();
    }

    function onSlotKey(event: KeyboardEvent, slot: HTMLElement): boolean {
      if (event.key.startsWith("Arrow")) return step(event.key, slot);
      const cell = cells.get(slot.dataset.slot ?? "");
      if (!cell) return false;
      if (event.key.toLowerCase() === "m" && !moving) return pickUp(cell);
      if (event.key === "Enter" && moving) return drop(cell);
      if (event.key === "Escape" && moving) return cancel();
      return false;
    }

    function step(key: string, slot: HTMLElement): boolean {
      const selector = moving ? "[data-slot][data-target]" : "[data-slot]";
      const next = nearest(slot, key, ref.current?.querySelectorAll<HTMLElement>(selector) ?? []);
      next?.focus();
      return true;
    }

    function pickUp(cell: BoardCell): boolean {
      const assistantId = cell.assistantId ?? cell.proposedId;
      if (!assistantId) return say(t("nothingToPick"));
      setMoving({ assistantId, from: cell.key });
      return say(t("picked", { name: names.assistants[assistantId] ?? "" }));
    }

    function drop(cell: BoardCell): boolean {
      if (!moving) return false;
      setMoving(null);
      if (cell.assistantId !== moving.assistantId && (cell.status === "gap" || cell.status === "cover")) {
        assign([cell], { id: moving.assistantId, name: names.assistants[moving.assistantId] ?? "" });
        return true;
      }
      return say(t("dropped", { name: names.assistants[moving.assistantId] ?? "" }));
    }

    function cancel(): boolean {
      const name = names.assistants[moving?.assistantId ?? ""] ?? "";
      setMoving(null);
      return say(t("dropped", { name }));
    }

    function say(words: string): boolean {
      setAnnouncement(words);
      return true;
    }

    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [cells, names, moving, setMoving, assign, weeks, router, t]);

  return { ref, announcement };
}
