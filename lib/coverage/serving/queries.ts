import "server-only";
import type { Ctx } from "@/lib/context";
import { ownIn, piecesIn, type SlotState, slotState } from "@/lib/coverage/demand/rules";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { loadOffice } from "@/lib/coverage/office/queries";
import type { Office } from "@/lib/coverage/office/rules";
import { NotFoundError } from "@/lib/errors";
import { addDays, weekdayOf } from "@/lib/time/day";
import { halfDaysFrom } from "@/lib/time/half-day";
import { halfDayIn, minuteIn } from "@/lib/time/zone";

export type Serving = { assistantId: string; userId: string; name: string; kind: "own" | "cover" };

/**
 * Whoever supports or covers an executive at an instant, by the pool's clock: outside support hours whoever does so
 * next within a week. Null when nobody does.
 */
export async function getServingAssistant(
  ctx: Ctx,
  executiveId: string,
  at: Date = ctx.now,
): Promise<Serving | null> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: executiveId },
    select: { pool: { select: { timeZone: true } } },
  });
  if (!executive) throw new NotFoundError("executive");
  const now = halfDayIn(executive.pool.timeZone, at);
  const office = withoutOffers(
    await loadOffice(ctx.db, { executiveIds: [executiveId] }, now.on, addDays(now.on, LOOK_AHEAD_DAYS)),
  );
  const [supported] = office.executives;
  if (!supported) return null;
  const minute = minuteIn(executive.pool.timeZone, at);
  const isDayOver = supported.hours.some((h) => h.weekday === weekdayOf(now.on) && minute >= h.endsAtMinute);
  const halfDaysOver = isDayOver ? 2 : now.part === "pm" ? 1 : 0;
  const states = halfDaysFrom(office.from, office.to)
    .slice(halfDaysOver)
    .map((halfDay) => ({ halfDay, slot: slotState(office, supported, halfDay) }));
  const next = states.find(({ slot }) => slot.status !== "not_needed");
  if (!next) return null;
  const isNow = next.halfDay.on === now.on && next.halfDay.part === now.part;
  return servingIn(office, next.slot, isNow ? minute : null);
}

export const LOOK_AHEAD_DAYS = 7;

/** Whoever serves in a half-day: at a minute of it where only some hours are covered, else its own assistant first. */
export function servingIn(office: Office, state: SlotState, minute: number | null): Serving | null {
  const pieces = piecesIn(state);
  const here = pieces.filter(
    ({ window }) => !window || (minute !== null && window.startMinute <= minute && minute < window.endMinute),
  );
  const own = here.length === 0 ? ownIn(state)[0] : undefined;
  const cover = (here.length > 0 ? here : pieces).find((piece) => piece.cover)?.cover;
  const assistant = office.assistants.get(own?.assistantId ?? cover?.assistantId ?? "");
  if (!assistant) return null;
  const { id: assistantId, userId, name } = assistant;
  return { assistantId, userId, name, kind: own ? "own" : "cover" };
}
