const JUST_NOW_MS = 3_000;

let underWay = 0;
let endedAt = Number.NEGATIVE_INFINITY;

/** Calls a server action, whose answer shows this tab what its person has done. */
export async function asOwnAction<T>(call: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await call();
  } finally {
    underWay -= 1;
    endedAt = performance.now();
  }
}

/** True while this tab's person does something, and a moment after: the tab shows it already. */
export function hasJustActed(): boolean {
  return underWay > 0 || performance.now() - endedAt < JUST_NOW_MS;
}
