import type { FormValues } from "./form-context";

/** What was typed into a form and not sent yet, and the key under which the form is done once. */
export type Draft = { values: FormValues; key: string };

/** What is chosen or typed under each name; a checkbox that is off leaves an empty list. */
export type Snapshot = Record<string, string[]>;

/** What is looked at in a control of a form. */
export type Control = {
  name?: string;
  type?: string;
  value?: string;
  checked?: boolean;
  readOnly?: boolean;
};

const PREFIX = "standby.draft ";
const SECRET_NAMES = /^\$|^code$|password|token|secret/i;
const SKIPPED_TYPES = new Set([
  "button",
  "fieldset",
  "file",
  "hidden",
  "image",
  "password",
  "reset",
  "submit",
]);

/** As long as a session lasts at most. */
export const DRAFT_KEPT_MS = 12 * 3_600_000;

/** True for what a person types or chooses and what may lie in the browser: no password or code, no file. */
export function isKept({ name, type = "text", readOnly = false }: Control): boolean {
  return Boolean(name) && !readOnly && !SKIPPED_TYPES.has(type) && !SECRET_NAMES.test(name ?? "");
}

/** What stands in the controls of a form. */
export function snapshotOf(controls: Iterable<Control>): Snapshot {
  const snapshot: Snapshot = {};
  for (const control of controls) {
    if (!isKept(control)) continue;
    const { name = "", type, value = "", checked = false } = control;
    const texts = snapshot[name] ?? [];
    snapshot[name] = texts;
    if ((type !== "checkbox" && type !== "radio") || checked) texts.push(value);
  }
  return snapshot;
}

/** What a person has changed since the form was drawn. */
export function changedSince(drawn: Snapshot, now: Snapshot): FormValues {
  const changed = Object.entries(now).filter(([name, texts]) => !isSame(texts, drawn[name] ?? [""]));
  return Object.fromEntries(
    changed.map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? "") : texts]),
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, i) => text === others[i]);
}

/** Tells the forms of a page apart: by what they are about (hidden fields but the version) and what they ask. */
export function signatureOf(controls: Iterable<Control>): string {
  const parts = new Set<string>();
  for (const { name, type, value } of controls) {
    if (!name || name.startsWith("$") || name === "version") continue;
    parts.add(type === "hidden" ? `${name}=${value}` : name.replace(/\.\d+(?=\.|$)/g, ""));
  }
  return [...parts].sort().join("&");
}

/** Where the draft of a person's form lies. */
export function draftPlace(owner: string, path: string, signature: string): string {
  return `${PREFIX}${owner} ${path} ${signature}`;
}

/** Keeps a draft; without anything changed, or without room, there is none. */
export function keepDraft(storage: Storage, place: string, draft: Draft, now: number): void {
  try {
    if (Object.keys(draft.values).length === 0) storage.removeItem(place);
    else storage.setItem(place, JSON.stringify({ ...draft, at: now }));
  } catch {
    storage.removeItem(place);
  }
}

/** The draft of a form, unless it is too old. */
export function readDraft(storage: Storage, place: string, now: number): Draft | null {
  const kept = parsed(storage.getItem(place));
  if (!kept) return null;
  if (now - kept.at <= DRAFT_KEPT_MS) return { values: kept.values, key: kept.key };
  storage.removeItem(place);
  return null;
}

/** Takes away drafts that are too old, and those of everybody but this person; of nobody's name, all. */
export function forgetDrafts(storage: Storage, butOf: string | null, now: number): void {
  for (const place of Object.keys(storage)) {
    if (!place.startsWith(PREFIX)) continue;
    const isOwn = butOf !== null && place.startsWith(`${PREFIX}${butOf} `);
    const kept = isOwn ? parsed(storage.getItem(place)) : null;
    if (!kept || now - kept.at > DRAFT_KEPT_MS) storage.removeItem(place);
  }
}

function parsed(text: string | null): (Draft & { at: number }) | null {
  try {
    const { values, key, at } = JSON.parse(text ?? "");
    return typeof values === "object" && typeof key === "string" && typeof at === "number"
      ? { values, key, at }
      : null;
  } catch {
    return null;
  }
}

/** A key no other rendering has; `crypto.randomUUID` is missing where the address is plain http. */
export function newFormKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
