import "server-only";
import { createFormatter, createTranslator } from "use-intl/core";
import type { SystemCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { formats } from "@/lib/i18n/formats";
import { isLocale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { Formatter, Translator } from "@/lib/i18n/translator";
import type { ComposedMail, MailContent, ToMeetingPerson } from "@/lib/mail/schema";
import { type MeetingMail, readMeetingMail } from "@/lib/meetings/invitation/queries";
import { voteToken } from "@/lib/meetings/poll/queries";
import { meetingEnd } from "@/lib/meetings/rules";

type About = { t: Translator<"meetings.mail">; said: MeetingMail; when: (startsAt: Date) => string };
type Said = Pick<MailContent, "subject" | "lines" | "action">;

/** Gives a mail about a meeting its words, in its reader's language: what holds when it goes out, to one reader, and nothing of what others answered. */
export async function composeMeetingMail(
  ctx: SystemCtx,
  { meetingPersonId, kind }: ToMeetingPerson,
): Promise<ComposedMail | null> {
  const said = await readMeetingMail(ctx, meetingPersonId);
  if (!said) return null;
  const { person, arranger, executiveName, invitation } = said;
  const locale = isLocale(person.locale) ? person.locale : "en";
  const given = { locale: localeTag(locale), messages: messages[locale], formats };
  const t = createTranslator({ ...given, namespace: "meetings.mail" });
  const about = { t, said, when: timeWords(createFormatter(given), said) };
  const content =
    kind === "meeting_invitation" ? sayInvitation(about) : sayPoll(about, meetingPersonId, kind);
  if (!content) return null;
  return {
    to: { name: person.name, address: person.email },
    sender: { name: arranger.name, replyTo: arranger.email },
    content: {
      locale,
      greeting: t("greeting", { name: person.name }),
      reason: t("reason", { arranger: arranger.name, executive: executiveName }),
      ...content,
    },
    ...(kind === "meeting_invitation" && invitation && { calendar: invitation }),
  };
}

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DAY = { weekday: "long", day: "numeric", month: "long" } as const;

/** A time of the meeting on the clock it is planned on, with the place that clock is named after. */
function timeWords(format: Formatter, { minutes, timeZone }: MeetingMail): (startsAt: Date) => string {
  const clock = (at: Date) => format.dateTime(at, { ...CLOCK, timeZone });
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  return (from) => {
    const hours = `${clock(from)}–${clock(meetingEnd(from, minutes))}`;
    return `${format.dateTime(from, { ...DAY, timeZone })}, ${hours} (${city})`;
  };
}

function sayInvitation({ t, said, when }: About): Said | null {
  const { person, status, startsAt, title, place, executiveName: executive, invitation } = said;
  if (!startsAt || !invitation) return null;
  const is = invitation.method === "REQUEST" ? (person.isFirst ? "first" : "changed") : "over";
  const lead = is === "over" ? (status === "cancelled" ? "cancelled" : "takenOff") : is;
  return {
    subject: t("subject", { is, title }),
    lines: [
      { text: t("lead", { lead, executive }) },
      { text: when(startsAt) },
      ...(place && is !== "over" ? [{ text: t("place", { place }) }] : []),
      { text: t("calendar", { is }) },
    ],
  };
}

function sayPoll(
  { t, said, when }: About,
  personId: string,
  kind: "meeting_times" | "meeting_off",
): Said | null {
  const { person, status, title, place, executiveName: executive, options } = said;
  if (kind === "meeting_off")
    return { subject: t("off.subject", { title }), lines: [{ text: t("off.lead", { executive, title }) }] };
  if (status !== "polling" || person.isTakenOff) return null;
  return {
    subject: t("times.subject", { title }),
    lines: [
      { text: t("times.lead", { executive, title }) },
      ...options.map((startsAt) => ({ text: when(startsAt) })),
      ...(place ? [{ text: t("place", { place }) }] : []),
      { text: t("times.how") },
    ],
    action: { label: t("times.action"), href: `${env().NEXTAUTH_URL}/m/${voteToken(personId)}` },
  };
}
