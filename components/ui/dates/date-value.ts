import { CalendarDate } from "@internationalized/date";

/** The day a text names; null for none. */
export function dateOf(text: string | undefined): CalendarDate | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? parsed(text) : null;
}

/** The text of a day; empty until its year has four figures. */
export function textOfDate(date: { year: number; toString(): string } | null): string {
  return date && date.year >= 1000 ? date.toString() : "";
}

function parsed(text: string): CalendarDate | null {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const date = new CalendarDate(year, month, day);
  return date.toString() === text ? date : null;
}
