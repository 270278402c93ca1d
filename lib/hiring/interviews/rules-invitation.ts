import { type IcsCalendar, writeIcs } from "@/lib/ics/write";
import { dayIn, minuteIn } from "@/lib/time/zone";
import { interviewEnd } from "./rules";

type Contact = { name: string; email: string };

/** What the calendar of a candidate or of a panel member is told of an interview. */
export type InterviewInvitation = {
  uid: string;
  sequence: number;
  changedAt: Date;
  summary: string;
  place: string;
  startsAt: Date;
  minutes: number;
  timeZone: string;
  isCancelled: boolean;
  organizer: Contact;
  attendee: Contact;
};

/** An interview as a calendar file for one person alone: nobody else's address stands in it. */
export function interviewIcs(invitation: InterviewInvitation): {
  text: string;
  method: "REQUEST" | "CANCEL";
} {
  const { uid, sequence, changedAt, summary, place, startsAt, minutes, timeZone, isCancelled } = invitation;
  const endsAt = interviewEnd(startsAt, minutes);
  const method = isCancelled ? "CANCEL" : "REQUEST";
  const entry: IcsCalendar["entries"][number] = {
    ...{ uid, sequence, changedAt, summary },
    ...(place && { location: place }),
    when: {
      kind: "times",
      from: dayIn(timeZone, startsAt),
      fromMinute: minuteIn(timeZone, startsAt),
      to: dayIn(timeZone, endsAt),
      toMinute: minuteIn(timeZone, endsAt),
      zone: timeZone,
    },
    status: isCancelled ? "cancelled" : "confirmed",
    busy: "busy",
    organizer: invitation.organizer,
    attendees: [{ ...invitation.attendee, isRequired: true }],
  };
  return { text: writeIcs({ method, entries: [entry] }), method };
}
