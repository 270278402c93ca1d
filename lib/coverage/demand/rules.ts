import {
  isAtWork,
  isThereFor,
  isTouched,
  type Office,
  type OfficeAssistant,
  type OfficeExecutive,
  supportedHours,
  supportedHoursOf,
} from "@/lib/coverage/office/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import { type DayPart, type HalfDay, halfDayIndex } from "@/lib/time/half-day";
import { type Hours, minutesOf, sharedHours } from "@/lib/time/hours";
import { coverMinutes, dutyCoverMinutes, ownMinutes } from "./rules-duty-minutes";
import { type Demand, type DemandCause, isInForce, ownInOrder, ownPart } from "./rules-own-support";
import { segmentsOf } from "./rules-segments";

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

/** How long one of an executive's own is busy with them in a half-day. */
export type OwnShare = { assistantId: string; minutes: number };

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

/** The state of one half-day of an executive: own, cover, gap or not needed. Gaps are computed, never typed. */
export function slotState(office: Office, executive: OfficeExecutive, at: HalfDay): SlotState {
  return statesOf(office, executive)(at, 0);
}

const NOT_NEEDED: SlotState = { status: "not_needed" };

/** Says whether an assistant is at work on a half-day, which may be told by its place among others. */
export type IsThere = (assistant: OfficeAssistant, at: HalfDay, position: number) => boolean;

/** The states of an executive's half-days, one by one; what is the same for all of them is worked out once. */
export function statesOf(
  office: Office,
  executive: OfficeExecutive,
  isThere: IsThere = (assistant, at) => isAtWork(office, assistant, at),
): (at: HalfDay, position: number) => SlotState {
  const supportedAt = supportedHoursOf(office, executive);
  const supports = ownInOrder(executive);
  const ofOwn = { am: ownMinutes(executive.duties, "am"), pm: ownMinutes(executive.duties, "pm") };
  const support: SupportParts = {
    office,
    executive,
    am: ofPart(executive, "am"),
    pm: ofPart(executive, "pm"),
  };
  const served = { am: new Map<string, SlotState>(), pm: new Map<string, SlotState>() };
  return (at, position) => {
    const supported = supportedAt(at);
    if (!supported) return NOT_NEEDED;
    const lead = leadAt(at, position);
    if (lead && !isTouched(lead, at)) return servedBy(lead.id, at.part);
    const inForce = supports.filter((support) => isInForce(support, at));
    const { own: there, demands } = ownPart(office, inForce, at, supported);
    const own = there.map(({ assistantId, minutes }) => ({
      assistantId,
      minutes: shareOf(ofOwn[at.part], minutes, supported),
    }));
    const pieces = demands.flatMap((demand) => piecesOf(support, at, supported, demand));
    return stateOf(own, pieces);
  };

  function leadAt(at: HalfDay, position: number): OfficeAssistant | undefined {
    for (const support of supports) {
      const assistant = isInForce(support, at) ? office.assistants.get(support.assistantId) : undefined;
      if (assistant && isThere(assistant, at, position)) return assistant;
    }
    return undefined;
  }

  function servedBy(assistantId: string, part: DayPart): SlotState {
    const known = served[part].get(assistantId);
    if (known) return known;
    const own = [{ assistantId, minutes: ofOwn[part] }];
    const state: SlotState = { status: "own", assistantId, own };
    served[part].set(assistantId, state);
    return state;
  }
}

function stateOf(own: readonly OwnShare[], pieces: readonly Piece[]): SlotState {
  const [first] = pieces;
  const open = pieces.filter((piece) => piece.cover === null);
  if (open[0]) return { status: "gap", cause: open[0].cause, minutes: minutesIn(open), own, pieces };
  if (first?.cover) {
    const { cover, cause } = first;
    const { assistantId } = cover;
    return { status: "cover", assistantId, cover, cause, minutes: minutesIn(pieces), own, pieces };
  }
  return own[0] ? { status: "own", assistantId: own[0].assistantId, own } : NOT_NEEDED;
}

function minutesIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.minutes, 0);
}

