import { readFileSync } from "node:fs";

/** A calendar file kept beside this one, by its name. */
export function readCalendar(name: string): string {
  return readFileSync(`tests/support/calendars/${name}.ics`, "utf8");
}
