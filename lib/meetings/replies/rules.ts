import { linesOfEvents, propertyText } from "@/lib/ics/lines";
import { attendeePart } from "@/lib/ics/people";
import type { MeetingReply } from "../rules-choices";

/** What a calendar answers to an invitation (RFC 5546, 3.2.3): who, to which sequence, and when it says so. */
export type CalendarReply = {
  uid: string;
  sequence: number;
  email: string;
  reply: MeetingReply;
  saidAt: Date;
};

const PARTS: Readonly<Record<string, MeetingReply>> = {
  ACCEPTED: "accepted",
  TENTATIVE: "tentative",
  DECLINED: "declined",
};
const LARGEST_REPLY = 100_000;

/** Reads what a calendar program answers to an invitation; null for what is no such answer, names none or several who answer, or says nothing yet. */
export function readCalendarReply(text: string): CalendarReply | null {
  const [event, ...others] = (text.length <= LARGEST_REPLY && linesOfEvents(text)) || [];
  if (!event || others.length > 0 || event.isCutOff || event.head.method !== "REPLY") return null;
  const { lines } = event;
  const [who, ...more] = (lines.get("ATTENDEE") ?? []).flatMap((line) => attendeePart(line) ?? []);
  const uid = propertyText(lines, "UID");
  const saidAt = stampOf(propertyText(lines, "DTSTAMP"));
  const reply = who && Object.hasOwn(PARTS, who.part) ? PARTS[who.part] : undefined;
  if (!uid || !who || more.length > 0 || !reply || !saidAt) return null;
  const sequence = Number(propertyText(lines, "SEQUENCE") ?? 0);
  if (!Number.isSafeInteger(sequence) || sequence < 0) return null;
  return { uid, sequence, email: who.email, reply, saidAt };
}

/** An instant as calendars write it, in UTC: 20261201T080000Z. */
function stampOf(text: string | null): Date | null {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? "") ?? [];
  const at = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

type Known = { replySequence: number | null; repliedAt: Date | null };

/** True for an answer to the time that holds now which is not older than what the person answered last. */
export function isNewReply(
  { sequence, saidAt }: CalendarReply,
  { askedAt }: { askedAt: number },
  known: Known,
): boolean {
  if (sequence < askedAt) return false;
  if (known.replySequence === null || known.repliedAt === null) return true;
  if (sequence !== known.replySequence) return sequence > known.replySequence;
  return saidAt > known.repliedAt;
}
