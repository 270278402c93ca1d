import type { Grid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import type { OfficeAssistant, OfficeExecutive } from "@/lib/coverage/office/rules";
import { askedSlots, slotStateFor } from "./rules";
import { ineligibilities, isWithinReach } from "./rules-eligibility";

/** The half-days, by their index, on which somebody could cover an executive. */
export type OpenPlace = { executiveId: string; halfDays: number[] };

/** Where somebody could cover: half-days of some executives without the own assistant, for which they are eligible, at work and free enough. */
export function placesFor(
  grid: Grid,
  assistant: OfficeAssistant,
  executives: readonly OfficeExecutive[],
  free: readonly number[],
): OpenPlace[] {
  const { office } = grid;
  const whole = { first: firstIndexOf(grid), last: firstIndexOf(grid) + grid.halfDays.length - 1 };
  return executives.flatMap((executive) => {
    if (!isWithinReach(office, assistant, executive)) return [];
    const asked = askedSlots(grid, executive, whole, []);
    const at = grid.halfDays[asked[0]?.position ?? 0];
    if (!at || ineligibilities(office, assistant, executive, at.on, []).length > 0) return [];
    const left = [...free];
    const refused = new Set(
      asked
        .filter((slot) => slotStateFor(grid, executive, assistant, slot, left) !== "free")
        .map(({ position }) => position),
    );
    const halfDays = [...new Set(asked.map(({ position }) => position))]
      .filter((position) => !refused.has(position))
      .map((position) => whole.first + position);
    return halfDays.length > 0 ? [{ executiveId: executive.id, halfDays }] : [];
  });
}
