"use client";
import { createContext, type RefObject, useContext, useEffect, useRef, useState } from "react";
import { forgetKeptBut } from "@/components/ui/offline/kept-page";
import { typeInto } from "./carrier";
import {
  type Control,
  changedSince,
  type Draft,
  draftPlace,
  forgetDrafts,
  isKept,
  keepDraft,
  newFormKey,
  readDraft,
  type Snapshot,
  signatureOf,
  snapshotOf,
} from "./drafts";
import type { FormValues } from "./form-context";

/** Whose forms these are; without a person no draft is kept. */
export const DraftOwnerContext = createContext<string | null>(null);

type Place = { name: string; drawn: Snapshot };

/** Keeps what is typed into a form within the browser until it is sent, and brings it back when the form is drawn again. */
export function useDraft(form: RefObject<HTMLFormElement | null>, mayKeep = true) {
  const person = useContext(DraftOwnerContext);
  const owner = mayKeep ? person : null;
  const place = useRef<Place | null>(null);
  const [key, setKey] = useState(newFormKey);
  const [restored, setRestored] = useState<Draft | null>(null);

  useEffect(() => {
    if (!owner || !form.current) return;
    const controls = controlsOf(form.current);
    const name = draftPlace(owner, location.pathname, signatureOf(controls));
    place.current = { name, drawn: snapshotOf(controls) };
    const draft = inStorage((storage) => readDraft(storage, name, Date.now()));
    if (!draft) return;
    setKey(draft.key);
    setRestored(draft);
  }, [owner, form]);

  useEffect(() => {
    if (restored && form.current) putInto(form.current, restored.values);
  }, [restored, form]);

  function keep() {
    const element = form.current;
    const at = place.current;
    if (!element || !at) return;
    const values = changedSince(at.drawn, snapshotOf(controlsOf(element)));
    inStorage((storage) => keepDraft(storage, at.name, { values, key }, Date.now()));
  }

  function forget() {
    const at = place.current;
    if (at) inStorage((storage) => storage.removeItem(at.name));
    setRestored(null);
  }

  return { key, renewKey: () => setKey(newFormKey()), restored, keep, forget };
}

/** Takes away what other people have left in this browser; with nobody named, everything. */
export function forgetDraftsBut(owner: string | null): void {
  inStorage((storage) => forgetDrafts(storage, owner, Date.now()));
  forgetKeptBut(owner).catch(() => {});
}

function inStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}

function controlsOf(form: HTMLFormElement): (Element & Control)[] {
  return [...form.elements];
}

/** Fields that hold their value themselves are typed into, as a person would. */
function putInto(form: HTMLFormElement, values: FormValues): void {
  for (const control of form.elements) {
    if (!isKept(control as Element & Control)) continue;
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      const wanted = values[control.name];
      if (wanted !== undefined && [wanted].flat().includes(control.value) !== control.checked)
        control.click();
      continue;
    }
    const wanted = values[(control as HTMLInputElement).name];
    if (typeof wanted === "string") typeInto(control, wanted);
  }
}
