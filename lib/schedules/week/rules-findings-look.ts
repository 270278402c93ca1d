import { addDays, type Day } from "@/lib/time/day";
import type { PlannedShift } from "./rules";
import type { Finding } from "./rules-findings-kinds";
import type { RosterPerson, RosterRules } from "./rules-person";

/** One person's shifts of a week, and what they are held against. */
export type Look = { person: RosterPerson; rules: RosterRules; shifts: readonly PlannedShift[]; monday: Day };
/** What breaks a rule, before it is known whether a reason was given. */
export type BareFinding = Omit<Finding, "kind" | "assistantId" | "reason" | "on">;

/** True for the shifts of the week that begins on a Monday. */
export function isOfWeek(monday: Day) {
  return ({ on }: PlannedShift) => on >= monday && on < addDays(monday, 7);
}

/** The shift that some together are held against: the last draft, else the last. */
export function heldAgainst(shifts: readonly PlannedShift[]): string {
  const drafts = shifts.filter(({ status }) => status === "draft");
  return (drafts.at(-1) ?? shifts.at(-1))?.id ?? "";
}

/** Shifts by day, in order. */
export function shiftsByDay(shifts: readonly PlannedShift[]): PlannedShift[][] {
  const days = new Map<Day, PlannedShift[]>();
  for (const shift of shifts) days.set(shift.on, [...(days.get(shift.on) ?? []), shift]);
  return [...days.values()];
}

/** When the last shift of a day ends. */
export function endOfShifts(ofDay: readonly PlannedShift[]): number {
  return Math.max(...ofDay.map(({ endMinute }) => endMinute));
}
