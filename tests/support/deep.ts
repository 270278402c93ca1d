/** True under `npm test -- deep`, which takes its time: published sets, thousand-run properties, more days. */
export const isDeep = process.env.TEST_DEEP === "1";

/** How many cases a property or a comparison tries: `deep` of them when there is time, else `ordinary`. */
export function cases({ ordinary, deep }: { ordinary: number; deep: number }): number {
  return isDeep ? deep : ordinary;
}
