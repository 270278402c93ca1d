"use client";
import { type RefObject, useEffect } from "react";

/** Lets one walk and type from the figures of one day on to those of the next in the same box. */
export function useSegmentWalk(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    let typed: { segment: EventTarget | null; figures: number } = { segment: null, figures: 0 };

    function neighbour(of: EventTarget | null, by: 1 | -1): HTMLElement | undefined {
      const segments = [...(element?.querySelectorAll<HTMLElement>("[role=spinbutton]") ?? [])];
      return segments[segments.indexOf(of as HTMLElement) + by];
    }

    function onKeyDown({ key, target }: KeyboardEvent) {
      if (/^\d$/.test(key)) {
        typed = { segment: target, figures: typed.segment === target ? typed.figures + 1 : 1 };
      }
      if (key === "ArrowRight" || key === "ArrowLeft") {
        const next = neighbour(target, key === "ArrowRight" ? 1 : -1);
        // The field itself goes to a neighbour of the same day; what is left is the step between the two.
        setTimeout(() => document.activeElement === target && next?.focus());
      }
    }

    // Where the field has gone on to the next figure by itself, the key goes up somewhere else.
    function onKeyUp({ target }: KeyboardEvent) {
      if (!typed.segment || typed.segment !== target) return;
      const isFull = typed.figures >= ((target as HTMLElement).dataset.type === "year" ? 4 : 2);
      if (isFull) neighbour(target, 1)?.focus();
    }

    function onFocus() {
      typed = { segment: null, figures: 0 };
    }

    element?.addEventListener("keydown", onKeyDown);
    element?.addEventListener("keyup", onKeyUp);
    element?.addEventListener("focusin", onFocus);
    return () => {
      element?.removeEventListener("keydown", onKeyDown);
      element?.removeEventListener("keyup", onKeyUp);
      element?.removeEventListener("focusin", onFocus);
    };
  }, [box]);
}
