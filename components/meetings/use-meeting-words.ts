import { useFormatter } from "next-intl";
import { meetingEnd } from "@/lib/meetings/rules";

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** The place a zone is named after: "Europe/Stockholm" is Stockholm. */
export function cityOf(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}

/** When a meeting is, on the clock of a zone: its day, and from when to when. */
export function useMeetingWords(minutes: number) {
  const format = useFormatter();
  return (startsAt: string, timeZone: string): { day: string; hours: string } => {
    const from = new Date(startsAt);
    const clock = (at: Date) => format.dateTime(at, { ...CLOCK, timeZone });
    const day = format.dateTime(from, { weekday: "short", day: "numeric", month: "short", timeZone });
    return {
      day: day.replace(/^(\p{L}+), /u, "$1 "),
      hours: `${clock(from)}–${clock(meetingEnd(from, minutes))}`,
    };
  };
}
