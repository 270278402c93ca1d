import "server-only";
import { createFormatter, createTranslator } from "use-intl/core";
import type { SystemCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { StoredTexts } from "@/lib/hiring/ads/schema";
import { findForMail } from "@/lib/hiring/applications/queries";
import { findInterviewForMail } from "@/lib/hiring/interviews/queries";
import { candidateInvitation } from "@/lib/hiring/interviews/queries-invitation";
import { formats } from "@/lib/i18n/formats";
import { isLocale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { CandidateMailKind, ComposedMail, ToCandidate } from "@/lib/mail/schema";

const WORDS = {
  application_received: "received",
  application_again: "again",
  application_moved: "moved",
  application_no: "no",
  interview_offered: "offered",
  interview_booked: "booked",
  interview_cancelled: "cancelled",
  interview_reminder: "reminder",
  offer_sent: "offer",
  offer_withdrawn: "offerWithdrawn",
} as const satisfies Record<CandidateMailKind, string>;

/** Which interview a kind is about; the others are about none. */
const INTERVIEWS: Partial<Record<CandidateMailKind, "offered" | "booked" | "cancelled">> = {
  interview_offered: "offered",
  interview_booked: "booked",
  interview_cancelled: "cancelled",
  interview_reminder: "booked",
};

/** Gives a mail to somebody who applied its words, in their language, with their private link; nobody is written to who was erased. */
export async function composeCandidateMail(
  ctx: SystemCtx,
  { applicationId, kind, secret }: ToCandidate,
): Promise<ComposedMail | null> {
  const row = await findForMail(ctx, applicationId);
  if (!row?.candidate.name || !row.candidate.email || secret === null) return null;
  const { name, email } = row.candidate;
  const locale = isLocale(row.candidate.locale) ? row.candidate.locale : "en";
  const t = createTranslator({
    locale: localeTag(locale),
    messages: messages[locale],
    formats,
    namespace: "careers.mail",
  });
  const texts = StoredTexts.parse(row.adVersion.texts);
  const said = {
    job: texts[locale].title || texts.en.title || texts.sv.title,
    employer: row.adVersion.jobAd.employer,
  };
  const part = WORDS[kind];
  const about = INTERVIEWS[kind];
  const interview = about ? await findInterviewForMail(ctx, applicationId, about) : null;
  if (about && !interview) return null;
  const { timeZone } = row.requisition.pool;
  const when = interview?.startsAt
    ? createFormatter({ locale: localeTag(locale), formats, timeZone }).dateTime(interview.startsAt, "moment")
    : "";
  const values = { ...said, when, place: interview?.place ?? "", minutes: interview?.minutes ?? 0 };
  const invitation = interview && candidateInvitation(interview, t("calendar", said));
  const path = kind === "interview_offered" ? "/time" : kind === "offer_sent" ? "/offer" : "";
  return {
    to: { name, address: email },
    content: {
      locale,
      subject: t(`${part}.subject`, values),
      greeting: t("greeting", { name }),
      lines: [{ text: t(`${part}.lead`, values) }, { text: t("link") }],
      action: {
        label: t(path === "" ? "action" : path === "/time" ? "chooseTime" : "readOffer"),
        href: `${env().NEXTAUTH_URL}/careers/status/${secret}${path}?lang=${locale}`,
      },
      reason: t("reason", said),
    },
    ...(invitation && { calendar: invitation }),
  };
}
