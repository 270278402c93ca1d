const MOST_SHOWN = 99;

/** A count in the room of two figures: "7", "99+". */
export function countText(count: number): string {
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}
