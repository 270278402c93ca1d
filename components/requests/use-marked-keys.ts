import { useEffect } from "react";
import { isPageKey } from "@/components/ui/overlays/page-key";

/** The keys of a page of requests: each presses, opens or enters what is marked with it as `data-key`. */
export function useMarkedKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isPageKey(event)) return;
      const key = CSS.escape(event.key.toLowerCase());
      const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLTextAreaElement) target.focus();
      else (target.closest("summary") ?? target).click();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
