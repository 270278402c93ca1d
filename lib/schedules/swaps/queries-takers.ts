import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { readOpenShifts, readRoster, readShift } from "@/lib/schedules/week/queries-roster";
import { type PlannedShift, publishedOnly } from "@/lib/schedules/week/rules";
import { hoursAway } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day } from "@/lib/time/day";
import { addWeeks, type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { listShiftsAskedAbout, listShiftsInRequests } from "./queries";
import { type BarToShift, barToShift, isTouchedByAbsence, requestEndsAt } from "./rules";

/** A colleague who could take a shift, and their own shifts of that day. */
export type ShiftTaker = { id: string; name: string; sameDay: PlannedShift[] };

/** Who could take a shift, and how many could not for which reason. */
export type ShiftTakers = { could: ShiftTaker[]; bars: Record<BarToShift, number> };

/** A colleague's shift that could be exchanged for one's own. */
export type ExchangeChoice = { shift: PlannedShift; assistantId: string; name: string };

/** A published shift of one's own pool or one that is led; any other, a draft among them, is not found. */
export async function requirePublishedShift(
  { db, actor }: Ctx<Person>,
  id: string,
): Promise<PlannedShift & { poolId: string }> {
  const shift = await readShift(db, id);
  const isKnown = shift && (canManagePool(actor, shift.poolId) || actor.assistant?.poolId === shift.poolId);
  if (!isKnown || shift.status !== "published") throw new NotFoundError("shift");
  return shift;
}

/** Everybody of a pool but its owner who could take a shift: those without work that day first, then by name. */
export function takersOf(roster: Roster, shift: PlannedShift): ShiftTakers {
  const bars: ShiftTakers["bars"] = { at_work: 0, away: 0, not_employed: 0, skill: 0 };
  const shiftsOf = publishedByPerson(roster);
  const could = roster.people.flatMap((person) => {
    if (person.id === shift.assistantId) return [];
    const others = shiftsOf(person);
    const bar = barToShift(roster, person, shift, others);
    if (bar) bars[bar] += 1;
    return bar
      ? []
      : [{ id: person.id, name: person.name, sameDay: others.filter(({ on }) => on === shift.on) }];
  });
  return { could: could.sort((a, b) => a.sameDay.length - b.sameDay.length), bars };
}

function publishedByPerson(roster: Roster): (person: RosterMember) => PlannedShift[] {
  const byPerson = new Map<string, PlannedShift[]>();
  for (const shift of publishedOnly(roster.shifts)) {
    const own = byPerson.get(shift.assistantId ?? "") ?? [];
    own.push(shift);
    byPerson.set(shift.assistantId ?? "", own);
  }
  return ({ id }) => byPerson.get(id) ?? [];
}

/** Colleagues' shifts of a week that could be exchanged for one's own, which may lie in another: those of the same day first. */
function exchangesOf(
  { ofOwn, ofTheirs }: { ofOwn: Roster; ofTheirs: Roster },
  own: PlannedShift,
  isFree: (shift: PlannedShift) => boolean,
): ExchangeChoice[] {
  const isMine = ({ id }: RosterMember) => id === own.assistantId;
  const [me, meThen] = [ofOwn.people.find(isMine), ofTheirs.people.find(isMine)];
  if (!me || !meThen) return [];
  const mine = publishedByPerson(ofTheirs)(meThen).filter(({ id }) => id !== own.id);
  const [now, then] = [publishedByPerson(ofOwn), publishedByPerson(ofTheirs)];
  const found = ofTheirs.people.flatMap((person) => {
    const colleague = ofOwn.people.find(({ id }) => id === person.id);
    if (person.id === me.id || !colleague) return [];
    return then(person).flatMap((shift): ExchangeChoice[] => {
      const isOfWeek = shift.on >= ofTheirs.monday && shift.on <= addDays(ofTheirs.monday, 6);
      if (!isOfWeek || !isFree(shift) || isTouchedByAbsence(shift, hoursAway(person, shift.on))) return [];
      const rest = now(colleague).filter(({ id }) => id !== shift.id);
      const isBarred = barToShift(ofTheirs, meThen, shift, mine) ?? barToShift(ofOwn, colleague, own, rest);
      return isBarred ? [] : [{ shift, assistantId: person.id, name: person.name }];
    });
  });
  const isOther = ({ shift }: ExchangeChoice) => Number(shift.on !== own.on);
  return found
    .filter(({ shift }) => !isSameHoursAndWork(shift, own))
    .sort((a, b) => isOther(a) - isOther(b) || (a.shift.on < b.shift.on ? -1 : 1))
    .slice(0, MOST_EXCHANGES);
}

const MOST_EXCHANGES = 30;

function isSameHoursAndWork(a: PlannedShift, b: PlannedShift): boolean {
  const key = ({ on, startMinute, endMinute, work }: PlannedShift) =>
    JSON.stringify([on, startMinute, endMinute, work.map(({ roleId }) => roleId)]);
  return key(a) === key(b);
}

export type GiveChoice = {
  shift: PlannedShift;
  owner: string;
  takers: ShiftTakers;
  exchanges: ExchangeChoice[];
  /** The week that the exchanges are of, and those around the shift that have not passed. */
  week: IsoWeek;
  weeks: IsoWeek[];
};

/** Weeks before and after a shift's own whose shifts it may be exchanged for. */
const WEEKS_AROUND = [-1, 0, 1, 2];

/** What can be done with a shift of one's own, or of a pool one leads: who could take it, and what of a week it could be exchanged for. */
export async function getGiveChoice(ctx: Ctx<Person>, shiftId: string, asked?: string): Promise<GiveChoice> {
  const shift = await requirePublishedShift(ctx, shiftId);
  const isOwn = shift.assistantId !== null && shift.assistantId === ctx.actor.assistant?.id;
  if (!isOwn && !canManagePool(ctx.actor, shift.poolId)) throw new NotFoundError("shift");
  const own = isoWeekOf(shift.on);
  const around = WEEKS_AROUND.map((weeks) => addWeeks(own, weeks));
  const week = around.find((one) => one === asked) ?? own;
  const [roster, other, taken] = await Promise.all([
    readRoster(ctx, shift.poolId, own),
    week === own ? null : readRoster(ctx, shift.poolId, week),
    listShiftsInRequests(ctx, shift.poolId),
  ]);
  const { timeZone } = roster.pool;
  const today = dayIn(timeZone, ctx.now);
  const isFree = (one: PlannedShift) => !taken.has(one.id) && requestEndsAt(timeZone, [one]) > ctx.now;
  return {
    shift,
    owner: roster.people.find(({ id }) => id === shift.assistantId)?.name ?? "",
    takers: takersOf(roster, shift),
    exchanges: exchangesOf({ ofOwn: roster, ofTheirs: other ?? roster }, shift, isFree),
    week,
    weeks: around.filter((one) => addDays(mondayOf(one), 6) >= today),
  };
}

/** The open shifts between two days that the actor could take and a manager asks nobody about, the first to begin first. */
export async function listOpenShifts(ctx: Ctx<Assistant>, from: Day, to: Day): Promise<PlannedShift[]> {
  const { id, poolId } = ctx.actor.assistant;
  const open = await readOpenShifts(ctx.db, poolId, from, to);
  const asked = await listShiftsAskedAbout(ctx, poolId);
  const weeks = [...new Set(open.map(({ on }) => isoWeekOf(on)))];
  const rosters = await Promise.all(weeks.map((week) => readRoster(ctx, poolId, week, [id])));
  return open.filter((shift) => {
    const roster = rosters.find(({ week }) => week === isoWeekOf(shift.on));
    const me = roster?.people[0];
    if (!roster || !me || asked.has(shift.id) || requestEndsAt(roster.pool.timeZone, [shift]) <= ctx.now)
      return false;
    const mine = publishedOnly(roster.shifts).filter(({ assistantId }) => assistantId === id);
    return barToShift(roster, me, shift, mine) === null;
  });
}
