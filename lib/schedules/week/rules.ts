import type { Day } from "@/lib/time/day";
import { AFTERNOON_STARTS_AT, MORNING_ENDS_AT } from "@/lib/time/half-day";
import { type Hours, isSameHours, joinedHours, minutesOf, sharedHours, withoutHours } from "@/lib/time/hours";

/** The least step of a shift's hours, in minutes. */
export const QUARTER = 15;

/** A role from one minute of a shift to another. */
export type WorkPiece = Hours & { roleId: string };

/** When a shift is; the break lies within it. */
export type ShiftTimes = Hours & {
  on: Day;
  breakStartMinute: number;
  breakMinutes: number;
  /** Hours that a manager called off or gave to another; none where it is left out. */
  off?: readonly Hours[];
};

/** A shift as it is planned or published: one person, or nobody yet, on one day. */
export type PlannedShift = ShiftTimes & {
  id: string;
  assistantId: string | null;
  work: readonly WorkPiece[];
  status: "draft" | "published";
  version: number;
  /** The published shift that a draft changes. */
  supersedesId: string | null;
  /** True for a draft that takes away what it supersedes. */
  isRemoval: boolean;
  /** True for a shift that filling days leaves as it is. */
  isLocked?: boolean;
  /** A word to whoever works it; none where it is left out. */
  note?: string;
};

const MIDDAY: Hours = { startMinute: MORNING_ENDS_AT, endMinute: AFTERNOON_STARTS_AT };
const LONG_MINUTES = 5 * 60;
const SHORT_BREAK_MINUTES = 30;

/** The break of a shift for which none is named: an hour at noon where it spans that, half an hour beyond five hours, else none. */
export function usualBreakMinutes({ startMinute, endMinute }: Hours): number {
  if (endMinute - startMinute <= LONG_MINUTES) return 0;
  const spansMidday = startMinute < MIDDAY.startMinute && endMinute > MIDDAY.endMinute;
  return spansMidday ? MIDDAY.endMinute - MIDDAY.startMinute : SHORT_BREAK_MINUTES;
}

/** When a break begins that nobody moved: at noon where the shift spans it, else half-way, to the quarter hour. */
export function usualBreakStart({ startMinute, endMinute }: Hours, breakMinutes: number): number {
  const fitsNoon = startMinute < MORNING_ENDS_AT && MORNING_ENDS_AT + breakMinutes <= endMinute;
  if (fitsNoon) return MORNING_ENDS_AT;
  const middle = startMinute + (endMinute - startMinute - breakMinutes) / 2;
  return Math.max(startMinute, Math.floor(middle / QUARTER) * QUARTER);
}

/** Minutes worked in a shift: its length without its break. */
export function minutesOfShift({ startMinute, endMinute, breakMinutes }: Omit<ShiftTimes, "on">): number {
  return endMinute - startMinute - breakMinutes;
}

/** The hours of a shift without its break and what was called off of it. */
export function hoursAtWork(shift: ShiftTimes): Hours[] {
  const { startMinute, endMinute, breakStartMinute, breakMinutes, off = [] } = shift;
  const pause = { startMinute: breakStartMinute, endMinute: breakStartMinute + breakMinutes };
  const cuts = breakMinutes === 0 ? off : [pause, ...off];
  return cuts.reduce<Hours[]>(
    (rest, cut) => rest.flatMap((one) => withoutHours(one, cut)),
    [{ startMinute, endMinute }],
  );
}

/** What of a shift is called off: by a manager, or by an absence for the hours they have in common. */
export function calledOffHours(shift: Hours & Pick<ShiftTimes, "off">, away: readonly Hours[]): Hours[] {
  return joinedHours([...(shift.off ?? []), ...away.flatMap((hours) => sharedHours(shift, hours) ?? [])]);
}

/** Minutes of a shift that are worked, without its break and what is called off. */
export function workedMinutesOfShift(shift: ShiftTimes, away: readonly Hours[]): number {
  const left = hoursAtWork(shift).flatMap((hours) =>
    away.reduce<Hours[]>((rest, cut) => rest.flatMap((one) => withoutHours(one, cut)), [hours]),
  );
  return minutesOf(left);
}

