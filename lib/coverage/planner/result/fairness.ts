/** The cost of `minutes` of cover beside the `expected` share: the first slope up to twice it, the second above. */
export function fairnessCost(
  minutes: number,
  expected: number,
  firstSlope: number,
  secondSlope: number,
): number {
  if (minutes <= expected) return 0;
  if (minutes <= 2 * expected) return firstSlope * (minutes - expected);
  return firstSlope * expected + secondSlope * (minutes - 2 * expected);
}
