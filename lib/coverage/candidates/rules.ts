import { dutiesToCover, type Piece, pieceMinutes, piecesIn } from "@/lib/coverage/demand/rules";
import { freeAfterCovers, type Grid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import {
  isAwayIn,
  isThereFor,
  type OfficeAssistant,
  type OfficeExecutive,
} from "@/lib/coverage/office/rules";
import type { Fit } from "@/lib/matching/rules";
import type { HalfDaySpan } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { fitFor, type Ineligibility, ineligibilities, isWithinReach } from "./rules-eligibility";
import { familiarityPercent, neededMinutes } from "./rules-familiarity";

/** A person as cover for some half-days of one executive: free, or why not. The reasons never say why somebody is away. */
export type Candidate = {
  assistantId: string;
  name: string;
  fit: Fit;
  state: "free" | "covering" | "full" | "away" | "not_at_work" | "ineligible";
  rules: Ineligibility[];
  /** Half-days of the stretch this person could take, of those that need somebody. */
  freeHalfDays: number;
  neededHalfDays: number;
  /** How this person stands to it whatever the rules say. */
  availability: "free" | "covering" | "full" | "away" | "not_at_work";
  /** The pool that lends this person; null for somebody of the executive's own. */
  lentBy: string | null;
  /** Minutes the stretch takes of somebody who knows the executive, and of this person. */
  minutes: number;
  minutesNeeded: number;
  familiarityPercent: number;
};

const STATE_ORDER = { covering: 0, free: 1, full: 2, not_at_work: 3, away: 4, ineligible: 5 } as const;

/**
 * Ranks everybody of the executive's pool, and of the pools that lend to it, for a stretch and some duties (all when none
 * is named): who covers now, then who is free by fit, then the others with the reason.
 */
export function candidatesFor(
  grid: Grid,
  executiveId: string,
  stretch: HalfDaySpan,
  dutyIds: readonly string[] = [],
  free: ReadonlyMap<string, readonly number[]> = freeAfterCovers(grid),
): Candidate[] {
  const executive = grid.office.executives.find((e) => e.id === executiveId);
  if (!executive) return [];
  const open = askedSlots(grid, executive, stretch, dutyIds);
  return [...grid.office.assistants.values()]
    .filter((assistant) => isWithinReach(grid.office, assistant, executive))
    .map((assistant) => candidateOf(grid, executive, assistant, open, free.get(assistant.id) ?? [], dutyIds))
    .sort(
      (a, b) =>
        STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
        b.fit.total - a.fit.total ||
        (a.name < b.name ? -1 : 1),
    );
}

/** A part of a half-day without the own assistant that is asked about. */
export type AskedSlot = {
  position: number;
  window: Hours | null;
  dutyIds: readonly string[];
  minutes: number;
  coveredBy: string | null;
};

/** The parts of an executive's half-days in a stretch that somebody covers or should, of some duties (all when none is named). */
export function askedSlots(
  grid: Grid,
  executive: OfficeExecutive,
  { first, last }: HalfDaySpan,
  dutyIds: readonly string[],
): AskedSlot[] {
  return (grid.rows.get(executive.id) ?? []).flatMap((state, position) => {
    const index = firstIndexOf(grid) + position;
    if (index < first || index > last) return [];
    return piecesIn(state).flatMap((piece) => {
      const { minutes, dutyIds: duties } = askedOf(grid, executive, position, piece, dutyIds);
      if (duties === null) return [];
      const coveredBy = piece.cover?.assistantId ?? null;
      return [{ position, window: piece.window, dutyIds: duties, minutes, coveredBy }];
    });
  });
}

function askedOf(
  grid: Grid,
  executive: OfficeExecutive,
  position: number,
  piece: Piece,
  dutyIds: readonly string[],
): { minutes: number; dutyIds: readonly string[] | null } {
  const at = grid.halfDays[position];
  if (dutyIds.length === 0 || !at) return piece;
  const own = piece.dutyIds.length > 0 ? piece.dutyIds : dutiesToCover(executive, at.part);
  const asked = own.filter((duty) => dutyIds.includes(duty));
  if (asked.length === 0) return { minutes: 0, dutyIds: null };
  const minutes = pieceMinutes(grid.office, executive, at, { window: piece.window, dutyIds: asked });
  return { minutes, dutyIds: asked };
}

function candidateOf(
  grid: Grid,
  executive: OfficeExecutive,
  assistant: OfficeAssistant,
  open: AskedSlot[],
  free: readonly number[],
  asked: readonly string[],
): Candidate {
  const { office } = grid;
  const on = grid.halfDays[open[0]?.position ?? 0]?.on ?? office.from;
  const dutyIds = open.some((slot) => slot.dutyIds.length === 0)
    ? asked
    : [...new Set(open.flatMap((slot) => slot.dutyIds))];
  const rules = ineligibilities(office, assistant, executive, on, dutyIds);
  const left = [...free];
  const states = open.map((slot) => slotStateFor(grid, executive, assistant, slot, left));
  const isTaken = (slot: AskedSlot) =>
    open.every((one, i) => one.position !== slot.position || isPossible(states[i]));
  const needed = new Set(open.map((slot) => slot.position));
  const canTake = new Set(open.filter(isTaken).map((slot) => slot.position));
  const minutes = open.reduce((sum, slot) => sum + slot.minutes, 0);
  return {
    assistantId: assistant.id,
    name: assistant.name,
    fit: fitFor(office, assistant, executive, on, dutyIds),
    state: rules.length > 0 ? "ineligible" : (states.find((state) => state !== "free") ?? "free"),
    rules,
    freeHalfDays: rules.length > 0 ? 0 : canTake.size,
    neededHalfDays: needed.size,
    availability: states.find((state) => state !== "free") ?? "free",
    lentBy: assistant.poolId === executive.poolId ? null : (office.poolNames.get(assistant.poolId) ?? null),
    minutes,
    minutesNeeded: open.reduce(
      (sum, slot) => sum + neededMinutes(office, assistant.id, executive, slot.minutes),
      0,
    ),
    familiarityPercent: familiarityPercent(office, assistant.id, executive),
  };
}

type State = Exclude<Candidate["state"], "ineligible">;

function isPossible(state: State | undefined): boolean {
  return state === "free" || state === "covering";
}

/** How somebody stands to a part of a half-day, with the minutes they have left in each half-day, of which it takes its share. */
export function slotStateFor(
  grid: Grid,
  executive: OfficeExecutive,
  assistant: OfficeAssistant,
  slot: AskedSlot,
  left: number[],
): State {
  const at = grid.halfDays[slot.position];
  if (!at) return "full";
  if (slot.coveredBy === assistant.id) return "covering";
  if (isAwayIn(assistant, at, slot.window)) return "away";
  if (!isThereFor(grid.office, assistant, at, slot.window)) return "not_at_work";
  const needs = neededMinutes(grid.office, assistant.id, executive, slot.minutes);
  const free = left[slot.position] ?? 0;
  if (free < needs) return "full";
  left[slot.position] = free - needs;
  return "free";
}
