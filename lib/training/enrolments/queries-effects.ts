import "server-only";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listLeaveEffects } from "@/lib/coverage/leave-cover/queries-effects";
import type { LeaveEffect } from "@/lib/coverage/leave-cover/rules-effects";
import { day } from "@/lib/time/day";
import { stretchOfDate } from "@/lib/training/sessions/rules";
import type { SessionView } from "@/lib/training/sessions/schema";
import type { EnrolmentView } from "./schema";
import { TRAINING } from "./service-booking";

/** What each seat that is asked for would do to executives on the first date, in words a row has room for and without a plan. */
export async function listBookingEffects(
  ctx: Ctx<Manager>,
  enrolments: readonly EnrolmentView[],
  sessions: ReadonlyMap<string, SessionView>,
): Promise<Map<string, LeaveEffect>> {
  const absences = enrolments.flatMap((enrolment) => {
    const date = sessions.get(enrolment.sessionId ?? "")?.dates[0];
    return date ? [absenceAsked(enrolment, { ...date, on: day(date.on) })] : [];
  });
  return absences.length === 0 ? new Map() : listLeaveEffects(ctx, absences);
}

function absenceAsked(
  { id, assistantId, assistantName, version }: EnrolmentView,
  date: Parameters<typeof stretchOfDate>[0],
): AbsenceView {
  const nothing = { cancelFrom: null, cancelFromPart: null, note: "", decisionNote: "", canDecide: false };
  const asked = { type: TRAINING, status: "requested" as const, ...nothing };
  return { id, assistantId, assistantName, version, ...asked, ...stretchOfDate(date) };
}
