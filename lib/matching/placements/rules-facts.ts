import { countsOn, type DatedHours, STANDARD_WEEK, weekOn } from "@/lib/assistants/rules";
import type { DutyHeld } from "@/lib/matching/rules-parts";
import { addDays, type Day, daysBetween, daysFrom, weekdayOf } from "@/lib/time/day";
import { DAY_PARTS, type WeekdayHours } from "@/lib/time/half-day";
import { minutesInPart, sharedHours, workedHours } from "@/lib/time/hours";

/**
 * All that a fit is worked out from: numbers, and nothing else of a person. There is no room in it for a name, an age, an absence
 * or what somebody said of somebody; a test holds its keys.
 */
export type PlacementFacts = {
  /** Duties with the minutes a day they take, the level that is needed and the one that is held. */
  duties: readonly DutyHeld[];
  /** In how many duties the assistant has a level. */
  skillsOnRecord: number;
  /** Minutes a week the executive is supported, and those of them the assistant works; means over the weeks that come round. */
  supportMinutes: number;
  sharedMinutes: number;
  /** Work styles the executive asks for, level 1–5, with the assistant's rating, null where there is none that counts. */
  styles: readonly { asked: number; rated: number | null; importance: number }[];
  /** Languages asked for and held: 1 (A1) to 6 (C2), 0 for none. */
  languages: readonly { needed: number; held: number }[];
  isSameSite: 0 | 1;
  isOnsite: 0 | 1;
  yearsAsked: number | null;
  yearsHeld: number | null;
  /** What each side said of working together: 1 gladly, 0 rather not. */
  wishes: readonly number[];
  /** Ratings 1–5 of the assistant's covers in the past twelve months. */
  ratings: readonly number[];
  /** Half-days of this executive covered in the past twelve months. */
  halfDaysCovered: number;
  hasBeenPrimary: 0 | 1;
  isKeptApart: 0 | 1;
  /** Days from the day in question until the first and the last day of employment; null where none is set. */
  daysUntilHired: number | null;
  daysUntilLeft: number | null;
  /** Minutes a week of own support without and with this executive, and those the assistant works. */
  loadBefore: number;
  loadAfter: number;
  capacity: number;
};

/** An assistant as matching reads them. */
export type MatchedAssistant = {
  id: string;
  name: string;
  site: string;
  hours: readonly DatedHours[];
  hiredOn: Day | null;
  leavesOn: Day | null;
  skills: ReadonlyMap<string, number>;
  languages: ReadonlyMap<string, number>;
  /** Ratings of work styles that count: none before the person was told and rated themselves. */
  styles: ReadonlyMap<string, number>;
  /** Years of experience as entered; null for those since hiring. */
  years: number | null;
  ratings: readonly number[];
  /** Duties whose level the person objects to: they count for nothing, neither for nor against. */
  leftOut: ReadonlySet<string>;
};

/** An executive as matching reads them. */
export type MatchedExecutive = {
  id: string;
  name: string;
  title: string;
  site: string;
  isOnsite: boolean;
  tier: number;
  hours: readonly DatedHours[];
  duties: readonly { dutyId: string; minutes: number; needed: number }[];
  languages: readonly { language: string; needed: number }[];
  styles: readonly { styleId: string; asked: number; importance: number }[];
  yearsAsked: number | null;
};

/** What is known of one assistant with one executive. */
export type MatchedPair = {
  halfDaysCovered: number;
  hasBeenPrimary: boolean;
  isKeptApart: boolean;
  wishes: readonly number[];
  /** Minutes a week the assistant has for the executive already. */
  ownMinutes: number;
};

export const STRANGERS: MatchedPair = {
  halfDaysCovered: 0,
  hasBeenPrimary: false,
  isKeptApart: false,
  wishes: [],
  ownMinutes: 0,
};

const DAYS_A_YEAR = 365.25;

