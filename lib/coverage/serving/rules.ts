import { weekOn } from "@/lib/assistants/rules";
import { piecesIn } from "@/lib/coverage/demand/rules";
import { ownSupport } from "@/lib/coverage/demand/rules-own-support";
import { slotState } from "@/lib/coverage/demand/rules-states";
import {
  awayHours,
  isAtWork,
  isTouched,
  type OfficeExecutive,
  type OfficeSupport,
  type Staffing,
} from "@/lib/coverage/office/rules";
import { isForDuty } from "@/lib/support/rules";
import { weekdayOf } from "@/lib/time/day";
import { type HalfDay, halfDaysFrom } from "@/lib/time/half-day";
import { halfDayIn, minuteIn } from "@/lib/time/zone";

/** A half-day in which an executive is supported; `minute` is the one of it that was asked for, null where it is yet to come. */
export type SupportMoment = { at: HalfDay; minute: number | null; isNow: boolean };

/** The half-day an instant falls in, or the next in which the executive is supported; null where none of the days read is. */
export function supportMomentOf(
  office: Staffing,
  executive: OfficeExecutive,
  timeZone: string,
  instant: Date,
): SupportMoment | null {
  const now = halfDayIn(timeZone, instant);
  const minute = minuteIn(timeZone, instant);
  const hours = weekOn(executive.hours, now.on).find((one) => one.weekday === weekdayOf(now.on));
  const isDayOver = hours !== undefined && minute >= hours.endsAtMinute;
  const halfDaysOver = isDayOver ? 2 : now.part === "pm" ? 1 : 0;
  const at = halfDaysFrom(now.on, office.to)
    .slice(halfDaysOver)
    .find((halfDay) => slotState(office, executive, halfDay).status !== "not_needed");
  if (!at) return null;
  const isThisHalf = at.on === now.on && at.part === now.part;
  const isNow = isThisHalf && hours !== undefined && minute >= hours.startsAtMinute;
  return { at, minute: isThisHalf ? minute : null, isNow };
}

/** Who could have an executive's work of a duty at a moment, each in the order they are asked. */
export type ServingChoices = {
  /** The executive's own for the duty, at work or not. */
  own: { assistantId: string; role: "primary" | "shared"; isThere: boolean }[];
  coverId: string | null;
  /** Backups who are at work. */
  backupIds: string[];
};

/** Who could serve an executive with a duty (any, when null or not one of theirs) at a moment. */
export function servingChoices(
  office: Staffing,
  executive: OfficeExecutive,
  { at, minute }: SupportMoment,
  dutyId: string | null,
): ServingChoices {
  const asked = executive.duties.some((duty) => duty.dutyId === dutyId) ? dutyId : null;
  const isAsked = (support: { dutyIds: readonly string[] }) => asked === null || isForDuty(support, asked);
  const pieces = piecesIn(slotState(office, executive, at)).filter(isAsked);
  const here = pieces.filter(
    ({ window }) => !window || (minute !== null && window.startMinute <= minute && minute < window.endMinute),
  );
  const cover = (here.length > 0 ? here : pieces).find((piece) => piece.cover)?.cover;
  return {
    own: ownSupport(executive, at)
      .filter(isAsked)
      .map(({ assistantId, role }) => ({
        assistantId,
        role: role === "primary" ? "primary" : "shared",
        isThere: isThereAt(office, assistantId, at, minute),
      })),
    coverId: cover?.assistantId ?? null,
    backupIds: backupsOf(executive, at)
      .filter((support) => isAsked(support) && isThereAt(office, support.assistantId, at, minute))
      .map(({ assistantId }) => assistantId),
  };
}

function backupsOf({ supports }: OfficeExecutive, { on }: HalfDay): OfficeSupport[] {
  return supports
    .filter(({ role, from, to }) => role === "backup" && from <= on && (to === null || to >= on))
    .sort((a, b) => a.rank - b.rank || (a.assistantId < b.assistantId ? -1 : 1));
}

/** True when an assistant is at work in a half-day and, at a minute of it, not away by the hour. */
export function isThereAt(
  office: Staffing,
  assistantId: string,
  at: HalfDay,
  minute: number | null,
): boolean {
  const assistant = office.assistants.get(assistantId);
  if (!assistant || !isAtWork(office, assistant, at)) return false;
  if (minute === null || !isTouched(assistant, at)) return true;
  return awayHours(assistant, at).every(
    ({ startMinute, endMinute }) => minute < startMinute || minute >= endMinute,
  );
}
