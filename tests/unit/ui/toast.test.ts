import { afterEach, expect, it, vi } from "vitest";
import { notifyWithUndo, undoLatest } from "../../../components/ui/toast";

const { shown } = vi.hoisted(() => ({ shown: [] as { onAutoClose: () => void }[] }));

vi.mock("sonner", () => ({
  toast: Object.assign(
    (_message: string, options?: { onAutoClose: () => void }) => (options ? shown.push(options) : 0),
    { dismiss: () => {} },
  ),
}));

afterEach(() => shown.splice(0));

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
  shown.at(-1)?.onAutoClose();
  expect(undoLatest()).toBe(false);
  expect(onUndo).not.toHaveBeenCalled();
});

it("keeps the newer change when the older message goes", () => {
  const [older, newer] = [vi.fn(), vi.fn()];
  notifyWithUndo("one", { label: "Undo", onUndo: older });
  notifyWithUndo("two", { label: "Undo", onUndo: newer });
  shown[0]?.onAutoClose();
  expect(undoLatest()).toBe(true);
  expect(newer).toHaveBeenCalledTimes(1);
  expect(older).not.toHaveBeenCalled();
});
