import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Notice } from "@/components/ui/layout/notice";
import { Page } from "@/components/ui/layout/page";
import { languageName } from "@/lib/assistants/rules-names";
import { requireManager } from "@/lib/auth/guards";
import { getAd } from "@/lib/hiring/ads/queries";
import { languagesOf, seemsPrivate } from "@/lib/hiring/ads/rules";
import { requireRequisition } from "@/lib/hiring/requisitions/queries";
import type { RequisitionView } from "@/lib/hiring/requisitions/schema";
import { type Locale, localeTag, namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { idOf, orNotFound } from "@/lib/server/page";
import { addDays } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { RequisitionHeader } from "../_components/requisition-header";
import { AdForm } from "./_components/ad-form";
import { PublishAd } from "./_components/publish-ad";
import { adValues, firstValues } from "./ad-values";

const OPEN_DAYS = 21;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.view"))("ad") };
}

export default async function AdPage({ params }: PageProps<"/manager/hiring/[id]/ad">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.ad");
  const id = idOf((await params).id);
  const requisition = await orNotFound(() => requireRequisition(ctx, id));
  const [ad, duties] = await Promise.all([getAd(ctx, id), listDuties(ctx)]);
  const isShown = ad?.state === "open" || ad?.state === "waiting";
  const asked = ad?.questions.map(({ en, sv }) => `${en} ${sv}`).filter(seemsPrivate) ?? [];
  const closesOn = addDays(dayIn(requisition.timeZone, ctx.now), OPEN_DAYS);
  const draft = async (locale: Locale) => draftIn(locale, requisition, namesIn(locale, duties));
  return (
    <Page width="full">
      <RequisitionHeader
        requisition={requisition}
        current="ad"
        actions={
          ad && (
            <>
              {ad.state === "open" && (
                <LinkButton href={`/careers/${ad.slug}`} icon={<ExternalLink aria-hidden />} variant="ghost">
                  {t("view")}
                </LinkButton>
              )}
              <PublishAd requisitionId={id} version={ad.version} isShown={isShown} />
            </>
          )
        }
      />
      <p className="text-sm text-ink-2">
        {ad ? t(`state.${ad.state}`) : t("draftHint")}{" "}
        {ad && t("complete", { count: languagesOf(ad).length })}
      </p>
      {asked.length > 0 && <Notice tone="gap">{t("private", { questions: asked.join(" · ") })}</Notice>}
      <AdForm
        requisitionId={id}
        values={
          ad
            ? adValues(ad)
            : firstValues(requisition.title, closesOn, { en: await draft("en"), sv: await draft("sv") })
        }
      />
    </Page>
  );
}

/** What the profile says already, as the words of an ad. */
async function draftIn(
  locale: Locale,
  { languages, duties }: RequisitionView,
  dutyNames: Record<string, string>,
) {
  const t = await getTranslations({ locale: localeTag(locale), namespace: "hiring.draft" });
  const lines = [
    ...languages.map(({ language, level }) =>
      t("language", { language: languageName(language, locale), level: level ?? "any" }),
    ),
    ...duties.slice(0, 5).map(({ dutyId }) => t("duty", { duty: dutyNames[dutyId] ?? dutyId })),
  ];
  return { bring: lines.map((line) => `- ${line}`).join("\n"), how: t("how"), offer: t("offer") };
}
