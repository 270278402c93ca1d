import "server-only";
import { createFormatter, createTranslator } from "use-intl/core";
import { linkAddress } from "@/lib/accounts/rules";
import { readLink } from "@/lib/accounts/service-links";
import type { Person } from "@/lib/actor";
import { areasOf } from "@/lib/auth/areas";
import { getPerson } from "@/lib/auth/person";
import { readNotice } from "@/lib/catalogues/notices";
import type { Ctx, SystemCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { findOwnInvitation } from "@/lib/hiring/interviews/queries-invitation";
import { formats } from "@/lib/i18n/formats";
import { localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { Formatter, Translator } from "@/lib/i18n/translator";
import type { ComposedMail, MailContent, MailKind, MailLine, QueuedMail, ToAccount } from "@/lib/mail/schema";
import { listNoticesOfMail } from "@/lib/notices/queries";
import { listRecipients } from "@/lib/notices/queries-recipients";
import { dutiesOfNotices, type NoticeSpeaker, noticeWords } from "@/lib/notices/rules-words";
import { unsubscribeToken } from "@/lib/notices/service-unsubscribe";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { countRecoveryCodes } from "@/lib/second-factor";
import { sayAddressLink } from "./mail-address";
import { linesOfBrief } from "./mail-brief";
import { composeCandidateMail } from "./mail-candidates";
import { composeLetterMail } from "./mail-letters";
import { composeMeetingMail } from "./mail-meetings";
import { answerAddress, answerAddressFor, mayStillKnow } from "./mail-notices";
import { sayTrainingEntry } from "./mail-training";

/** After this many lines a mail says how many more there are. */
const MOST_LINES = 40;

type Words = { t: Translator<"mail">; format: Formatter; notice: NoticeSpeaker };
type MailCtx = Words & { ctx: SystemCtx; mail: QueuedMail & ToAccount; person: Person };
type Said = Omit<MailContent, "locale" | "greeting"> &
  Pick<ComposedMail, "thread" | "unsubscribe" | "calendar" | "replyTo"> & {
    /** Another address than the one the person signs in with. */
    to?: string;
  };

/** How each kind of mail says what it has to say, when it goes out; null when that no longer holds. */
const COMPOSERS: Record<MailKind, (about: MailCtx) => Promise<Said | null>> = {
  notices: sayNotices,
  invitation: (about) => sayPasswordLink(about, "invitation"),
  password_reset: (about) => sayPasswordLink(about, "passwordReset"),
  address_confirm: ({ ctx, mail, t }) => sayAddressLink(ctx, mail, t),
  address_changed: ({ ctx, mail, t }) => sayAddressLink(ctx, mail, t),
  password_changed: (about) => saySecurity(about, "passwordChanged"),
  factor_set_up: (about) => saySecurity(about, "factorSetUp"),
  factor_turned_off: (about) => saySecurity(about, "factorTurnedOff"),
  factor_reset: (about) => saySecurity(about, "factorReset"),
  codes_guessed: (about) => saySecurity(about, "codesGuessed"),
  recovery_code_used: sayRecoveryCodeUsed,
  test: sayTest,
  training_entry: ({ ctx, mail, t, notice }) => sayTrainingEntry(ctx, mail, { t, time: notice.time }),
};

/** Gives a mail its words, in its person's language; nobody is written to who has left or whose account is shut. */
export async function composeMail(ctx: SystemCtx, mail: QueuedMail): Promise<ComposedMail | null> {
  if (mail.applicationId !== null) return composeCandidateMail(ctx, mail);
  if (mail.meetingPersonId !== null) return composeMeetingMail(ctx, mail);
  if (mail.letterId !== null) return composeLetterMail(ctx, mail);
  const person = await getPerson(ctx.db, mail.userId, ctx.now);
  if (!person) return null;
  const [recipient] = await listRecipients(ctx, [person.userId]);
  const words = wordsFor(person, recipient?.times.zone, ctx.now);
  const said = await COMPOSERS[mail.kind]({ ctx, mail, person, ...words });
  if (!said) return null;
  const { to, thread, unsubscribe, calendar, replyTo, ...content } = said;
  const { t } = words;
  const greeting = t("greeting", { name: person.name });
  return {
    to: { name: person.name, address: to ?? person.email },
    content: { locale: person.locale, greeting, ...content },
    ...(thread && { thread }),
    ...(replyTo && { replyTo }),
    ...(unsubscribe && { unsubscribe }),
    ...(calendar && { calendar }),
  };
}

function wordsFor({ locale: language }: Person, timeZone: string | undefined, now: Date): Words {
  const given = { locale: localeTag(language), messages: messages[language], formats, timeZone, now };
  const format = createFormatter(given);
  return {
    format,
    t: createTranslator({ ...given, namespace: "mail" }),
    notice: {
      format,
      t: createTranslator({ ...given, namespace: "notices" }),
      time: { format, now, t: createTranslator({ ...given, namespace: "common.time" }) },
    },
  };
}

/** What a mail is to tell, without what its person may no longer know of. */
async function listKnownNotices(reader: Ctx<Person>, mailId: string) {
  const known: Awaited<ReturnType<typeof listNoticesOfMail>> = [];
  for (const notice of await listNoticesOfMail(reader, mailId))
    if (await mayStillKnow(reader, notice)) known.push(notice);
  return known;
}

async function sayNotices({ ctx, mail, person, t, notice: speaker }: MailCtx): Promise<Said | null> {
  const areas = areasOf(person);
  const reader = { ...ctx, actor: person };
  const known = await listKnownNotices(reader, mail.id);
  const notices = known.flatMap((written) => {
    const content = readNotice(written);
    const href = areas.flatMap((area) => content.links[area] ?? [])[0];
    // Whoever is no longer what they were told it as may no longer open it.
    return href === undefined ? [] : [{ ...content, written, href }];
  });
  const [first] = notices;
  if (!first) return null;
  const dutyNames = await namesOfDuties(reader, dutiesOfNotices(notices));
  const publicUrl = env().NEXTAUTH_URL;
  const lines: MailLine[] = [];
  const speech = { locale: localeTag(person.locale), time: speaker.time, open: t("notices.open") };
  for (const notice of notices.slice(0, MOST_LINES)) {
    const answer = await answerAddress(reader, notice.written, publicUrl);
    lines.push({
      text: noticeWords(speaker, notice, dutyNames),
      link: { label: t("notices.open"), href: `${publicUrl}${notice.href}` },
      ...(answer && { answer: { label: t("notices.answer"), href: answer } }),
    });
    lines.push(...(await linesOfBrief(reader, notice.written, { ...speech, publicUrl })));
  }
  const more = notices.length - MOST_LINES;
  const replyTo =
    notices.length === 1 && first.recordId ? answerAddressFor(first.written.kind, first.recordId) : null;
  return {
    subject:
      notices.length === 1
        ? t(`notices.subject.${first.icon}`)
        : t("notices.subjectMany", { count: notices.length }),
    lines: more > 0 ? [...lines, { text: t("notices.more", { count: more }) }] : lines,
    reason: t(replyTo ? "notices.reasonAnswered" : "notices.reason"),
    ...(replyTo && { replyTo }),
    settings: {
      label: t("notices.settings"),
      href: `${publicUrl}/${areas[0]}/notices/settings`,
    },
    ...(notices.length === 1 && first.recordId && { thread: first.recordId }),
    ...(await invitationIn(reader, notices)),
    unsubscribe: `${publicUrl}/api/mail/unsubscribe/${unsubscribeToken(mail.id)}`,
  };
}

/** A mail about one interview carries it for its reader's calendar. */
async function invitationIn(
  reader: Ctx<Person>,
  notices: readonly { recordId?: string; icon: string }[],
): Promise<Pick<ComposedMail, "calendar">> {
  const [first, ...others] = notices;
  if (first?.icon !== "interview" || !first.recordId || others.length > 0) return {};
  const invitation = await findOwnInvitation(reader, first.recordId);
  return invitation ? { calendar: invitation } : {};
}

async function sayPasswordLink(
  { ctx, mail: { secret }, person, t, format }: MailCtx,
  kind: "invitation" | "passwordReset",
): Promise<Said | null> {
  const link = secret === null ? null : await readLink(ctx, "password", secret);
  if (!secret || !link?.ok) return null;
  const until = format.dateTime(link.value.expiresAt, "moment");
  return {
    subject: t(`${kind}.subject`),
    lines: [{ text: t(`${kind}.lead`, { email: person.email }) }, { text: t(`${kind}.until`, { until }) }],
    action: {
      label: t(`${kind}.action`),
      href: linkAddress(env().NEXTAUTH_URL, "password", secret),
    },
    reason: t(`${kind}.reason`),
  };
}

async function saySecurity(
  { mail: { queuedAt }, t, format }: MailCtx,
  kind: "passwordChanged" | "factorSetUp" | "factorTurnedOff" | "factorReset" | "codesGuessed",
): Promise<Said> {
  return {
    subject: t(`${kind}.subject`),
    lines: [{ text: t(`${kind}.lead`, { when: format.dateTime(queuedAt, "moment") }) }],
    reason: t(`${kind}.reason`),
  };
}

async function sayTest({ mail: { queuedAt }, t, format }: MailCtx): Promise<Said> {
  return {
    subject: t("test.subject"),
    lines: [{ text: t("test.lead", { when: format.dateTime(queuedAt, "moment") }) }],
    reason: t("test.reason"),
  };
}

async function sayRecoveryCodeUsed({ ctx, mail, t, format }: MailCtx): Promise<Said> {
  const when = format.dateTime(mail.queuedAt, "moment");
  const count = await countRecoveryCodes(ctx, mail.userId);
  return {
    subject: t("recoveryCodeUsed.subject"),
    lines: [{ text: t("recoveryCodeUsed.lead", { when, count }) }],
    reason: t("recoveryCodeUsed.reason"),
  };
}
