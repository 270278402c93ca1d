import { dutiesToCover, ownIn, type Piece, piecesIn, type SlotState } from "@/lib/coverage/demand/rules";
import type { StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import type { Extent } from "@/lib/covers/rules-extent";
import { groupedBy } from "@/lib/groups";
import { type Day, daysFrom } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { type Hours, sharedHours } from "@/lib/time/hours";

/** A part of a half-day without the own assistant: hours, duties (empty for all), and who covers; a gap without one. */
export type BoardPiece = {
  window: Hours | null;
  dutyIds: string[];
  minutes: number;
  assistantId: string | null;
  coverageAssignmentId: string | null;
  pinned: boolean;
  proposedAssistantId: string | null;
};

export type BoardSlot = {
  on: Day;
  part: DayPart;
  status: "own" | "cover" | "gap" | "not_needed";
  assistantId: string | null;
  coverageAssignmentId: string | null;
  pinned: boolean;
  /** Who a proposed plan would put here, where that is a change. */
  proposedAssistantId: string | null;
  /** Who knowingly left this gap open; null where nobody did. */
  acceptedBy: string | null;
  /** True where the cover is asked and has not answered. */
  isOffered: boolean;
  /** Who of the executive's own is there for the rest, where only some hours need cover. */
  ownAssistantId: string | null;
  /** Filled where the executive's own are there for duties of their own. */
  own: { assistantId: string; dutyIds: string[] }[];
  /** Filled where the half-day is not one whole: some hours, or duties shared. */
  pieces: BoardPiece[];
};

export type Proposal = Extent & { executiveId: string; assistantId: string; first: number; last: number };

export type BoardRow = { id: string; name: string; title: string; dutyIds: string[]; slots: BoardSlot[] };

/** The board of some executives: each with the state of each half-day of the grid. */
export function boardRows(
  grid: StaffingGrid,
  executives: readonly OfficeExecutive[],
  proposals: readonly Proposal[],
  accepted: ReadonlyMap<string, string> = new Map(),
): BoardRow[] {
  const firstIndex = firstIndexOf(grid);
  const proposed = groupedBy(proposals, (proposal) => proposal.executiveId);
  return executives.map((executive) => {
    const own = proposed.get(executive.id) ?? [];
    const slots = (grid.rows.get(executive.id) ?? []).map((state, i) => {
      const at = grid.halfDays[i];
      const here = own.filter((p) => p.first <= firstIndex + i && firstIndex + i <= p.last);
      const pieces = piecesIn(state).map((piece) => pieceOf(piece, here));
      const changed = pieces.find((piece) => piece.proposedAssistantId !== null);
      const acceptedBy = at ? accepted.get(`${executive.id} ${at.on} ${at.part}`) : undefined;
      return {
        on: at?.on ?? grid.office.from,
        part: at?.part ?? "am",
        acceptedBy: state.status === "gap" ? (acceptedBy ?? null) : null,
        isOffered: state.status === "cover" && Boolean(state.cover.offeredUntil),
        ...servedBy(state),
        proposedAssistantId: changed?.proposedAssistantId ?? null,
        ownAssistantId: ownIn(state)[0]?.assistantId ?? null,
        own: ownByDuty(state),
        pieces:
          isInParts(pieces) || here.some((p) => p.dutyIds?.length) ? splitByProposals(pieces, here) : [],
      };
    });
    const dutyIds = dutiesToCover(executive, "am");
    return { id: executive.id, name: executive.name, title: executive.title, dutyIds, slots };
  });
}

/** How some executives are supported on the days of a grid, in half-days. */
export type BoardFigures = {
  needed: number;
  gaps: number;
  gapsOf: ReadonlyMap<string, number>;
  days: readonly { on: Day; needed: number; gaps: number }[];
};

type RowFigures = { gaps: number; needed: number[]; gapsOn: number[] };

const counted = new WeakMap<readonly SlotState[], RowFigures>();

/** What one executive needs on each day; counted once for as long as the row stands. */
function rowFigures(row: readonly SlotState[]): RowFigures {
  const known = counted.get(row);
  if (known) return known;
  const figures: RowFigures = { gaps: 0, needed: [], gapsOn: [] };
  for (const [i, { status }] of row.entries()) {
    const day = i >> 1;
    figures.needed[day] = (figures.needed[day] ?? 0) + (status === "not_needed" ? 0 : 1);
    figures.gapsOn[day] = (figures.gapsOn[day] ?? 0) + (status === "gap" ? 1 : 0);
    if (status === "gap") figures.gaps += 1;
  }
  counted.set(row, figures);
  return figures;
}

/** Counts what executives need and what of it is a gap, in all, by executive and by day. */
export function boardFigures(grid: StaffingGrid, executives: readonly OfficeExecutive[]): BoardFigures {
  const days = daysFrom(grid.office.from, grid.office.to).map((on) => ({ on, needed: 0, gaps: 0 }));
  const gapsOf = new Map<string, number>();
  for (const { id } of executives) {
    const row = rowFigures(grid.rows.get(id) ?? []);
    gapsOf.set(id, row.gaps);
    for (const [i, day] of days.entries()) {
      day.needed += row.needed[i] ?? 0;
      day.gaps += row.gapsOn[i] ?? 0;
    }
  }
  const sum = (of: "needed" | "gaps") => days.reduce((total, day) => total + day[of], 0);
  return { needed: sum("needed"), gaps: sum("gaps"), gapsOf, days };
}

/** Who of the executive's own is there for which duties; nothing where they are for all. */
function ownByDuty(state: SlotState): BoardSlot["own"] {
  return ownIn(state).flatMap(({ assistantId, dutyIds }) =>
    dutyIds.length > 0 ? [{ assistantId, dutyIds: [...dutyIds] }] : [],
  );
}

function isInParts(pieces: readonly BoardPiece[]): boolean {
  return pieces.length > 1 || pieces.some(({ window, dutyIds }) => window !== null || dutyIds.length > 0);
}

function pieceOf({ window, dutyIds, minutes, cover }: Piece, proposals: readonly Proposal[]): BoardPiece {
  const proposal = proposals.find((one) => isFor(one, { window, dutyIds }));
  const isChange = proposal && proposal.assistantId !== cover?.assistantId;
  return {
    window,
    dutyIds: [...dutyIds],
    minutes,
    assistantId: cover?.assistantId ?? null,
    coverageAssignmentId: cover?.id ?? null,
    pinned: cover?.pinned ?? false,
    proposedAssistantId: isChange ? proposal.assistantId : null,
  };
}

function isFor(proposal: Proposal, { window, dutyIds }: Required<Extent>): boolean {
  const isThen = !proposal.window || !window || sharedHours(proposal.window, window) !== null;
  const isIt =
    !proposal.dutyIds?.length || dutyIds.length === 0 || dutyIds.some((d) => proposal.dutyIds?.includes(d));
  return isThen && isIt;
}

/** A gap of all duties that a plan shares between two people, shown as the plan has it. */
function splitByProposals(pieces: BoardPiece[], proposals: readonly Proposal[]): BoardPiece[] {
  return pieces.flatMap((piece) => {
    const shared = proposals.filter((one) => one.dutyIds?.length && isFor(one, piece));
    if (piece.dutyIds.length > 0 || shared.length < 2) return [piece];
    return shared.map((one) => ({
      ...piece,
      dutyIds: [...(one.dutyIds ?? [])],
      proposedAssistantId: one.assistantId === piece.assistantId ? null : one.assistantId,
    }));
  });
}

function servedBy(
  state: SlotState,
): Pick<BoardSlot, "status" | "assistantId" | "coverageAssignmentId" | "pinned"> {
  switch (state.status) {
    case "own":
      return { status: "own", assistantId: state.assistantId, coverageAssignmentId: null, pinned: false };
    case "cover":
      return {
        status: "cover",
        assistantId: state.assistantId,
        coverageAssignmentId: state.cover.id,
        pinned: state.cover.pinned,
      };
    default:
      return { status: state.status, assistantId: null, coverageAssignmentId: null, pinned: false };
  }
}
