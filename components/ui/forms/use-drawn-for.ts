import { type RefObject, useState } from "react";
import type { FormValues } from "./form-context";

type Drawn = {
  /** Another key has the fields made anew. */
  key: string;
  start: string;
  /** The version that was read, from when something is typed until it is done. */
  version: string | null;
  state: "untouched" | "touched" | "done";
};

/**
 * What a form is drawn for, on a page that others' changes draw anew: until something is typed, always what stands now; from
 * then on the version that the person read, so that a change they have not seen is refused and not written over.
 */
export function useDrawnFor(form: RefObject<HTMLFormElement | null>, values: FormValues) {
  const start = JSON.stringify(values);
  const [drawn, setDrawn] = useState<Drawn>({ key: start, start, version: null, state: "untouched" });
  if (start !== drawn.start && drawn.state !== "touched")
    // What was just done stands in the fields already, and the focus in one of them.
    setDrawn({ ...drawn, key: drawn.state === "done" ? drawn.key : start, start, state: "untouched" });

  function hold(): void {
    const field = form.current?.elements.namedItem("version");
    const version = field instanceof HTMLInputElement ? field.value : null;
    setDrawn((before) => (before.state === "touched" ? before : { ...before, version, state: "touched" }));
  }

  function asRead(data: FormData): FormData {
    if (drawn.version !== null) data.set("version", drawn.version);
    return data;
  }

  const release = () => setDrawn((before) => ({ ...before, version: null, state: "done" }));
  return { key: drawn.key, hold, asRead, release };
}
