import { type HalfDay, halfDayIndex } from "@/lib/time/half-day";
import { type Hours, minutesOf, sharedHours } from "@/lib/time/hours";
import {
  isThereFor,
  type Office,
  type OfficeCover,
  type OfficeDuty,
  type OfficeExecutive,
  type OfficeSupport,
  supportedHours,
} from "./office";
import { type Demand, type DemandCause, ownPart } from "./own-part";
import { segmentsOf } from "./segments";

/** Share of a duty's minutes that a cover takes on, in percent. */
const COVER_PERCENT = { full: 100, core: 50, monitor: 25, defer: 0 } as const;

/** Minutes of a duty in one half-day when the own assistant does it: half a day's, the odd minute in the morning. */
function halfMinutes(minutesPerDay: number, part: "am" | "pm"): number {
  return part === "am" ? Math.ceil(minutesPerDay / 2) : Math.floor(minutesPerDay / 2);
}

/** Minutes the executive's own assistant is busy for them in a half-day. */
export function ownMinutes(duties: readonly OfficeDuty[], part: "am" | "pm"): number {
  return duties.reduce((sum, duty) => sum + halfMinutes(duty.minutesPerDay, part), 0);
}

/** Minutes a cover is busy for the executive in a half-day: full counts whole, core half, monitor a quarter, defer nothing. */
export function coverMinutes(duties: readonly OfficeDuty[], part: "am" | "pm"): number {
  return duties.reduce((sum, duty) => sum + dutyCoverMinutes(duty, part), 0);
}

/** Minutes of one duty a cover takes on in a half-day, rounded up. */
export function dutyCoverMinutes(duty: OfficeDuty, part: "am" | "pm"): number {
  return Math.ceil((halfMinutes(duty.minutesPerDay, part) * COVER_PERCENT[duty.coverLevel]) / 100);
}

/** Weight of an uncovered minute: the executive's tier. The cover level is in the minutes already (see DECISIONS.md). */
export function demandWeight(executive: OfficeExecutive): number {
  return executive.tier;
}

const ROLE_ORDER = { primary: 0, shared: 1, backup: 2 } as const;

/** Who supports an executive on a day as their own (primary, then shared), whether at work or not. */
export function ownSupport(executive: OfficeExecutive, at: HalfDay): OfficeSupport[] {
  return executive.supports
    .filter((s) => s.role !== "backup" && s.from <= at.on && (s.to === null || s.to >= at.on))
    .sort(
      (a, b) =>
        ROLE_ORDER[a.role] - ROLE_ORDER[b.role] ||
        a.rank - b.rank ||
        (a.assistantId < b.assistantId ? -1 : 1),
    );
}

/** A part of a half-day without the own assistant: its hours (null for all of it) and duties (empty for all). A gap without a cover. */
export type Piece = {
  window: Hours | null;
  dutyIds: readonly string[];
  minutes: number;
  cause: DemandCause;
  cover: OfficeCover | null;
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
      cover: OfficeCover;
      cause: DemandCause;
      minutes: number;
    } & Parts)
  | ({ status: "gap"; cause: DemandCause; minutes: number } & Parts);

/** The parts of a half-day without the own assistant. */
export function piecesIn(state: SlotState): readonly Piece[] {
  return state.status === "cover" || state.status === "gap" ? state.pieces : [];
}

/** The parts of a half-day that somebody covers. */
export function coversIn(state: SlotState): (Piece & { cover: OfficeCover })[] {
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
  const supported = supportedHours(office, executive, at);
  if (!supported) return { status: "not_needed" };
  const { own: there, demands } = ownPart(office, ownSupport(executive, at), at, supported);
  const ofOwn = ownMinutes(executive.duties, at.part);
  const own = there.map(({ assistantId, minutes }) => ({
    assistantId,
    minutes: shareOf(ofOwn, minutes, supported),
  }));
  const pieces = demands.flatMap((demand) => piecesOf(office, executive, at, supported, demand));
  const [first] = pieces;
  const open = pieces.filter((piece) => piece.cover === null);
  const minutesIn = (some: Piece[]) => some.reduce((sum, piece) => sum + piece.minutes, 0);
  if (open[0]) return { status: "gap", cause: open[0].cause, minutes: minutesIn(open), own, pieces };
  if (first?.cover) {
    const { cover, cause } = first;
    return {
      status: "cover",
      assistantId: cover.assistantId,
      cover,
      cause,
      minutes: minutesIn(pieces),
      own,
      pieces,
    };
  }
  return own[0] ? { status: "own", assistantId: own[0].assistantId, own } : { status: "not_needed" };
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

/** Who covers a demand, hour by hour and duty by duty, and what stays open. */
function piecesOf(
  office: Office,
  executive: OfficeExecutive,
  at: HalfDay,
  supported: Hours,
  { window, cause }: Demand,
): Piece[] {
  const due = dutiesToCover(executive, at.part);
  const covers = coversAt(office, executive.id, at);
  return segmentsOf(window, supported, covers).flatMap((segment) => {
    const serving = covers.filter((cover) => isServing(office, cover, at, segment, supported));
    if (due.length === 0) return window === null && serving[0] ? [pieceOf([], serving[0])] : [];
    const held = serving.map(() => [] as string[]);
    const open: string[] = [];
    for (const duty of due) {
      const by = serving.findIndex(({ dutyIds }) => !dutyIds?.length || dutyIds.includes(duty));
      (held[by] ?? open).push(duty);
    }
    return [
      ...serving.flatMap((cover, i) => (held[i]?.length ? [pieceOf(held[i], cover)] : [])),
      ...(open.length > 0 ? [pieceOf(open, null)] : []),
    ];

    function pieceOf(duties: string[], cover: OfficeCover | null): Piece {
      const extent = { window: segment, dutyIds: duties.length === due.length ? [] : duties };
      return { ...extent, minutes: pieceMinutes(office, executive, at, extent), cause, cover };
    }
  });
}

function coversAt(office: Office, executiveId: string, at: HalfDay): OfficeCover[] {
  const index = halfDayIndex(at.on, at.part);
  const covers = office.covers.get(executiveId) ?? [];
  return covers.filter((cover) => cover.first <= index && index <= cover.last);
}

/** True when a cover is for these hours of a half-day (all of them when null) and its person is there. */
function isServing(
  office: Office,
  cover: OfficeCover,
  at: HalfDay,
  segment: Hours | null,
  supported: Hours,
): boolean {
  const assistant = office.assistants.get(cover.assistantId);
  if (cover.window && !sharedHours(cover.window, segment ?? supported)) return false;
  return assistant !== undefined && isThereFor(office, assistant, at, segment);
}
