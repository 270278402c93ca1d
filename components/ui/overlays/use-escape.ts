import { useEffect } from "react";
import { isTyping } from "@/components/ui/forms/typing";
import { isOverlayOpen } from "./page-key";

/** Does something at Escape, unless the key belongs to a field or closes what is open. */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.defaultPrevented || isTyping(event)) return;
      if (isOverlayOpen()) return;
      event.preventDefault();
      onEscape();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onEscape]);
}
