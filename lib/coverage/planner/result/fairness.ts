/** The cost of `minutes` of cover beside the `expected` share: the first slope up to twice it, the second above. */
export function fairnessCost(minutes: number, expected: number, near: number, far: number): number {
  if (minutes <= expected) return 0;
  if (minutes <= 2 * expected) return near * (minutes - expected);
  return near * expected + far * (minutes - 2 * expected);
}
