import { type IcsCalendar, writeIcs } from "@/lib/ics/write";
import { dayIn, minuteIn } from "@/lib/time/zone";
import { meetingEnd } from "../rules";
import type { MeetingReply } from "../rules-choices";

type Contact = { name: string; email: string };

/** What an invitation says: a settled meeting, or one that was settled and is called off. */
export type Invitation = {
  uid: string;
  sequence: number;
  changedAt: Date;
  title: string;
  place: string;
  startsAt: Date;
  minutes: number;
  timeZone: string;
  isCancelled: boolean;
  /** True where it goes to somebody who is taken off a meeting that stands. */
  isTakenOff?: boolean;
  organizer: Contact;
  people: readonly (Contact & { isRequired: boolean; reply: MeetingReply | null })[];
};

export type InvitationMethod = "REQUEST" | "CANCEL";

/** How calendars take an invitation (RFC 5546): as asked, or as called off for who gets it. */
export function methodOf({
  isCancelled,
  isTakenOff = false,
}: Pick<Invitation, "isCancelled" | "isTakenOff">): InvitationMethod {
  return isCancelled || isTakenOff ? "CANCEL" : "REQUEST";
}

/** An invitation as a calendar file, with the times on the clock it was planned on. */
export function invitationIcs(invitation: Invitation): string {
  const { startsAt, minutes, timeZone, title, place, isCancelled, isTakenOff, people, ...facts } = invitation;
  const endsAt = meetingEnd(startsAt, minutes);
  const { uid, sequence, changedAt, organizer } = facts;
  const entry: IcsCalendar["entries"][number] = {
    ...{ uid, sequence, changedAt, organizer, summary: title },
    ...(place && { location: place }),
    when: {
      kind: "times",
      from: dayIn(timeZone, startsAt),
      fromMinute: minuteIn(timeZone, startsAt),
      to: dayIn(timeZone, endsAt),
      toMinute: minuteIn(timeZone, endsAt),
      zone: timeZone,
    },
    ...(!isTakenOff && { status: isCancelled ? "cancelled" : "confirmed" }),
    busy: "busy",
    attendees: people.map(({ reply: answer, ...one }) => ({ ...one, answer })),
  };
  return writeIcs({ method: methodOf(invitation), entries: [entry] });
}
