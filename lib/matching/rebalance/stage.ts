import { addColumn, addRow, emptyProgramme, type Programme } from "@/lib/solver/programme";
import type { DeskAssignment, DeskOption, RebalanceInstance } from "./instance";

/**
 * One level of the question with those before it held: the least minutes over capacities, or, at these, the most value and then the
 * fewest changes, as one whole number that is minimised.
 */
export type Stage =
  | { level: "overload"; mostChanges: number }
  | { level: "value"; mostChanges: number; overload: number };

/** What an option costs at a level. */
export function costOf({ scale }: RebalanceInstance, { level }: Stage, { gain, change }: DeskOption): number {
  return level === "overload" ? 0 : change - scale * gain;
}

/** The prices of rows that a linear programme gives: of an assistant's minute, of a change, and of a minute over capacities. */
export type StagePrices = { minute: Float64Array; change: number; over: number };

const NONE = Number.NEGATIVE_INFINITY;

/** Rows in order: desks, assistants, changes, and the minutes over capacities where they are held above nothing. */
export function programmeOf(
  instance: RebalanceInstance,
  stage: Stage,
  columns: readonly DeskOption[],
  isIntegral: boolean,
): Programme {
  const programme = emptyProgramme();
  const { capacity, desks, options, lostDesks } = instance;
  const desk: [number, number][][] = desks.map(() => []);
  const assistant: [number, number][][] = capacity.map(() => []);
  const changes: [number, number][] = [];
  for (const option of columns) {
    const place = addColumn(programme, costOf(instance, stage, option), 1, isIntegral);
    desk[option.desk]?.push([place, 1]);
    assistant[option.assistant]?.push([place, desks[option.desk]?.load ?? 0]);
    if (option.change) changes.push([place, 1]);
  }
  const over: [number, number][] = [];
  if (hasOverload(stage))
    for (const terms of assistant) {
      const place = addColumn(programme, stage.level === "overload" ? 1 : 0, Number.POSITIVE_INFINITY, false);
      terms.push([place, -1]);
      over.push([place, 1]);
    }
  for (const [place, terms] of desk.entries()) {
    const one = options[place]?.length === 0 ? 0 : 1;
    addRow(programme, one, one, terms);
  }
  for (const [place, terms] of assistant.entries()) addRow(programme, NONE, capacity[place] ?? 0, terms);
  addRow(programme, NONE, stage.mostChanges - lostDesks, changes);
  if (stage.level === "value" && hasOverload(stage)) addRow(programme, NONE, stage.overload, over);
  return programme;
}

function hasOverload(stage: Stage): boolean {
  return stage.level === "overload" || stage.overload > 0;
}

/** The prices in the duals of those rows, cut to what keeps the bound valid. */
export function pricesOf(
  { capacity, desks }: RebalanceInstance,
  stage: Stage,
  dual: Float64Array,
): StagePrices {
  const at = (row: number) => Math.max(0, -(dual[row] ?? 0));
  const rows = desks.length + capacity.length;
  const over = stage.level === "value" && stage.overload > 0 ? at(rows + 1) : 0;
  const most = stage.level === "overload" ? 1 : stage.overload > 0 ? over : Number.POSITIVE_INFINITY;
  const minute = Float64Array.from(capacity, (_, place) => Math.min(most, at(desks.length + place)));
  return { minute, change: at(rows), over };
}

/** The columns of an assignment as a point of its programme. */
export function pointOf(
  instance: RebalanceInstance,
  stage: Stage,
  columns: readonly DeskOption[],
  assignment: DeskAssignment,
): Float64Array {
  const chosen = columns.map(({ desk, assistant }) => (assignment[desk] === assistant ? 1 : 0));
  if (!hasOverload(stage)) return Float64Array.from(chosen);
  const loads = new Float64Array(instance.capacity.length);
  for (const [place, { load }] of instance.desks.entries()) {
    const assistant = assignment[place] ?? -1;
    if (assistant >= 0) loads[assistant] = (loads[assistant] ?? 0) + load;
  }
  const over = instance.capacity.map((most, place) => Math.max(0, (loads[place] ?? 0) - most));
  return Float64Array.from([...chosen, ...over]);
}
