import { type OfficeExecutive, type Staffing, supportedHours } from "@/lib/coverage/office/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import type { HalfDay } from "@/lib/time/half-day";
import { type Hours, minutesOf } from "@/lib/time/hours";
import { coverMinutes, dutyCoverMinutes } from "./rules-duty-minutes";
import type { OwnShare } from "./rules-own-shares";
import type { DemandCause } from "./rules-own-support";

/** Weight of an uncovered minute: the executive's tier. The cover level is in the minutes already (see DECISIONS.md). */
export function demandWeight(executive: OfficeExecutive): number {
  return executive.tier;
}

/** A part of a half-day without the own assistant: its hours (null for all of it) and duties (empty for all). A gap without a cover. */
export type Piece = {
  window: Hours | null;
  dutyIds: readonly string[];
  minutes: number;
  cause: DemandCause;
  cover: CoverRecord | null;
};

type Parts = { own: readonly OwnShare[]; pieces: readonly Piece[] };

/** Who serves an executive in one half-day, or why nobody does. A half-day with any open piece is a gap, with the minutes that are open. */
export type SlotState =
  | { status: "not_needed" }
  | { status: "own"; assistantId: string; own: readonly OwnShare[] }
  | ({
      status: "cover";
      assistantId: string;
      cover: CoverRecord;
      cause: DemandCause;
      minutes: number;
    } & Parts)
  | ({ status: "gap"; cause: DemandCause; minutes: number } & Parts);

const NO_PIECES: readonly Piece[] = [];

/** The parts of a half-day without the own assistant. */
export function piecesIn(state: SlotState): readonly Piece[] {
  return state.status === "cover" || state.status === "gap" ? state.pieces : NO_PIECES;
}

/** The parts of a half-day that somebody covers. */
export function coversIn(state: SlotState): (Piece & { cover: CoverRecord })[] {
  return piecesIn(state).flatMap((piece) => (piece.cover ? [{ ...piece, cover: piece.cover }] : []));
}

/** The parts of a half-day that nobody covers. */
export function gapsIn(state: SlotState): Piece[] {
  return piecesIn(state).filter((piece) => piece.cover === null);
}

/** Who of the executive's own is there in a half-day, and how long they are busy with it. */
export function ownIn(state: SlotState): readonly OwnShare[] {
  return state.status === "not_needed" ? [] : state.own;
}

/** A share of some minutes, rounded up. */
export function shareOfMinutes(minutes: number, part: number, whole: Hours): number {
  return Math.ceil((minutes * part) / minutesOf([whole]));
}

/** Minutes a cover of some duties (empty for all) takes in some hours of a half-day, or all of it: in proportion, rounded up. */
export function pieceMinutes(
  office: Staffing,
  executive: OfficeExecutive,
  at: HalfDay,
  { window, dutyIds }: Pick<Piece, "window" | "dutyIds">,
): number {
  const duties = executive.duties.filter(({ dutyId }) => dutyIds.length === 0 || dutyIds.includes(dutyId));
  const minutes = coverMinutes(duties, at.part);
  const supported = supportedHours(office, executive, at);
  if (!window || !supported) return minutes;
  return shareOfMinutes(minutes, minutesOf([window]), supported);
}

/** The duties of an executive that cannot wait in a half-day. */
export function dutiesToCover(executive: OfficeExecutive, part: "am" | "pm"): string[] {
  const due = executive.duties.filter((duty) => dutyCoverMinutes(duty, part) > 0);
  return [...new Set(due.map((duty) => duty.dutyId))];
}
