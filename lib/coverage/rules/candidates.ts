import type { Fit } from "@/lib/matching/rules";
import { fitFor, type Ineligibility, ineligibilities } from "./eligibility";
import { freeAfterCovers, type Grid } from "./grid";
import { absenceOn, minutesAtWork, type OfficeAssistant, type OfficeExecutive, type Stretch } from "./office";
import { firstIndexOf } from "./runs";

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
};

const STATE_ORDER = { covering: 0, free: 1, full: 2, not_at_work: 3, away: 4, ineligible: 5 } as const;

/** Ranks everybody of the executive's pool for a stretch: who covers now, then who is free by fit, then the others with the reason. */
export function candidatesFor(grid: Grid, executiveId: string, stretch: Stretch): Candidate[] {
  const executive = grid.office.executives.find((e) => e.id === executiveId);
  if (!executive) return [];
  const open = openSlots(grid, executiveId, stretch);
  const free = freeAfterCovers(grid);
  return [...grid.office.assistants.values()]
    .filter((assistant) => assistant.poolId === executive.poolId)
    .map((assistant) => candidateOf(grid, executive, assistant, open, free.get(assistant.id) ?? []))
    .sort(
      (a, b) =>
        STATE_ORDER[a.state] - STATE_ORDER[b.state] ||
        b.fit.total - a.fit.total ||
        (a.name < b.name ? -1 : 1),
    );
}

type OpenSlot = { position: number; minutes: number; coveredBy: string | null };

function openSlots(grid: Grid, executiveId: string, { first, last }: Stretch): OpenSlot[] {
  return (grid.rows.get(executiveId) ?? []).flatMap((state, position) => {
    const index = firstIndexOf(grid) + position;
    if (index < first || index > last || (state.status !== "gap" && state.status !== "cover")) return [];
    return [
      { position, minutes: state.minutes, coveredBy: state.status === "cover" ? state.assistantId : null },
    ];
  });
}

function candidateOf(
  grid: Grid,
  executive: OfficeExecutive,
  assistant: OfficeAssistant,
  open: OpenSlot[],
  free: number[],
): Candidate {
  const on = grid.halfDays[open[0]?.position ?? 0]?.on ?? grid.office.from;
  const rules = ineligibilities(grid.office, assistant, executive, on);
  const states = open.map((slot) => slotStateFor(grid, assistant, slot, free));
  const canTake = states.filter((state) => state === "free" || state === "covering").length;
  return {
    assistantId: assistant.id,
    name: assistant.name,
    fit: fitFor(grid.office, assistant, executive, on),
    state: rules.length > 0 ? "ineligible" : (states.find((state) => state !== "free") ?? "free"),
    rules,
    freeHalfDays: rules.length > 0 ? 0 : canTake,
    neededHalfDays: open.length,
  };
}

function slotStateFor(
  grid: Grid,
  assistant: OfficeAssistant,
  slot: OpenSlot,
  free: number[],
): Exclude<Candidate["state"], "ineligible"> {
  const at = grid.halfDays[slot.position];
  if (!at) return "full";
  if (slot.coveredBy === assistant.id) return "covering";
  if (absenceOn(assistant, at)) return "away";
  if (minutesAtWork(grid.office, assistant, at) === 0) return "not_at_work";
  return (free[slot.position] ?? 0) >= slot.minutes ? "free" : "full";
}
