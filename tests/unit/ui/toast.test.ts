import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  notify,
  notifyWithUndo,
  onFirstToast,
  showToastsAt,
  type ToastMessage,
  undoLatest,
} from "../../../components/ui/overlays/toast";

let shown: ToastMessage[] = [];
const dismiss = vi.fn();

beforeEach(() => {
  shown = [];
  dismiss.mockClear();
  showToastsAt({ show: (message) => shown.push(message), dismiss });
});

afterEach(() => {
  for (const { onGone } of shown) onGone?.();
});

it("keeps a message until its place is there, and calls for the place", () => {
  const called = vi.fn();
  showToastsAt(undefined);
  onFirstToast(called);
  notify("Saved");
  expect(called).toHaveBeenCalled();
  expect(shown).toEqual([]);
  showToastsAt({ show: (message) => shown.push(message), dismiss });
  expect(shown.map(({ text }) => text)).toEqual(["Saved"]);
});

it("takes back the last change, once, and lets its message go", () => {
  const onUndo = vi.fn();
  notifyWithUndo("Oskar covers Priya, Wed", { label: "Undo", onUndo });
  expect(undoLatest()).toBe(true);
  expect(undoLatest()).toBe(false);
  expect(onUndo).toHaveBeenCalledTimes(1);
  expect(dismiss).toHaveBeenCalledWith(shown[0]?.id);
});

it("says afterwards what was done", async () => {
  notifyWithUndo("Oskar covers Priya, Wed", { label: "Undo", onUndo: () => {}, done: "Taken back" });
  shown[0]?.action?.onClick();
  await vi.waitFor(() => expect(shown.at(-1)?.text).toBe("Taken back"));
});

it("forgets a change when its message has gone", () => {
  const onUndo = vi.fn();
  notifyWithUndo("Oskar covers Priya, Wed", { label: "Undo", onUndo });
  shown[0]?.onGone?.();
  expect(undoLatest()).toBe(false);
  expect(onUndo).not.toHaveBeenCalled();
});

it("keeps the newer change when the older message goes", () => {
  const [older, newer] = [vi.fn(), vi.fn()];
  notifyWithUndo("one", { label: "Undo", onUndo: older });
  notifyWithUndo("two", { label: "Undo", onUndo: newer });
  shown[0]?.onGone?.();
  expect(undoLatest()).toBe(true);
  expect(newer).toHaveBeenCalledTimes(1);
  expect(older).not.toHaveBeenCalled();
});
