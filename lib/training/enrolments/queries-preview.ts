import "server-only";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { refusalOfEntry } from "@/lib/absences/requests/service-create";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import type { Manager } from "@/lib/actor";
import type { Ctx, SystemCtx } from "@/lib/context";
import { absenceToBook, readAbsenceContext } from "@/lib/coverage/leave-cover/queries-context";
import { type AbsencePlan, planAbsence } from "@/lib/coverage/leave-cover/queries-plan";
import { type CardExecutive, cardExecutivesOf } from "@/lib/coverage/leave-cover/rules-card";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { Refusal } from "@/lib/result";
import { day } from "@/lib/time/day";
import { requireLedSession } from "@/lib/training/sessions/queries";
import { type SessionDate, stretchOfDate } from "@/lib/training/sessions/rules";
import { ofTraining } from "./rules-booking";
import type { PreviewBookingInput } from "./schema";
import { TRAINING } from "./service-booking";

/** What a seat would do: why it can't be had, whom it leaves, who would cover, and what would stay open. */
export type BookingPreview = {
  assistantId: string;
  name: string;
  refusal: Refusal | null;
  executives: CardExecutive[];
  covers: AbsencePlan["covers"];
  gaps: AbsencePlan["gaps"];
};

/** What giving an assistant a seat in a session would do; nothing is written. */
export async function previewBooking(
  ctx: Ctx<Manager>,
  { sessionId, assistantId }: PreviewBookingInput,
): Promise<BookingPreview> {
  const session = await requireLedSession(ctx, sessionId);
  const { id, name, owner } = await requireLeavePerson(ctx, assistantId);
  if (!canManagePool(ctx.actor, owner.poolId)) throw new NotFoundError("assistant");
  const dates = session.dates.map((date) => ({ ...date, on: day(date.on) }));
  return { assistantId: id, name, ...(await previewDates(ctx, id, dates)) };
}

type DatesPreview = Omit<BookingPreview, "assistantId" | "name">;

/** The same of some dates, each looked at by itself, for those who may know what is open. */
export async function previewDates(
  ctx: Ctx | SystemCtx,
  assistantId: string,
  dates: readonly SessionDate[],
): Promise<DatesPreview> {
  const person = await requireLeavePerson(ctx, assistantId);
  const type = await requireLeaveType(ctx, TRAINING);
  const seen: DatesPreview = { refusal: null, executives: [], covers: [], gaps: [] };
  for (const date of dates) {
    const stretch = stretchOfDate(date);
    const entry = { person, type, stretch, note: "", by: "booking" } as const;
    const refusal = await refusalOfEntry(ctx, entry, "approved");
    if (refusal) return { ...seen, refusal: ofTraining(refusal) };
    const context = await readAbsenceContext(ctx, absenceToBook(person, stretch));
    if (!context) continue;
    const { slots, covers, gaps } = await planAbsence(context);
    seen.executives.push(...cardExecutivesOf(context.grid, context.opened, slots, new Map()));
    seen.covers.push(...covers);
    seen.gaps.push(...gaps);
  }
  return seen;
}
