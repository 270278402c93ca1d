import type { Highs } from "highs";
import { addRoomRows } from "@/lib/coverage/planner/prices/room-rows";
import { int, item } from "@/lib/coverage/planner/problem/arrays";
import type { Stopping } from "@/lib/coverage/planner/problem/stopping";
import { addColumn, addRow, emptyProgramme, solveProgramme } from "@/lib/coverage/planner/solver";
import {
  ableFor,
  type Charges,
  chargeFor,
  minutesFor,
  personFor,
  type SlotTask,
  type Want,
} from "./slot-task";

/** Some wants of a slot served at a charge that is proven least, or at least `bound`. */
export type Fill = { charge: number; bound: number; served: ReadonlyMap<Want, number> };

/** Fills a slot with some of its wants by a small integer programme; null where the limits end it without a plan. `start` is a known one. */
export function fillByProgramme(
  highs: Highs,
  task: SlotTask,
  wants: readonly Want[],
  charges: Charges,
  start: ReadonlyMap<Want, number>,
  stopping: Stopping,
): Fill | null {
  const programme = emptyProgramme();
  const byPerson = new Map<number, [number, number][]>();
  const known: number[] = [];
  const columns = wants.map((want) => {
    known.push(start.has(want) ? 0 : 1);
    const open = addColumn(programme, chargeFor(task, charges, want, undefined), 1, true);
    const served = ableFor(want).map((candidate) => {
      known.push(start.get(want) === candidate ? 1 : 0);
      const column = addColumn(programme, chargeFor(task, charges, want, candidate), 1, true);
      const person = personFor(want, candidate);
      const terms = byPerson.get(person) ?? [];
      terms.push([column, minutesFor(want, candidate)]);
      byPerson.set(person, terms);
      return column;
    });
    addRow(
      programme,
      1,
      1,
      [open, ...served].map((column): [number, number] => [column, 1]),
    );
    return served;
  });
  for (const [person, terms] of byPerson) addRoomRows(programme, int(task.room, person), terms);
  const { values, isProven, bound } = solveProgramme(highs, programme, stopping, Float64Array.from(known));
  if (!values) return null;
  const served = new Map<Want, number>();
  let charge = 0;
  for (const [index, want] of wants.entries()) {
    const place = item(columns, index).findIndex((column) => (values[column] as number) > 0.5);
    if (place >= 0) served.set(want, item(ableFor(want), place));
    charge += chargeFor(task, charges, want, served.get(want));
  }
  return { charge, bound: isProven ? charge : Math.max(0, Math.ceil(bound - 1e-6)), served };
}
