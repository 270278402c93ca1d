import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { coversIn } from "@/lib/coverage/demand/rules";
import type { StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { firstIndexOf } from "@/lib/coverage/demand/rules-runs";
import { getLastChange, type LastChange } from "@/lib/last-change";
import { type HalfDay, type HalfDayRange, halfDayAt, rangeIndexes } from "@/lib/time/half-day";

/** Who covers a part of what was asked for already, who gave it to them, and which half-days it is. */
export type Taken = LastChange & { cover: string; slots: HalfDay[] };

/** What of an executive's stretch has a cover, with the first of them and who gave it; null where nothing has. */
export async function getTaken(
  ctx: Ctx<Manager>,
  grid: StaffingGrid,
  { executiveId, ...range }: HalfDayRange & { executiveId: string },
): Promise<Taken | null> {
  const { first, last } = rangeIndexes(range);
  const begin = firstIndexOf(grid);
  const taken = (grid.rows.get(executiveId) ?? []).flatMap((state, position) => {
    const index = begin + position;
    return index < first || index > last ? [] : coversIn(state).map(({ cover }) => ({ index, cover }));
  });
  const [one] = taken;
  if (!one) return null;
  const change = await getLastChange(ctx, { entityType: "coverage_assignment", id: one.cover.id });
  const slots = [...new Set(taken.map(({ index }) => index))].map(halfDayAt);
  return { cover: grid.office.assistants.get(one.cover.assistantId)?.name ?? "", slots, ...change };
}