/** The plan once all drafts are published: drafts, and what is published and no draft changes. */
export function plannedShifts(shifts: readonly PlannedShift[]): PlannedShift[] {
  const superseded = new Set(shifts.flatMap(({ supersedesId }) => supersedesId ?? []));
  return shifts.filter((shift) => (shift.status === "draft" ? !shift.isRemoval : !superseded.has(shift.id)));
}

/** What is published, whatever drafts say. */
export function publishedOnly(shifts: readonly PlannedShift[]): PlannedShift[] {
  return shifts.filter(({ status }) => status === "published");
}

type ShiftAsWorked = ShiftTimes & Pick<PlannedShift, "assistantId" | "work" | "note">;

/** True when two shifts are for the same person, times and work. */
export function isSameShift(a: ShiftAsWorked, b: ShiftAsWorked): boolean {
  return (
    a.assistantId === b.assistantId &&
    a.on === b.on &&
    isSameHours(a, b) &&
    isSameBreak(a, b) &&
    isSameWork(a.work, b.work) &&
    isSameNote(a, b)
  );
}

/** True when two shifts say the same to whoever works them. */
export function isSameNote(a: Pick<PlannedShift, "note">, b: Pick<PlannedShift, "note">): boolean {
  return (a.note ?? "") === (b.note ?? "");
}

/** True when two shifts have the same break, or none. */
export function isSameBreak(a: ShiftTimes, b: ShiftTimes): boolean {
  return (
    a.breakMinutes === b.breakMinutes && (a.breakMinutes === 0 || a.breakStartMinute === b.breakStartMinute)
  );
}

/** True when the same roles are worked at the same minutes. */
export function isSameWork(a: readonly WorkPiece[], b: readonly WorkPiece[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((piece, i) => b[i]?.roleId === piece.roleId && isSameHours(b[i], piece));
}

/** The pieces of work within some hours, cut to them. */
export function workWithin(work: readonly WorkPiece[], hours: Hours): WorkPiece[] {
  return work.flatMap((piece) => {
    const shared = sharedHours(piece, hours);
    return shared ? [{ ...shared, roleId: piece.roleId }] : [];
  });
}

/** Work stretched or cut to other hours: its edges move with the shift's, what no longer lies in it is gone. */
export function workOf(work: readonly WorkPiece[], from: Hours, to: Hours): WorkPiece[] {
  const moved = to.startMinute - from.startMinute;
  const isMove = to.endMinute - from.endMinute === moved;
  const pieces = work.map((piece, i) => ({
    roleId: piece.roleId,
    startMinute: i === 0 ? to.startMinute : piece.startMinute + (isMove ? moved : 0),
    endMinute: i === work.length - 1 ? to.endMinute : piece.endMinute + (isMove ? moved : 0),
  }));
  const kept = workWithin(
    pieces.filter((piece) => piece.startMinute < piece.endMinute),
    to,
  );
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return work[0] ? [{ ...to, roleId: work[0].roleId }] : [];
  return kept.map((piece) => ({
    ...piece,
    ...(piece === first && { startMinute: to.startMinute }),
    ...(piece === last && { endMinute: to.endMinute }),
  }));
}

export type WorkFault = "work_outside_shift" | "work_with_holes";

/** Why pieces of work are none of a shift's: they leave it, overlap, or leave some of it without a role; null for none. */
export function faultOfWork({ startMinute, endMinute }: Hours, work: readonly WorkPiece[]): WorkFault | null {
  const sorted = [...work].sort((a, b) => a.startMinute - b.startMinute);
  if (sorted[0]?.startMinute !== startMinute || sorted.at(-1)?.endMinute !== endMinute)
    return "work_outside_shift";
  const follows = sorted.every((piece, i) => i === 0 || piece.startMinute === sorted[i - 1]?.endMinute);
  return follows ? null : "work_with_holes";
}
