import type { AssistantWeek, WeekDay, WeekExecutive } from "@/lib/coverage/serving/queries-week";
import { weekdayOf } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";

/** An executive on a day of the week page: in one half of it, or all day. */
export type DayExecutive = WeekExecutive & { part: DayPart | "all" };

/** True for a day that a list of working days shows: Monday to Friday, or one with something on it. */
export function isShownDay(day: WeekDay): boolean {
  return weekdayOf(day.on) <= 5 || day.hours !== null || day.parts.some((part) => part.executives.length > 0);
}

/** The day the page opens with: today, or the next day shown when today is a free weekend day; null when today is not read. */
export function leadingDay({ days, today }: AssistantWeek): WeekDay | null {
  if (days.every(({ on }) => on !== today)) return null;
  return days.find((day) => day.on >= today && isShownDay(day)) ?? null;
}

/** The executives of a day, once each where both halves are alike, own ones first and then by name. */
export function executivesOn(day: WeekDay): DayExecutive[] {
  const found = new Map<string, DayExecutive>();
  for (const { part, executives } of day.parts) {
    for (const one of executives) {
      const key = JSON.stringify([one.executiveId, one.kind, one.coverFor, one.window, one.dutyIds]);
      const other = found.get(key);
      found.set(key, { ...one, part: other ? "all" : part });
    }
  }
  return [...found.values()].sort(byKindAndName);
}

function byKindAndName(a: DayExecutive, b: DayExecutive): number {
  return b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name, "sv");
}

/** How a day is worked: all of it, away for all or some of it, or not at all. */
export function stateOn({
  holiday,
  hours,
  parts,
}: WeekDay): "day_off" | "not_working" | "away" | "partly_away" | "work" {
  const worked = parts.filter((part) => part.state !== "off");
  if (!hours || worked.length === 0) return holiday ? "day_off" : "not_working";
  if (worked.every((part) => part.state === "away")) return "away";
  return worked.some((part) => part.state === "away" || part.awayHours.length > 0) ? "partly_away" : "work";
}
