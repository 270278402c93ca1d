import "server-only";
import type { Ctx } from "@/lib/context";
import { ownIn, piecesIn, type SlotState } from "@/lib/coverage/demand/rules";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { loadStaffing } from "@/lib/coverage/office/queries";
import type { OfficeExecutive, Staffing } from "@/lib/coverage/office/rules";
import { NotFoundError } from "@/lib/errors";
import { isForDuty, sharedDuties } from "@/lib/support/rules";
import { addDays } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import { dayIn } from "@/lib/time/zone";
import { supportMomentOf } from "./rules";

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
  const { timeZone } = executive.pool;
  const today = dayIn(timeZone, at);
  const office = withoutOffers(
    await loadStaffing(ctx.db, { executiveIds: [executiveId] }, today, addDays(today, LOOK_AHEAD_DAYS)),
  );
  const [supported] = office.executives;
  const ahead = supported && servingAhead(office, supported, timeZone, at, dutyId);
  if (!ahead) return null;
  const { assistantId, userId, name, kind } = ahead;
  return { assistantId, userId, name, kind };
}

/** Who serves, in which half-day, and whether that is at this minute: within the executive's support hours. */
export type ServingAhead = Serving & { at: HalfDay; isNow: boolean };

/** Who serves an executive at an instant or, outside support hours, next in the days that were read; null when nobody does then. */
export function servingAhead(
  office: Staffing,
  executive: OfficeExecutive,
  timeZone: string,
  instant: Date,
  dutyId: string | null = null,
): ServingAhead | null {
  const moment = supportMomentOf(office, executive, timeZone, instant);
  if (!moment) return null;
  const { at, minute, isNow } = moment;
  const isDuty = executive.duties.some((duty) => duty.dutyId === dutyId);
  const state = slotState(office, executive, at);
  const serving = servingIn(office, state, minute, isDuty ? dutyId : null);
  return serving && { ...serving, at, isNow };
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
