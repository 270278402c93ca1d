import "server-only";
import type { Assistant } from "@/lib/actor";
import { countsOn, type DatedHours } from "@/lib/assistants/rules";
import { weekdayHoursOn, workedHoursIn } from "@/lib/availability/rules";
import type { Ctx } from "@/lib/context";
import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { ownIn, piecesIn } from "@/lib/coverage/demand/rules";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { withoutOffers } from "@/lib/coverage/offers/rules";
import { loadStaffing, readFamiliarity } from "@/lib/coverage/office/queries";
import {
  absenceOn,
  awayHours,
  type Familiarity,
  type OfficeAssistant,
  type Staffing,
  workCalendarOf,
} from "@/lib/coverage/office/rules";
import { daysOffIn } from "@/lib/days-off";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { listOwnShifts, type OwnShift } from "@/lib/schedules/week/queries-own";
import { addDays, type Day, daysFrom, weekdayOf } from "@/lib/time/day";
import { type DayPart, type HalfDay, halfDayAt } from "@/lib/time/half-day";
import { type Hours, joinedHours, minutesOf, sharedHours } from "@/lib/time/hours";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn, minuteIn } from "@/lib/time/zone";

/** An executive in a half-day of an assistant's week, and why: their own, or covered for somebody who is away. */
export type WeekExecutive = {
  executiveId: string;
  name: string;
  title: string;
  kind: "own" | "cover";
  minutes: number;
  coverFor: string | null;
  /** The last day of the cover. */
  until: Day | null;
  /** The hours, where it is not the whole half-day. */
  window: Hours | null;
  /** The duties; empty for all. */
  dutyIds: string[];
};

/** An own executive somebody else serves, or nobody, while I am away. */
export type WeekStandIn = {
  executiveId: string;
  name: string;
  coveredBy: string | null;
  window: Hours | null;
  dutyIds: string[];
};

export type WeekPart = {
  part: DayPart;
  state: "work" | "away" | "off";
  /** Hours I am away of a half-day that I work. */
  awayHours: Hours[];
  executives: WeekExecutive[];
  coveredByOthers: WeekStandIn[];
};

export type WeekDay = {
  on: Day;
  holiday: string | null;
  hours: { startsAtMinute: number; endsAtMinute: number } | null;
  /** True where the hours of one's week are not on site. */
  isRemote: boolean;
  parts: WeekPart[];
};

export type AssistantWeek = {
  week: IsoWeek;
  today: Day;
  /** Minutes after midnight now, by the clock of the pool. */
  minute: number;
  days: WeekDay[];
  /** One's published shifts of these days. */
  shifts: OwnShift[];
  /** Names of the duties the days speak of. */
  dutyNames: Record<string, string>;
};

const WEEK_DAYS = 7;

/** An assistant's week, or several: hours, whom they support, whom they cover and for whom, and who stands in while they are away. */
export async function getAssistantWeek(
  ctx: Ctx<Assistant>,
  input: { week?: IsoWeek; weeks?: number },
): Promise<AssistantWeek> {
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: ctx.actor.assistant.poolId } });
  const today = dayIn(pool.timeZone, ctx.now);
  const week = input.week ?? isoWeekOf(today);
  const monday = mondayOf(week);
  const sunday = addDays(monday, WEEK_DAYS * (input.weeks ?? 1) - 1);
  const [loaded, shifts] = await Promise.all([
    loadStaffing(ctx.db, { assistantIds: [ctx.actor.assistant.id] }, monday, sunday),
    listOwnShifts(ctx, monday, sunday),
  ]);
  const staffing = withoutOffers(loaded);
  const covered = staffing.executives.filter(({ id }) => staffing.covers.get(id)?.length);
  const office = { ...staffing, ...(await readFamiliarity(ctx.db, covered, monday)) };
  const holidays = daysOffIn(pool, monday, sunday, ctx.actor.locale);
  const me = office.assistants.get(ctx.actor.assistant.id);
  const days = me
    ? daysFrom(monday, sunday).map((on) => dayOf(office, me, on, holidays.get(on) ?? null))
    : [];
  const parts = days.flatMap((one) => one.parts);
  const dutyIds = parts
    .flatMap((part) => [...part.executives, ...part.coveredByOthers])
    .flatMap((d) => d.dutyIds);
  const minute = minuteIn(pool.timeZone, ctx.now);
  return { week, today, minute, days, shifts, dutyNames: await namesOfDuties(ctx, dutyIds) };
}

function dayOf(
  office: Staffing & Familiarity,
  me: OfficeAssistant,
  on: Day,
  holiday: string | null,
): WeekDay {
  const parts = [partOf(office, me, { on, part: "am" }), partOf(office, me, { on, part: "pm" })];
  const isWorkday = parts.some((part) => part.state !== "off");
  const hours = isWorkday ? weekdayHoursOn(workCalendarOf(office, me), on) : null;
  return {
    on,
    holiday,
    hours: hours ? { startsAtMinute: hours.startsAtMinute, endsAtMinute: hours.endsAtMinute } : null,
    isRemote: hours !== null && me.hours.some((one) => isRemoteOn(one, on)),
    parts,
  };
}

function isRemoteOn(hours: DatedHours, on: Day): boolean {
  return hours.place === "remote" && hours.weekday === weekdayOf(on) && countsOn(hours, on);
}

function partOf(office: Staffing & Familiarity, me: OfficeAssistant, at: HalfDay): WeekPart {
  const supported: WeekExecutive[] = [];
  const coveredByOthers: WeekStandIn[] = [];
  const nameOf = (id: string | null) => (id ? (office.assistants.get(id)?.name ?? null) : null);
  for (const executive of office.executives) {
    const state = slotState(office, executive, at);
    const { id: executiveId, name, title } = executive;
    const own = ownIn(state).find((share) => share.assistantId === me.id);
    if (own) {
      const shown = { executiveId, name, title, kind: "own" as const, minutes: own.minutes };
      supported.push({ ...shown, coverFor: null, until: null, window: null, dutyIds: [...own.dutyIds] });
    }
    for (const { cover, cause, minutes, window, dutyIds } of piecesIn(state)) {
      const absentId = "assistantId" in cause ? cause.assistantId : null;
      const extent = { window, dutyIds: [...dutyIds] };
      if (cover?.assistantId === me.id) {
        const needed = neededMinutes(office, me.id, executive, minutes);
        const shown = { executiveId, name, title, kind: "cover" as const, minutes: needed };
        supported.push({ ...shown, coverFor: nameOf(absentId), until: halfDayAt(cover.last).on, ...extent });
      } else if (absentId === me.id) {
        coveredByOthers.push({ executiveId, name, coveredBy: nameOf(cover?.assistantId ?? null), ...extent });
      }
    }
  }
  const state = stateOf(office, me, at);
  const away = state === "work" ? joinedHours(awayHours(me, at)) : [];
  return { part: at.part, state, awayHours: away, executives: supported, coveredByOthers };
}

function stateOf(office: Staffing, me: OfficeAssistant, at: HalfDay): WeekPart["state"] {
  const hours = workedHoursIn(workCalendarOf(office, me), at);
  if (!hours) return "off";
  if (absenceOn(me, at)) return "away";
  const away = awayHours(me, at).flatMap((one) => sharedHours(one, hours) ?? []);
  return minutesOf(away) < hours.endMinute - hours.startMinute ? "work" : "away";
}