/** A share of some minutes, rounded up. */
function shareOf(minutes: number, part: number, whole: Hours): number {
  return Math.ceil((minutes * part) / minutesOf([whole]));
}

/** Minutes a cover of some duties (empty for all) takes in some hours of a half-day, or all of it: in proportion, rounded up. */
export function pieceMinutes(
  office: Office,
  executive: OfficeExecutive,
  at: HalfDay,
  { window, dutyIds }: Pick<Piece, "window" | "dutyIds">,
): number {
  const duties = executive.duties.filter(({ dutyId }) => dutyIds.length === 0 || dutyIds.includes(dutyId));
  const minutes = coverMinutes(duties, at.part);
  const supported = supportedHours(office, executive, at);
  if (!window || !supported) return minutes;
  return shareOf(minutes, minutesOf([window]), supported);
}

/** The duties of an executive that cannot wait in a half-day. */
export function dutiesToCover(executive: OfficeExecutive, part: "am" | "pm"): string[] {
  const due = executive.duties.filter((duty) => dutyCoverMinutes(duty, part) > 0);
  return [...new Set(due.map((duty) => duty.dutyId))];
}

/** What a cover of an executive is for in each half of a day: the duties that cannot wait, and the minutes of all. */
type SupportParts = { office: Office; executive: OfficeExecutive } & Record<
  DayPart,
  { due: string[]; minutes: number }
>;

function ofPart(executive: OfficeExecutive, part: DayPart): SupportParts[DayPart] {
  return { due: dutiesToCover(executive, part), minutes: coverMinutes(executive.duties, part) };
}

/** Who covers a demand, hour by hour and duty by duty, and what stays open. */
function piecesOf(support: SupportParts, at: HalfDay, supported: Hours, { window, cause }: Demand): Piece[] {
  const { office, executive } = support;
  const { due } = support[at.part];
  const covers = coversAt(office, executive.id, at);
  if (covers.length === 0) return due.length === 0 ? [] : [pieceOf(support, at, window, due, cause, null)];
  return segmentsOf(window, supported, covers).flatMap((segment) => {
    const serving = covers.filter((cover) => isServing(office, cover, at, segment, supported));
    if (due.length === 0)
      return window === null && serving[0] ? [pieceOf(support, at, segment, [], cause, serving[0])] : [];
    const held = serving.map(() => [] as string[]);
    const open: string[] = [];
    for (const duty of due) {
      const by = serving.findIndex(({ dutyIds }) => !dutyIds?.length || dutyIds.includes(duty));
      (held[by] ?? open).push(duty);
    }
    return [
      ...serving.flatMap((cover, i) =>
        held[i]?.length ? [pieceOf(support, at, segment, held[i], cause, cover)] : [],
      ),
      ...(open.length > 0 ? [pieceOf(support, at, segment, open, cause, null)] : []),
    ];
  });
}

function pieceOf(
  support: SupportParts,
  at: HalfDay,
  window: Hours | null,
  duties: string[],
  cause: DemandCause,
  cover: CoverRecord | null,
): Piece {
  const { due, minutes } = support[at.part];
  const dutyIds = duties.length === due.length ? [] : duties;
  if (window === null && dutyIds.length === 0) return { window, dutyIds, minutes, cause, cover };
  const asked = pieceMinutes(support.office, support.executive, at, { window, dutyIds });
  return { window, dutyIds, minutes: asked, cause, cover };
}

function coversAt(office: Office, executiveId: string, at: HalfDay): CoverRecord[] {
  const covers = office.covers.get(executiveId) ?? [];
  if (covers.length === 0) return [];
  const index = halfDayIndex(at.on, at.part);
  return covers.filter((cover) => cover.first <= index && index <= cover.last);
}

/** True when a cover is for these hours of a half-day (all of them when null) and its person is there. */
function isServing(
  office: Office,
  cover: CoverRecord,
  at: HalfDay,
  segment: Hours | null,
  supported: Hours,
): boolean {
  const assistant = office.assistants.get(cover.assistantId);
  if (cover.window && !sharedHours(cover.window, segment ?? supported)) return false;
  return assistant !== undefined && isThereFor(office, assistant, at, segment);
}
