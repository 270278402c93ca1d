import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { int } from "@/lib/solver/arrays";

/** A limit on one assistant in one slot: Σ weightOf(use) over those they serve there is at most `limit`. */
export type CapacityRow = { limit: number; divisor: number };

/** The capacity rows that can bind; those of a cell (assistant × slots + slot) lie from `first` of it to the next's. */
export type CapacityRows = { first: Int32Array; limit: Float64Array; divisor: Int32Array };

/** What serving with this `use` weighs in a row: minutes, or whole parts of the divisor. */
export function weightInRow(divisor: number, use: number): number {
  return divisor === 1 ? use : Math.floor(use / divisor);
}

/**
 * Capacity rows, each strengthened by rounding: of those who take more than room / (k + 1) at most k fit, which cuts off
 * the fractions that minutes alone would allow.
 */
export function capacityRows(instance: Instance): CapacityRows {
  const uses = new Map<number, number[]>();
  for (const episode of instance.episodes) {
    for (let candidate = 0; candidate < episode.people.length; candidate++) {
      for (let step = 0; step < episode.steps; step++) {
        const node = candidate * episode.steps + step;
        if (episode.feasible[node] !== 1 || int(episode.use, node) === 0) continue;
        const cell = int(episode.people, candidate) * instance.slots + int(episode.slots, step);
        const list = uses.get(cell);
        if (list) list.push(int(episode.use, node));
        else uses.set(cell, [int(episode.use, node)]);
      }
    }
  }
  const first = new Int32Array(instance.residual.length + 1);
  const rows: CapacityRow[] = [];
  for (const [cell, residual] of instance.residual.entries()) {
    const list = uses.get(cell);
    if (list) rows.push(...roundedRows(residual, list));
    first[cell + 1] = rows.length;
  }
  return {
    first,
    limit: Float64Array.from(rows, (row) => row.limit),
    divisor: Int32Array.from(rows, (row) => row.divisor),
  };
}

/** The rows that hold for those who would take these minutes of one room; none where all fit together. */
export function roundedRows(residual: number, uses: readonly number[]): CapacityRow[] {
  const total = uses.reduce((sum, use) => sum + use, 0);
  if (total <= residual) return [];
  const least = Math.min(...uses);
  if (2 * least > residual) return [{ divisor: least, limit: 1 }];
  const rows: CapacityRow[] = [{ divisor: 1, limit: residual }];
  for (let fit = 1; fit <= 3; fit++) {
    const divisor = Math.floor(residual / (fit + 1)) + 1;
    if (divisor <= 1 || Math.floor(residual / divisor) !== fit) continue;
    const row = { divisor, limit: fit };
    const most = uses.reduce((sum, use) => sum + weightInRow(divisor, use), 0);
    if (most > fit && !rows.some((other) => other.divisor === divisor)) rows.push(row);
  }
  return rows;
}
