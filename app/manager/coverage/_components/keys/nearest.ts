const ACROSS_WEIGHT = 3;

/** The element nearest in an arrow key's direction, or null at the edge; stepping aside costs three times stepping ahead. */
export function nearest(from: HTMLElement, key: string, all: Iterable<HTMLElement>): HTMLElement | null {
  const start = from.getBoundingClientRect();
  let best: { element: HTMLElement; distance: number } | null = null;
  for (const element of all) {
    const box = element.getBoundingClientRect();
    if (element === from || box.width === 0) continue;
    const ahead = distanceAhead(start, box, key);
    if (ahead < -1) continue;
    const distance = ahead + ACROSS_WEIGHT * distanceAcross(start, box, key);
    if (!best || distance < best.distance) best = { element, distance };
  }
  return best?.element ?? null;
}

function distanceAhead(start: DOMRect, box: DOMRect, key: string): number {
  if (key === "ArrowRight") return box.left - start.right;
  if (key === "ArrowLeft") return start.left - box.right;
  if (key === "ArrowDown") return box.top - start.bottom;
  return start.top - box.bottom;
}

function distanceAcross(start: DOMRect, box: DOMRect, key: string): number {
  const isSideways = key === "ArrowLeft" || key === "ArrowRight";
  return isSideways
    ? Math.abs(start.y + start.height / 2 - (box.y + box.height / 2))
    : Math.abs(start.x + start.width / 2 - (box.x + box.width / 2));
}
