import "server-only";
import { createTranslator } from "use-intl/core";
import type { SystemCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { StoredTexts } from "@/lib/hiring/ads/schema";
import { findForMail } from "@/lib/hiring/applications/queries";
import { formats } from "@/lib/i18n/formats";
import { isLocale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { CandidateMailKind, ComposedMail, ToCandidate } from "@/lib/mail/schema";

const WORDS = {
  application_received: "received",
  application_again: "again",
  application_moved: "moved",
  application_no: "no",
} as const satisfies Record<CandidateMailKind, string>;

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
  return {
    to: { name, address: email },
    content: {
      locale,
      subject: t(`${part}.subject`, said),
      greeting: t("greeting", { name }),
      lines: [{ text: t(`${part}.lead`, said) }, { text: t("link") }],
      action: { label: t("action"), href: `${env().NEXTAUTH_URL}/careers/status/${secret}?lang=${locale}` },
      reason: t("reason", said),
    },
  };
}
