const ROWS_PER_STATEMENT = 1_000;

/** Writes rows some at a time: a statement holds a limited number of values. */
export async function inChunks<T>(rows: readonly T[], write: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await write(rows.slice(start, start + ROWS_PER_STATEMENT));
  }
}
