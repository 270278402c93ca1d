import { roundedRows, weightInRow } from "@/lib/coverage/planner/patterns/capacity-rows";
import { addRow, type Programme } from "@/lib/solver/programme";

/** Adds what limits one room: minutes alone let fractions in, and the rounded rows cut them off. */
export function addKnapsackRows(programme: Programme, residual: number, terms: readonly [number, number][]) {
  const uses = terms.map(([, use]) => use);
  for (const row of roundedRows(residual, uses)) {
    const rounded = terms.map(([column, use]): [number, number] => [column, weightInRow(row.divisor, use)]);
    addRow(
      programme,
      Number.NEGATIVE_INFINITY,
      row.limit,
      rounded.filter(([, weight]) => weight > 0),
    );
  }
}
