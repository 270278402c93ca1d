import { type RefObject, useEffect, useState } from "react";

/** Keeps the row the keyboard is on in sight and focused; answers whether the keyboard is in the grid at all. */
export function useFocusedRow(
  box: RefObject<HTMLElement | null>,
  row: number,
  tops: readonly number[],
): boolean {
  const [isInside, setInside] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const enter = () => setInside(true);
    const leave = (event: FocusEvent) => setInside(element.contains(event.relatedTarget as Node | null));
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, [box]);

  useEffect(() => {
    const element = box.current;
    if (!element?.contains(document.activeElement)) return;
    const head = element.querySelector("thead")?.offsetHeight ?? 0;
    const [top, bottom] = [tops[row] ?? 0, (tops[row + 1] ?? 0) + head];
    if (top < element.scrollTop) element.scrollTop = top;
    if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    const frame = requestAnimationFrame(() =>
      element.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [box, row, tops]);

  return isInside;
}
