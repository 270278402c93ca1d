import type { WeekdayHours } from "@/lib/time/half-day";
import { clockText } from "@/lib/time/hours";

const USUAL = { starts: "08:00", ends: "17:00" };

/** What the week editor's fields start with; a day off keeps usual hours at hand. */
export function weekValues(name: string, hours: readonly WeekdayHours[]): Record<string, string> {
  const rows = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const day = hours.find((h) => h.weekday === weekday);
    return [
      [`${name}.${weekday}.works`, day ? "on" : "off"],
      [`${name}.${weekday}.starts`, day ? clockText(day.startsAtMinute) : USUAL.starts],
      [`${name}.${weekday}.ends`, day ? clockText(day.endsAtMinute) : USUAL.ends],
      ...(day?.place === "remote" ? [[`${name}.${weekday}.remote`, "on"]] : []),
    ];
  });
  return Object.fromEntries(rows);
}

/** What rows of fields start with: `skills.0.dutyId` and so on; null is an empty field. */
export function rowValues(
  name: string,
  rows: readonly Record<string, string | number | null>[],
): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([field, value]) => [`${name}.${index}.${field}`, String(value ?? "")]),
    ),
  );
}
