"use client";
import { type RefObject, useCallback, useSyncExternalStore } from "react";
import { onFieldChange, typeInto } from "./carrier";

/** What some of a form's fields hold, kept up with whoever changes them, and a way to write them. `part` encloses the fields. */
export function useNamedValues<N extends string>(
  part: RefObject<HTMLElement | null>,
  begun: Record<N, string>,
): [Record<N, string>, (values: Partial<Record<N, string>>) => void] {
  const first = JSON.stringify(begun);
  const controlOf = (name: string) => part.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const subscribe = useCallback((changed: () => void) => onFieldChange(part.current, changed), [part]);
  const read = () => {
    const names = Object.keys(begun) as N[];
    return JSON.stringify(
      Object.fromEntries(names.map((name) => [name, controlOf(name)?.value ?? begun[name]])),
    );
  };
  const values = useSyncExternalStore(subscribe, read, () => first);

  function put(wanted: Partial<Record<N, string>>) {
    for (const [name, text] of Object.entries(wanted)) {
      const control = controlOf(name);
      if (control) typeInto(control, String(text));
    }
  }
  return [JSON.parse(values) as Record<N, string>, put];
}
