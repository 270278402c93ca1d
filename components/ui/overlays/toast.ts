const UNDO_MS = 10_000;

type Undo = { label: string; onUndo: () => void | Promise<void>; done?: string };

/** A message on its way to where toasts appear; without `lasts` it leaves after the usual time. */
export type ToastMessage = {
  id: number;
  text: string;
  isFault?: boolean;
  lasts?: number;
  action?: { label: string; onClick: () => void };
  onGone?: () => void;
};

/** Where toasts appear, once it is there. */
export type ToastPlace = { show: (message: ToastMessage) => void; dismiss: (id: number) => void };

let place: ToastPlace | undefined;
let waiting: ToastMessage[] = [];
let call: (() => void) | undefined;
let lastId = 0;
let latest: { id: number; undo: () => void } | undefined;

function send(message: Omit<ToastMessage, "id">): number {
  lastId += 1;
  const sent = { ...message, id: lastId };
  if (place) place.show(sent);
  else waiting.push(sent);
  call?.();
  return lastId;
}

/** Calls when there is something to show, so that the place for it is fetched only then. */
export function onFirstToast(called: () => void): void {
  call = called;
  if (waiting.length > 0) called();
}

/** Gives messages, also those that waited, to where they appear; undefined when it goes. */
export function showToastsAt(here: ToastPlace | undefined): void {
  place = here;
  if (!here) return;
  for (const message of waiting) here.show(message);
  waiting = [];
}

/** A short message that leaves by itself: "Saved", "Oskar covers Priya, Wed". */
export function notify(message: string): void {
  send({ text: message });
}

/** A message about what went wrong and what is kept; stays until it is read. */
export function notifyFault(message: string): void {
  send({ text: message, isFault: true, lasts: Number.POSITIVE_INFINITY });
}

/** A message with an undo that stands for 10 s; ⌘Z does the same while it is there. */
export function notifyWithUndo(message: string, { label, onUndo, done }: Undo): void {
  function forget() {
    if (latest?.id === id) latest = undefined;
  }
  async function undo() {
    forget();
    place?.dismiss(id);
    await onUndo();
    if (done) notify(done);
  }
  const id = send({ text: message, lasts: UNDO_MS, action: { label, onClick: undo }, onGone: forget });
  latest = { id, undo };
}

/** Takes back the last change whose undo still stands; false when there is none. */
export function undoLatest(): boolean {
  if (!latest) return false;
  latest.undo();
  return true;
}
