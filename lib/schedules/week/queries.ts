import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { groupedBy } from "@/lib/groups";
import { canManagePool } from "@/lib/pools/policy";
import { addDays, daysFrom } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { readRoster, readShift } from "./queries-roster";
import {
  calledOffHours,
  type PlannedShift,
  plannedShifts,
  publishedOnly,
  workedMinutesOfShift,
} from "./rules";
import { type DemandPiece, demandPieces, windowsOn } from "./rules-demand";
import type { Finding } from "./rules-findings-kinds";
import { hoursAway } from "./rules-person";
import { findingsIn, type Roster, type RosterMember } from "./rules-roster";
import type { ScheduleWeekInput } from "./schema";

/** A shift with what an approved absence calls off of it. */
export type ScheduledShift = PlannedShift & { calledOff: Hours[] };

export type ScheduleWeek = Omit<Roster, "shifts"> & {
  shifts: ScheduledShift[];
  plannedMinutes: ReadonlyMap<string, number>;
  pieces: DemandPiece[];
  findings: Finding[];
};

/** A week of a pool's schedule with its drafts, for its managers: hours of each person, what roles need and have, and every finding. */
export async function getScheduleWeek(ctx: Ctx<Manager>, input: ScheduleWeekInput): Promise<ScheduleWeek> {
  return scheduleWeekOf(await requireRoster(ctx, input));
}

/** A week of a pool that one leads, with some days around it; of any other nothing is found. */
export async function requireRoster(ctx: Ctx<Manager>, { poolId, week }: ScheduleWeekInput): Promise<Roster> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return readRoster(ctx, poolId, week);
}

/** What managers see of a week that was read. */
export function scheduleWeekOf(roster: Roster): ScheduleWeek {
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const planned = plannedShifts(roster.shifts);
  const plannedOf = groupedBy(planned, ({ assistantId }) => assistantId ?? "");
  const findings = roster.people.flatMap((person) =>
    findingsIn(roster, person, plannedOf.get(person.id) ?? []),
  );
  return {
    ...roster,
    shifts: roster.shifts.filter(isShownIn(roster)).map((shift) => withCalledOff(shift, people)),
    plannedMinutes: minutesOfWeek(roster, plannedOf),
    pieces: piecesOf(roster, planned, people),
    findings,
  };
}

/** Shifts of the week, and drafts that take one of it elsewhere. */
function isShownIn({ monday, shifts }: Roster): (shift: PlannedShift) => boolean {
  const sunday = addDays(monday, 6);
  const isOfWeek = ({ on }: PlannedShift) => on >= monday && on <= sunday;
  const ofWeek = new Set(shifts.filter(isOfWeek).flatMap(({ id, supersedesId }) => [id, supersedesId ?? id]));
  return (shift) => ofWeek.has(shift.id) || (shift.supersedesId !== null && ofWeek.has(shift.supersedesId));
}

function withCalledOff(shift: PlannedShift, people: ReadonlyMap<string, RosterMember>): ScheduledShift {
  const person = people.get(shift.assistantId ?? "");
  const isPublished = shift.status === "published";
  return {
    ...shift,
    calledOff: isPublished && person ? calledOffHours(shift, hoursAway(person, shift.on)) : [],
  };
}

function minutesOfWeek(
  { people, monday }: Roster,
  plannedOf: ReadonlyMap<string, readonly PlannedShift[]>,
): Map<string, number> {
  const sunday = addDays(monday, 6);
  return new Map(
    people.map((person) => {
      const ofWeek = (plannedOf.get(person.id) ?? []).filter(({ on }) => on >= monday && on <= sunday);
      const minutes = ofWeek.reduce(
        (sum, shift) => sum + workedMinutesOfShift(shift, hoursAway(person, shift.on)),
        0,
      );
      return [person.id, minutes];
    }),
  );
}

function piecesOf(
  { monday, shifts, demand, roles, rules }: Roster,
  planned: readonly PlannedShift[],
  people: ReadonlyMap<string, RosterMember>,
): DemandPiece[] {
  const published = publishedOnly(shifts);
  const [plannedOn, publishedOn] = [groupedBy(planned, ({ on }) => on), groupedBy(published, ({ on }) => on)];
  return daysFrom(monday, addDays(monday, 6)).flatMap((on) => {
    const plan = { planned: plannedOn.get(on) ?? [], published: publishedOn.get(on) ?? [] };
    const away = new Map<string, Hours[]>();
    const awayOf = (id: string) => {
      const person = people.get(id);
      const hours = away.get(id) ?? (person ? hoursAway(person, on) : []);
      away.set(id, hours);
      return hours;
    };
    const isDayOff = rules.daysOff.has(on);
    return roles.flatMap(({ id }) => demandPieces(on, id, windowsOn(demand, id, on, isDayOff), plan, awayOf));
  });
}

/** A shift of a pool one leads; any other is not found. */
export async function requireShift(
  ctx: Ctx<Manager>,
  id: string,
): Promise<PlannedShift & { poolId: string }> {
  const shift = await readShift(ctx.db, id);
  if (!shift || !canManagePool(ctx.actor, shift.poolId)) throw new NotFoundError("shift");
  return shift;
}
