import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { hoursNoticeRange, scheduleNotice } from "@/lib/schedules/notices";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import type { Hours } from "@/lib/time/hours";

export type HoursOutcome = "called_off" | "reinstated" | "given" | "taken_back";

/** Tells the person of a shift what became of some of its hours. */
export async function tellOfHours(
  tx: Ctx<Manager>,
  { id: shiftId, assistantId, on }: Pick<PlannedShift, "id" | "assistantId" | "on">,
  { startMinute, endMinute }: Hours,
  outcome: HoursOutcome,
): Promise<void> {
  if (assistantId === null) return;
  const person = await tx.db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { userId: true },
  });
  const range = hoursNoticeRange({ on, startMinute, endMinute });
  await notify(tx, scheduleNotice("shift_called_off", [person.userId], { shiftId, range, outcome }));
}
