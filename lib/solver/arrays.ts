/** Reads an integer of a typed array whose index is known to lie inside it. */
export function int(values: Int32Array, index: number): number {
  return values[index] as number;
}

/** Reads a number of a typed array whose index is known to lie inside it. */
export function num(values: Float64Array, index: number): number {
  return values[index] as number;
}

/** Reads an element of a list whose index is known to lie inside it. */
export function item<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}
