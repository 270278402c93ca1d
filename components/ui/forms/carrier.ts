"use client";
import { type RefObject, useCallback, useLayoutEffect, useSyncExternalStore } from "react";

/** The browser's own control, which holds a field's value under its name: shown until ours is there, then hidden. */
export type Carrier = HTMLInputElement | HTMLSelectElement;

/** What the carrier holds now, whoever wrote it: a person, a draft, the browser or a form that was emptied. */
export function useCarried(carrier: RefObject<Carrier | null>, initial: string): string {
  const subscribe = useCallback((changed: () => void) => onFieldChange(carrier.current, changed), [carrier]);
  return useSyncExternalStore(
    subscribe,
    () => carrier.current?.value ?? initial,
    () => initial,
  );
}

/** Calls whenever a control, or one within an element, holds something else; answers how to stop. */
export function onFieldChange(element: Element | null, changed: () => void): () => void {
  const form = element?.closest("form");
  // A form is emptied after it has said so.
  const emptied = () => setTimeout(changed);
  for (const kind of ["input", "change"]) element?.addEventListener(kind, changed);
  form?.addEventListener("reset", emptied);
  return () => {
    for (const kind of ["input", "change"]) element?.removeEventListener(kind, changed);
    form?.removeEventListener("reset", emptied);
  };
}

/** Writes into a control as a person would, so that everything that listens hears it. */
export function typeInto(control: Element, text: string): void {
  const kinds = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
  const kind = kinds.find((one) => control instanceof one);
  if (!kind || (control as HTMLInputElement).value === text) return;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(control, text);
  control.dispatchEvent(new Event(kind === HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

/** Lets the focus pass from the carrier to the control that takes its place. */
export function useHandover(carrier: RefObject<Carrier | null>, id: string, isTaken: boolean): void {
  useLayoutEffect(() => {
    if (isTaken && carrier.current && document.activeElement === carrier.current) {
      document.getElementById(id)?.focus();
    }
  }, [carrier, id, isTaken]);
}
