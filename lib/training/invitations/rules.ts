import { type IcsCalendar, writeIcs } from "@/lib/ics/write";
import type { SessionDate } from "@/lib/training/sessions/rules";

/** A date as it stands in somebody's calendar. */
export type KeptDate = SessionDate & { isCancelled: boolean };

/** What becomes of an entry: kept as it was, or written with the next sequence. */
export type EntryChange<D extends SessionDate> = { position: number; date: D; isCancelled: boolean };

/**
 * What of the dates of a seat has to be told to a calendar that knows some entries: those that are new or differ, and those past
 * the last date as cancelled. A change of what is beside the hours, such as the location, tells all anew.
 */
export function entryChanges(
  known: ReadonlyMap<number, KeptDate>,
  dates: readonly SessionDate[],
  isAnew = false,
): EntryChange<SessionDate>[] {
  const told = dates.flatMap((date, i) => {
    const position = i + 1;
    const entry = known.get(position);
    const isSame = entry && !entry.isCancelled && hoursOf(entry) === hoursOf(date);
    return isSame && !isAnew ? [] : [{ position, date, isCancelled: false }];
  });
  const ended = [...known].flatMap(([position, { isCancelled, ...date }]) =>
    position > dates.length && !isCancelled ? [{ position, date, isCancelled: true }] : [],
  );
  return [...told, ...ended];
}

function hoursOf({ on, startMinute, endMinute }: SessionDate): string {
  return [on, startMinute, endMinute].join(" ");
}

type Contact = { name: string; email: string };

/** A date of a seat with all that its person's calendar is told. */
export type EntryToWrite = KeptDate & {
  id: string;
  sequence: number;
  changedAt: Date;
  course: string;
  location: string;
  timeZone: string;
  organizer: Contact;
  participant: Contact;
};

/** How calendars take an entry (RFC 5546): as asked to come, or as called off. */
export function entryMethod({ isCancelled }: Pick<KeptDate, "isCancelled">): "REQUEST" | "CANCEL" {
  return isCancelled ? "CANCEL" : "REQUEST";
}

/** An entry as a calendar file of its own: several events in one invitation are lost in common programs. */
export function entryIcs({ id, isCancelled, course, location, timeZone, ...entry }: EntryToWrite): string {
  const { on, startMinute, endMinute, sequence, changedAt, organizer, participant } = entry;
  const written: IcsCalendar["entries"][number] = {
    ...{ uid: `training-${id}@standby`, sequence, changedAt, organizer, summary: course },
    ...(location && { location }),
    when: { kind: "times", from: on, fromMinute: startMinute, to: on, toMinute: endMinute, zone: timeZone },
    status: isCancelled ? "cancelled" : "confirmed",
    busy: "out_of_office",
    attendees: [{ ...participant, isRequired: true }],
  };
  return writeIcs({ method: entryMethod({ isCancelled }), entries: [written] });
}
