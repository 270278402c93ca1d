import { useEffect } from "react";
import { isTyping } from "./typing";

/** Something open that Escape closes first. */
const OPEN = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], dialog[open], :popover-open";

/** Does something at Escape while it is given, unless the key belongs to a field or closes what is open. */
export function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (!onEscape) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.defaultPrevented || isTyping(event)) return;
      if (document.querySelector(OPEN)) return;
      event.preventDefault();
      onEscape?.();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onEscape]);
}
