import { weekOn } from "@/lib/assistants/rules";
import "server-only";
import type { Ctx } from "@/lib/context";
import { ownIn, piecesIn, type SlotState } from "@/lib/coverage/demand/rules";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { loadStaffing } from "@/lib/coverage/office/queries";
import type { Staffing } from "@/lib/coverage/office/rules";
import { NotFoundError } from "@/lib/errors";
import { isForDuty, sharedDuties } from "@/lib/support/rules";
import { addDays, weekdayOf } from "@/lib/time/day";
import { halfDaysFrom } from "@/lib/time/half-day";
import { halfDayIn, minuteIn } from "@/lib/time/zone";

export type Serving = { assistantId: string; userId: string; name: string; kind: "own" | "cover" };

/**
 * Who supports or covers an executive with a duty at an instant, by the pool's clock: outside support hours who does so
 * next within a week. Without a duty, or with one that is not the executive's, the first of their own who is there, else the
 * cover. Null when nobody does.
 */
export async function getServingAssistant(
  ctx: Ctx,
  executiveId: string,
  at: Date = ctx.now,
  dutyId: string | null = null,
): Promise<Serving | null> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: executiveId },
    select: { pool: { select: { timeZone: true } } },
  });
  if (!executive) throw new NotFoundError("executive");
  const now = halfDayIn(executive.pool.timeZone, at);
  const office = withoutOffers(
    await loadStaffing(ctx.db, { executiveIds: [executiveId] }, now.on, addDays(now.on, LOOK_AHEAD_DAYS)),
  );
  const [supported] = office.executives;
  if (!supported) return null;
  const minute = minuteIn(executive.pool.timeZone, at);
  const isDayOver = weekOn(supported.hours, now.on).some(
    (one) => one.weekday === weekdayOf(now.on) && minute >= one.endsAtMinute,
  );
  const halfDaysOver = isDayOver ? 2 : now.part === "pm" ? 1 : 0;
  const states = halfDaysFrom(office.from, office.to)
    .slice(halfDaysOver)
    .map((halfDay) => ({ halfDay, slot: slotState(office, supported, halfDay) }));
  const next = states.find(({ slot }) => slot.status !== "not_needed");
  if (!next) return null;
  const isNow = next.halfDay.on === now.on && next.halfDay.part === now.part;
  const isDuty = supported.duties.some((duty) => duty.dutyId === dutyId);
  return servingIn(office, next.slot, isNow ? minute : null, isDuty ? dutyId : null);
}

export const LOOK_AHEAD_DAYS = 7;

/**
 * Who serves in a half-day, one duty of the executive or any: at a minute of it where only some hours are covered, else their
 * own assistant first.
 */
export function servingIn(
  office: Staffing,
  state: SlotState,
  minute: number | null,
  dutyId: string | null = null,
): Serving | null {
  const pieces = piecesIn(state).filter((piece) => dutyId === null || isForDuty(piece, dutyId));
  const here = pieces.filter(
    ({ window }) => !window || (minute !== null && window.startMinute <= minute && minute < window.endMinute),
  );
  const own = ownIn(state).find(
    (share) =>
      (dutyId === null || isForDuty(share, dutyId)) &&
      here.every((piece) => dutyId === null && sharedDuties(piece.dutyIds, share.dutyIds) === null),
  );
  const cover = (here.length > 0 ? here : pieces).find((piece) => piece.cover)?.cover;
  const assistant = office.assistants.get(own?.assistantId ?? cover?.assistantId ?? "");
  if (!assistant) return null;
  const { id: assistantId, userId, name } = assistant;
  return { assistantId, userId, name, kind: own ? "own" : "cover" };
}
