"use client";
import { useEffect } from "react";

/** Gives the first segment the focus that its box is given, and the press on the label, though neither is a control of the browser's. */
export function useSegmentFocus(id: string): void {
  useEffect(() => {
    const box = document.getElementById(id);
    const label = document.getElementById(`${id}-label`);
    const focus = () => box?.querySelector<HTMLElement>("[role=spinbutton]")?.focus();
    const given = (event: Event) => event.target === box && focus();
    box?.addEventListener("focus", given);
    label?.addEventListener("click", focus);
    return () => {
      box?.removeEventListener("focus", given);
      label?.removeEventListener("click", focus);
    };
  }, [id]);
}
