import { getLocale, getTranslations } from "next-intl/server";
import { asAnyone } from "@/lib/auth/guards";
import { findInterviewByLink } from "@/lib/hiring/interviews/queries";
import { candidateInvitation } from "@/lib/hiring/interviews/queries-invitation";
import { isLocale, localeTag } from "@/lib/i18n/locales";
import { fileResponse } from "@/lib/server/file-response";

export const dynamic = "force-dynamic";

/** The interview for a candidate's calendar, by their private link. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/careers/status/[token]/interview">,
): Promise<Response> {
  const interview = await findInterviewByLink(asAnyone(), (await params).token);
  if (!interview) return new Response(null, { status: 404 });
  const { locale } = interview.application.candidate;
  const t = await getTranslations({
    locale: isLocale(locale) ? localeTag(locale) : await getLocale(),
    namespace: "careers.mail",
  });
  const { requisition, adVersion } = interview.application;
  const summary = t("calendar", { job: requisition.title, employer: adVersion.jobAd.employer });
  const invitation = candidateInvitation(interview, summary);
  if (!invitation) return new Response(null, { status: 404 });
  const type = `text/calendar; charset=utf-8; method=${invitation.method}`;
  return fileResponse({ name: "invite.ics", type, bytes: new TextEncoder().encode(invitation.text) });
}
