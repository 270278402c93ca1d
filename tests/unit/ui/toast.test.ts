import { toast } from "sonner";
import { beforeEach, expect, it, vi } from "vitest";
import { notifyWithUndo, undoLatest } from "../../../components/ui/overlays/toast";

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", (paint: () => void) => paint());
});

function leave(index: number): void {
  const shown = toast.getToasts()[index];
  if (shown && "onAutoClose" in shown) shown.onAutoClose?.(shown);
}

it("takes back the last change, once", () => {
  const onUndo = vi.fn();
  notifyWithUndo("Oskar covers Priya, Wed", { label: "Undo", onUndo });
  expect(undoLatest()).toBe(true);
  expect(undoLatest()).toBe(false);
  expect(onUndo).toHaveBeenCalledTimes(1);
});

it("forgets a change when its message has gone", () => {
  const onUndo = vi.fn();
  notifyWithUndo("Oskar covers Priya, Wed", { label: "Undo", onUndo });
  leave(0);
  expect(undoLatest()).toBe(false);
  expect(onUndo).not.toHaveBeenCalled();
});

it("keeps the newer change when the older message goes", () => {
  const [older, newer] = [vi.fn(), vi.fn()];
  notifyWithUndo("one", { label: "Undo", onUndo: older });
  notifyWithUndo("two", { label: "Undo", onUndo: newer });
  leave(1);
  expect(undoLatest()).toBe(true);
  expect(newer).toHaveBeenCalledTimes(1);
  expect(older).not.toHaveBeenCalled();
});
