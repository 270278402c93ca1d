import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

const OVERSCAN_PX = 400;

/** Which rows of a tall list are drawn: those in sight of its scrolling box, and every one of them on paper. */
export function useWindow(box: RefObject<HTMLElement | null>, tops: readonly number[], firstCount: number) {
  const [sight, setSight] = useState<{ top: number; bottom: number } | null>(null);
  const [isPrinting, setPrinting] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    function look() {
      if (!element) return;
      setSight({ top: element.scrollTop, bottom: element.scrollTop + element.clientHeight });
    }
    look();
    element.addEventListener("scroll", look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      watcher.disconnect();
    };
  }, [box]);

  useEffect(() => {
    const paper = window.matchMedia("print");
    const draw = () => flushSync(() => setPrinting(paper.matches));
    const before = () => flushSync(() => setPrinting(true));
    paper.addEventListener("change", draw);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", draw);
    return () => {
      paper.removeEventListener("change", draw);
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", draw);
    };
  }, []);

  const count = tops.length - 1;
  if (isPrinting) return { first: 0, end: count };
  if (!sight) return { first: 0, end: Math.min(count, firstCount) };
  const first = Math.max(0, rowAt(tops, sight.top - OVERSCAN_PX));
  return { first, end: Math.min(count, rowAt(tops, sight.bottom + OVERSCAN_PX) + 1) };
}

/** The top of each row, and the bottom of the last, by how tall they are. */
export function topsOf(heights: readonly number[]): number[] {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return tops;
}

/** The row at a height, by the tops of all rows and the bottom of the last. */
export function rowAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
