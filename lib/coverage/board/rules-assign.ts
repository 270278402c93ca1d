import { ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { dutiesToCover, type Piece, pieceMinutes, piecesIn } from "@/lib/coverage/demand/rules";
import { freeAfterCovers, type Grid, gridAround } from "@/lib/coverage/demand/rules-grid";
import { type CoverSlot, firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import {
  isAwayIn,
  isThereFor,
  type OfficeAssistant,
  type OfficeExecutive,
} from "@/lib/coverage/office/rules";
import { type Refusal, refuse } from "@/lib/result";
import { type HalfDay, halfDayAt, rangeIndexes } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import type { AssignCoverInput } from "./schema";

export type AssignRefusal =
  | "nothing_to_cover"
  | "not_a_duty"
  | "already_covered"
  | "cover_away"
  | "cover_not_at_work"
  | "not_available_for_executive"
  | "not_eligible"
  | "over_capacity"
  | "slot_changed";

/** A half-day, or some hours and duties of it, that is to be covered. */
type OpenSlot = CoverSlot & {
  at: HalfDay;
  window: Hours | null;
  dutyIds: readonly string[];
  minutes: number;
  isCovered: boolean;
};

/** What is asked for and without the own assistant in a stretch, apart from what the person covers already. */
export function openSlots(grid: Grid, executive: OfficeExecutive, input: AssignCoverInput): OpenSlot[] {
  const { first, last } = rangeIndexes(input);
  const states = grid.rows.get(input.executiveId) ?? [];
  return states.flatMap((state, position) => {
    const index = firstIndexOf(grid) + position;
    if (index < first || index > last) return [];
    const asked = piecesIn(state).filter(
      (piece) =>
        !(input.openOnly && piece.cover) &&
        piece.cover?.assistantId !== input.assistantId &&
        dutiesAsked(executive, index, piece, input),
    );
    const together = new Map<string, Piece[]>();
    for (const piece of asked) {
      const key = JSON.stringify([piece.window, absenceOf(piece)]);
      together.set(key, [...(together.get(key) ?? []), piece]);
    }
    return [...together.values()].map((pieces) => slotOf(grid, executive, input, index, pieces));
  });
}

/** The duties of a piece that are asked for, or null when none is. */
function dutiesAsked(
  executive: OfficeExecutive,
  index: number,
  { dutyIds }: Piece,
  { dutyIds: asked }: AssignCoverInput,
): string[] | null {
  const own = dutyIds.length > 0 ? dutyIds : dutiesToCover(executive, halfDayAt(index).part);
  const wanted = asked.length === 0 ? [...own] : own.filter((duty) => asked.includes(duty));
  return asked.length > 0 && wanted.length === 0 ? null : wanted;
}

function absenceOf({ cause }: Piece): string | null {
  return cause.kind === "absence" ? cause.absenceId : null;
}

/** The pieces of one time and absence as one thing to cover: all duties when together they are all of them. */
function slotOf(
  grid: Grid,
  executive: OfficeExecutive,
  input: AssignCoverInput,
  index: number,
  pieces: Piece[],
): OpenSlot {
  const at = halfDayAt(index);
  const [first] = pieces;
  const duties = pieces.flatMap((piece) => dutiesAsked(executive, index, piece, input) ?? []);
  const isAll = duties.length === dutiesToCover(executive, at.part).length;
  const extent = { window: first?.window ?? null, dutyIds: isAll ? [] : duties };
  return {
    executiveId: input.executiveId,
    assistantId: input.assistantId,
    absenceId: first ? absenceOf(first) : null,
    index,
    at,
    ...extent,
    minutes: pieceMinutes(grid.office, executive, at, extent),
    isCovered: pieces.some((piece) => piece.cover !== null),
  };
}

/** Why an assistant can't cover some slots: away or not at work then, kept apart, or, unless it is overridden, by skills or time. */
export function refusalOfAssigning(
  grid: Grid,
  executive: OfficeExecutive,
  assistant: OfficeAssistant,
  slots: OpenSlot[],
  isOverridden: boolean,
): Refusal<AssignRefusal> | null {
  for (const { at, window } of slots) {
    const details = { ...at, ...(window ? { window } : {}) };
    if (isAwayIn(assistant, at, window)) return refuse("cover_away", { path: "assistantId", details });
    if (!isThereFor(grid.office, assistant, at, window))
      return refuse("cover_not_at_work", { path: "assistantId", details });
  }
  const dutyIds = slots.every((slot) => slot.dutyIds.length > 0) ? slots.flatMap((slot) => slot.dutyIds) : [];
  const on = slots[0]?.at.on ?? grid.office.from;
  const rules = ineligibilities(grid.office, assistant, executive, on, dutyIds);
  if (rules.some((rule) => rule.rule === "not_available")) return refuse("not_available_for_executive");
  if (isOverridden) return null;
  if (rules.length > 0) return refuse("not_eligible", { path: "assistantId", details: { rules } });
  return capacityRefusal(grid, executive, assistant, slots);
}

function capacityRefusal(
  grid: Grid,
  executive: OfficeExecutive,
  assistant: OfficeAssistant,
  slots: OpenSlot[],
): Refusal<"over_capacity"> | null {
  const left = [...(freeAfterCovers(gridAround(grid, new Set([assistant.id]))).get(assistant.id) ?? [])];
  for (const { at, index, minutes } of slots) {
    const position = index - firstIndexOf(grid);
    const freeMinutes = left[position] ?? 0;
    const needed = neededMinutes(grid.office, assistant.id, executive, minutes);
    left[position] = freeMinutes - needed;
    if (freeMinutes >= needed) continue;
    const details = { ...at, freeMinutes, neededMinutes: needed };
    return refuse("over_capacity", { path: "assistantId", details });
  }
  return null;
}
