import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { asAnyone } from "@/lib/auth/guards";
import { isBusy } from "@/lib/errors";
import { apply, countApplicationTry } from "@/lib/hiring/applications/service-apply";
import { isLocale, localeTag } from "@/lib/i18n/locales";
import { logFailure } from "@/lib/log";
import { CLIENT_ADDRESS_HEADER } from "@/lib/server/client-address";
import { seePage } from "@/lib/server/file-response";
import { requestIdOf } from "@/lib/server/request-id";

export const dynamic = "force-dynamic";

const MOST_ANSWERS = 8;
const LONGEST = 5_000;

/** Takes an application as one form with its file, from anybody and before any script; what was typed is there again where something is missing. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/careers/[slug]/apply/send">,
): Promise<Response> {
  const { slug } = await params;
  const ctx = asAnyone();
  const form = await request.formData().catch(() => null);
  if (!form) return seePage(`/careers/${encodeURIComponent(slug)}/apply`);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, LONGEST) : "";
  };
  const language = text("lang");
  const locale = isLocale(language) ? language : "en";
  const home = `/careers/${encodeURIComponent(slug)}`;
  const t = await getTranslations({ locale: localeTag(locale), namespace: "careers.apply" });
  const file = form.get("resume");
  const draft = z.uuid().safeParse(text("draft"));
  try {
    const address = request.headers.get(CLIENT_ADDRESS_HEADER);
    const answer = await apply(ctx, {
      ...{
        slug,
        locale,
        via: text("via").slice(0, 40),
        trap: text("website"),
        startedAt: Number(text("started")) || 0,
      },
      fields: {
        ...{ name: text("name"), email: text("email"), phone: text("phone"), letter: text("letter") },
        answers: Array.from({ length: MOST_ANSWERS }, (_, i) => text(`answers.${i}`)),
        consent: text("consent") === "on",
      },
      file: file instanceof File && (file.size > 0 || file.name !== "") ? file : null,
      draftId: draft.success ? draft.data : null,
      consentWords: (of) => `${t("consent", of)} ${t("consentHint", of)}`,
      mayTry: await countApplicationTry(ctx, address),
    });
    if (answer.kind === "closed") return seePage(`${home}?lang=${locale}`);
    if (answer.kind === "faulty")
      return seePage(`${home}/apply?lang=${locale}&draft=${answer.draftId}#faults`);
    return seePage(`${home}/apply/done?lang=${locale}`);
  } catch (error) {
    logFailure(error, { reference: requestIdOf(request), where: "application" });
    return new Response(t("failed"), {
      status: isBusy(error) ? 503 : 500,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
