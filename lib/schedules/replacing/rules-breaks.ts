import { type PlannedShift, plannedShifts } from "@/lib/schedules/week/rules";
import { demandPieces, missingIn, windowsOn } from "@/lib/schedules/week/rules-demand";
import { hoursAway } from "@/lib/schedules/week/rules-person";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import type { Day } from "@/lib/time/day";
import { type Hours, sharedHours } from "@/lib/time/hours";

/** A break that may begin at another time, and whose. */
export type MovableBreak = { shiftId: string; version: number; name: string; minutes: Hours };

type HoleOfRole = Hours & { roleId: string; on: Day };

/**
 * The breaks that make a hole of a role and may lie before or behind it: the hole closes, nobody is missing elsewhere in what they
 * work, and nobody works too long in one go.
 */
export function movableBreaks(roster: Roster, hole: HoleOfRole): MovableBreak[] {
  const planned = plannedShifts(roster.shifts).filter(({ on }) => on === hole.on);
  return planned.flatMap((shift) => {
    const person = roster.people.find(({ id }) => id === shift.assistantId);
    const pause = breakOf(shift);
    const isInRole = shift.work.some((piece) => piece.roleId === hole.roleId && sharedHours(piece, pause));
    if (!person || shift.breakMinutes === 0 || !isInRole || !sharedHours(pause, hole)) return [];
    const starts = [hole.endMinute, hole.startMinute - shift.breakMinutes];
    const start = starts.find((minute) => closes(roster, planned, shift, { hole, minute }));
    if (start === undefined) return [];
    const { id, version, breakMinutes } = shift;
    const minutes = { startMinute: start, endMinute: start + breakMinutes };
    return [{ shiftId: id, version, name: person.name, minutes }];
  });
}

function breakOf({ breakStartMinute, breakMinutes }: PlannedShift): Hours {
  return { startMinute: breakStartMinute, endMinute: breakStartMinute + breakMinutes };
}

function closes(
  roster: Roster,
  planned: readonly PlannedShift[],
  shift: PlannedShift,
  { hole, minute }: { hole: HoleOfRole; minute: number },
): boolean {
  const moved = { ...shift, breakStartMinute: minute };
  const pause = breakOf(moved);
  const runs = [pause.startMinute - shift.startMinute, shift.endMinute - pause.endMinute];
  if (runs.some((run) => run <= 0 || run > roster.rules.policy.breakAfterMinutes)) return false;
  const after = planned.map((one) => (one === shift ? moved : one));
  const length = hole.endMinute - hole.startMinute;
  return missingMinutes(roster, after, shift) <= missingMinutes(roster, planned, shift) - length;
}

/** Minutes in which people are missing in the roles of a shift on its day, each head counted. */
function missingMinutes(
  roster: Roster,
  planned: readonly PlannedShift[],
  { on, work }: PlannedShift,
): number {
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const awayOf = (id: string) => {
    const person = people.get(id);
    return person ? hoursAway(person, on) : [];
  };
  return [...new Set(work.map(({ roleId }) => roleId))].reduce((sum, roleId) => {
    const windows = windowsOn(roster.demand, roleId, on, roster.rules.daysOff.has(on));
    const pieces = demandPieces(on, roleId, windows, { planned, published: [] }, awayOf);
    return sum + pieces.reduce((part, one) => part + missingIn(one) * (one.endMinute - one.startMinute), 0);
  }, 0);
}
