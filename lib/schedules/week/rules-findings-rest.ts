import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { DAY_MINUTES } from "@/lib/time/hours";
import { instantIn } from "@/lib/time/zone";
import {
  type BareFinding,
  endOfShifts,
  heldAgainst,
  isOfWeek,
  type Look,
  shiftsByDay,
} from "./rules-findings-look";

const MINUTE_MS = 60_000;
/** No clock is turned by more. */
const CLOCK_CHANGE_MINUTES = 120;

type Moment = { on: Day; minute: number };

/** Minutes between two times as the clock shows them. */
function shownMinutes(from: Moment, to: Moment): number {
  return daysBetween(from.on, to.on) * DAY_MINUTES + to.minute - from.minute;
}

/** Minutes that really pass between two times of the pool's clock; by the clock alone where that is clearly enough. */
function restBetween(timeZone: string, from: Moment, to: Moment, enough: number): number {
  const shown = shownMinutes(from, to);
  if (shown >= enough + CLOCK_CHANGE_MINUTES) return shown;
  const passed =
    instantIn(timeZone, to.on, to.minute).getTime() - instantIn(timeZone, from.on, from.minute).getTime();
  return passed / MINUTE_MS;
}

/** Rest in minutes that really pass, from the last end of a day to the first start of the next that is worked. */
export function shortRests({ shifts, monday, rules: { policy, timeZone } }: Look): BareFinding[] {
  const days = shiftsByDay(shifts);
  return days.flatMap((ofDay, i) => {
    const before = days[i - 1];
    const [first] = ofDay;
    if (!before || !first || daysBetween(before[0]?.on ?? first.on, first.on) > 2) return [];
    const end = { on: before[0]?.on ?? first.on, minute: endOfShifts(before) };
    const rest = restBetween(timeZone, end, { on: first.on, minute: first.startMinute }, policy.restMinutes);
    if (rest >= policy.restMinutes) return [];
    const last = before.reduce((a, b) => (a.endMinute > b.endMinute ? a : b));
    const shiftId = heldAgainst([last, first]);
    const held = shiftId === first.id ? first : last;
    if (!isOfWeek(monday)(held)) return [];
    const on = shiftId === first.id ? last.on : first.on;
    return [{ rule: "rest" as const, shiftId, details: { is: rest, limit: policy.restMinutes, on } }];
  });
}

/** The longest time in one piece of a week, Monday to Sunday, without a shift. */
export function longestRest({ shifts, monday, rules: { timeZone, policy } }: Look): number {
  const [start, end]: [Moment, Moment] = [
    { on: monday, minute: 0 },
    { on: addDays(monday, 7), minute: 0 },
  ];
  const isAfter = (a: Moment, b: Moment) => a.on > b.on || (a.on === b.on && a.minute > b.minute);
  const gaps: [from: Moment, to: Moment][] = [];
  let free = start;
  for (const { on, startMinute, endMinute } of shifts) {
    const from = { on, minute: startMinute };
    gaps.push([free, isAfter(from, end) ? end : from]);
    const until = { on, minute: endMinute };
    if (isAfter(until, free)) free = until;
  }
  gaps.push([free, end]);
  const longest = Math.max(0, ...gaps.map(([from, to]) => shownMinutes(from, to)));
  const candidates = gaps.filter(([from, to]) => shownMinutes(from, to) >= longest - CLOCK_CHANGE_MINUTES);
  return Math.max(
    0,
    ...candidates.map(([from, to]) => restBetween(timeZone, from, to, policy.weeklyRestMinutes)),
  );
}
