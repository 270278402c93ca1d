import { dayToDate, day as parseDay } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { type Hours, hoursText } from "@/lib/time/hours";
import type { Formatter, Translator } from "./translator";

/** How much room the words of a day have: "Mon 17 Aug", or "Monday 17 August". */
export type Width = "short" | "long";

/** What words of time are made with: the reader's language, and now, for the year that is left out. */
export type TimeSpeaker = {
  format: Pick<Formatter, "dateTime">;
  t: Translator<"common.time">;
  now: Date;
};

/** A stretch as it comes from a page or the API: half-days, and hours where it is some of one day. */
export type ShownRange = {
  from: string;
  fromPart: DayPart;
  to: string;
  toPart: DayPart;
  startMinute?: number | null | undefined;
  endMinute?: number | null | undefined;
  window?: Hours | null | undefined;
};

/**
 * A day with its weekday, and its year where it is not this year's: "Mon 17 Aug", "Mon 16 Aug 2027". A day that is followed
 * by another of its year leaves the year to that one.
 */
export function dayWords(
  { format, now }: Omit<TimeSpeaker, "t">,
  on: string,
  width: Width = "short",
  next = "",
): string {
  const hasYear =
    !on.startsWith(format.dateTime(now, { year: "numeric" })) && on.slice(0, 4) !== next.slice(0, 4);
  const words = format.dateTime(dayToDate(parseDay(on)), {
    weekday: width,
    day: "numeric",
    month: width,
    ...(hasYear && { year: "numeric" as const }),
    timeZone: "UTC",
  });
  return words.replace(/^(\p{L}+), /u, "$1 ");
}

/** Half of a day: "Mon 17 Aug, morning". */
export function edgeWords(
  speaker: TimeSpeaker,
  on: string,
  part: DayPart,
  width: Width = "short",
  next?: string,
): string {
  const { t } = speaker;
  return t("halfDay", { day: dayWords(speaker, on, width, next), part });
}

/** A stretch in the one way it reads everywhere: "Mon 17 Aug – Fri 21 Aug, morning", "Mon 17 Aug, 10:00–12:00". */
export function rangeWords(speaker: TimeSpeaker, range: ShownRange, width: Width = "short"): string {
  const { t } = speaker;
  const { from, fromPart, to, toPart } = range;
  const hours = hoursOfRange(range);
  if (hours) return t("hours", { day: dayWords(speaker, from, width), hours: hoursText(hours) });
  if (from === to)
    return fromPart === toPart ? edgeWords(speaker, from, fromPart, width) : dayWords(speaker, from, width);
  return t("span", {
    from:
      fromPart === "am" ? dayWords(speaker, from, width, to) : edgeWords(speaker, from, fromPart, width, to),
    to: toPart === "pm" ? dayWords(speaker, to, width) : edgeWords(speaker, to, toPart, width),
  });
}

function hoursOfRange({ window, startMinute, endMinute }: ShownRange): Hours | null {
  if (window) return window;
  return startMinute == null || endMinute == null ? null : { startMinute, endMinute };
}