/** The facts of one assistant with one executive from a day on. `load` is the assistant's own support in minutes a week. */
export function placementFacts(
  assistant: MatchedAssistant & { load: number; capacity: number },
  executive: MatchedExecutive,
  pair: MatchedPair,
  on: Day,
): PlacementFacts {
  const { load, capacity, hiredOn, leavesOn, years } = assistant;
  return {
    duties: executive.duties
      .filter(({ dutyId }) => !assistant.leftOut.has(dutyId))
      .map(({ dutyId, ...duty }) => ({ ...duty, held: assistant.skills.get(dutyId) ?? 0 })),
    skillsOnRecord: assistant.skills.size,
    ...hoursShared(assistant.hours, executive.hours, on),
    styles: executive.styles.map(({ styleId, ...style }) => ({
      ...style,
      rated: assistant.styles.get(styleId) ?? null,
    })),
    languages: executive.languages.map(({ language, needed }) => ({
      needed,
      held: assistant.languages.get(language) ?? 0,
    })),
    isSameSite: assistant.site === executive.site ? 1 : 0,
    isOnsite: executive.isOnsite ? 1 : 0,
    yearsAsked: executive.yearsAsked,
    yearsHeld: years ?? (hiredOn && Math.max(0, Math.floor(daysBetween(hiredOn, on) / DAYS_A_YEAR))),
    wishes: pair.wishes,
    ratings: assistant.ratings,
    halfDaysCovered: pair.halfDaysCovered,
    hasBeenPrimary: pair.hasBeenPrimary ? 1 : 0,
    isKeptApart: pair.isKeptApart ? 1 : 0,
    daysUntilHired: hiredOn && daysBetween(on, hiredOn),
    daysUntilLeft: leavesOn && daysBetween(on, leavesOn),
    loadBefore: load,
    loadAfter: load - pair.ownMinutes + weeklyMinutes(executive, on),
    capacity,
  };
}

/** An assistant without the figures they object to: "duty:travel", "style:integrity", "experience", "outcomes". */
export function withoutObjected(assistant: MatchedAssistant, figures: readonly string[]): MatchedAssistant {
  if (figures.length === 0) return assistant;
  const objected = new Set(figures);
  const styles = [...assistant.styles].filter(([id]) => !objected.has(`style:${id}`));
  return {
    ...assistant,
    styles: new Map(styles),
    years: objected.has("experience") ? null : assistant.years,
    ratings: objected.has("outcomes") ? [] : assistant.ratings,
    leftOut: new Set(figures.flatMap((figure) => (figure.startsWith("duty:") ? [figure.slice(5)] : []))),
  };
}

/** Minutes a week an executive's duties take, on the weekdays they are supported. */
export function weeklyMinutes(
  { duties, hours }: Pick<MatchedExecutive, "duties" | "hours">,
  on: Day,
): number {
  const perDay = duties.reduce((sum, { minutes }) => sum + minutes, 0);
  return perDay * new Set(supportWeek(hours, on).map(({ weekday }) => weekday)).size;
}

/** Minutes a week a person works from a day on, lunch left out; the mean of the weeks that come round. */
export function capacityOf(hours: readonly DatedHours[], on: Day): number {
  const weeks = weeksRound(hours);
  const minutes = daysRound(on, weeks).reduce((sum, day) => sum + minutesOf(hoursOn(hours, day)), 0);
  return Math.round(minutes / weeks);
}

function hoursShared(pattern: readonly DatedHours[], support: readonly DatedHours[], on: Day) {
  const weeks = weeksRound(pattern);
  const week = supportWeek(support, on);
  const shared = daysRound(on, weeks).reduce((sum, day) => {
    const asked = week.find(({ weekday }) => weekday === weekdayOf(day));
    const worked = hoursOn(pattern, day);
    return asked && worked ? sum + sharedMinutes(asked, worked) : sum;
  }, 0);
  return {
    supportMinutes: week.reduce((sum, hours) => sum + minutesOf(hours), 0),
    sharedMinutes: Math.round(shared / weeks),
  };
}

/** The hours an executive is supported in a week; the usual ones where none are on record. */
function supportWeek(hours: readonly DatedHours[], on: Day): readonly WeekdayHours[] {
  return hours.length > 0 ? weekOn(hours, on) : STANDARD_WEEK;
}

function weeksRound(hours: readonly DatedHours[]): number {
  return Math.max(1, ...hours.map(({ cycle }) => cycle?.weeks ?? 1));
}

function daysRound(on: Day, weeks: number): Day[] {
  return daysFrom(on, addDays(on, 7 * weeks - 1));
}

function hoursOn(hours: readonly DatedHours[], day: Day): WeekdayHours | undefined {
  const weekday = weekdayOf(day);
  return hours.find((one) => one.weekday === weekday && countsOn(one, day));
}

function minutesOf(hours: WeekdayHours | undefined): number {
  return hours ? DAY_PARTS.reduce((sum, part) => sum + minutesInPart(hours, part), 0) : 0;
}

function sharedMinutes(a: WeekdayHours, b: WeekdayHours): number {
  return DAY_PARTS.reduce((sum, part) => {
    const [left, right] = [workedHours(a, part), workedHours(b, part)];
    const both = left && right && sharedHours(left, right);
    return both ? sum + both.endMinute - both.startMinute : sum;
  }, 0);
}
