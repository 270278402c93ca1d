import type { Day } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import type { SlotState } from "./demand";
import { executivesOf, type Grid } from "./grid";

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
};

export type BoardRow = { id: string; name: string; title: string; slots: BoardSlot[] };

/** The pool's board: each executive with the state of each half-day, and how many half-days are gaps. */
export function boardRows(
  grid: Grid,
  poolId: string,
  proposals: readonly { executiveId: string; assistantId: string; first: number; last: number }[],
  firstIndex: number,
  accepted: ReadonlyMap<string, string> = new Map(),
): { rows: BoardRow[]; gaps: number } {
  let gaps = 0;
  const rows = executivesOf(grid.office, poolId).map((executive) => {
    const own = proposals.filter((p) => p.executiveId === executive.id);
    const slots = (grid.rows.get(executive.id) ?? []).map((state, i) => {
      if (state.status === "gap") gaps++;
      const at = grid.halfDays[i];
      const proposal = own.find((p) => p.first <= firstIndex + i && firstIndex + i <= p.last);
      const isOpen = state.status === "gap" || state.status === "cover";
      const acceptedBy = at ? accepted.get(`${executive.id} ${at.on} ${at.part}`) : undefined;
      return {
        on: at?.on ?? grid.office.from,
        part: at?.part ?? "am",
        acceptedBy: state.status === "gap" ? (acceptedBy ?? null) : null,
        isOffered: state.status === "cover" && Boolean(state.cover.offeredUntil),
        ...servedBy(state),
        proposedAssistantId: isOpen && proposal && !isServedBy(state, proposal) ? proposal.assistantId : null,
      };
    });
    return { id: executive.id, name: executive.name, title: executive.title, slots };
  });
  return { rows, gaps };
}

function isServedBy(state: SlotState, { assistantId }: { assistantId: string }): boolean {
  return "assistantId" in state && state.assistantId === assistantId;
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
