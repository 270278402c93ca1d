import { toast } from "sonner";

const UNDO_MS = 10_000;

type Undo = { label: string; onUndo: () => void | Promise<void>; done?: string };

let latest: { id: string | number; undo: () => void } | undefined;

/** A short message that leaves by itself: "Saved", "Oskar covers Priya, Wed". */
export function notify(message: string): void {
  toast(message);
}

/** A message about what went wrong and what is kept; stays until it is read. */
export function notifyFault(message: string): void {
  toast.error(message, { duration: Number.POSITIVE_INFINITY, closeButton: true });
}

/** A message with an undo that stands for 10 s; ⌘Z does the same while it is there. */
export function notifyWithUndo(message: string, { label, onUndo, done }: Undo): void {
  function forget() {
    if (latest?.id === id) latest = undefined;
  }
  async function undo() {
    forget();
    toast.dismiss(id);
    await onUndo();
    if (done) toast(done);
  }
  const id = toast(message, {
    duration: UNDO_MS,
    action: { label, onClick: undo },
    onAutoClose: forget,
    onDismiss: forget,
  });
  latest = { id, undo };
}

/** Takes back the last change whose undo still stands; false when there is none. */
export function undoLatest(): boolean {
  if (!latest) return false;
  latest.undo();
  return true;
}
