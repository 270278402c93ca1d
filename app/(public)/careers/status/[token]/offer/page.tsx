import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { asAnyone } from "@/lib/auth/guards";
import { StoredTexts } from "@/lib/hiring/ads/schema";
import { findByLink } from "@/lib/hiring/applications/queries";
import { findJobOfferByLink, jobOfferView } from "@/lib/hiring/offers/queries";
import { localeOf } from "@/lib/i18n/locales";
import { parseSearchParams } from "@/lib/server/page";
import { type Day, dayToDate } from "@/lib/time/day";
import { CareersFrame } from "../../../_components/careers-frame";
import { answerOffer } from "../actions";

const Asked = z.object({ why: z.enum(["name", "over", "busy"]).optional() });

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("careers.offer"))("title"),
    robots: { index: false, follow: false },
    // Its address stays within Standby; without any referrer a form sent before script would name no origin, and be refused.
    referrer: "same-origin",
  };
}

export default async function OfferPage({
  params,
  searchParams,
}: PageProps<"/careers/status/[token]/offer">) {
  const { token } = await params;
  const t = await getTranslations("careers.offer");
  const facts = await getTranslations("careers.facts");
  const format = await getFormatter();
  const locale = localeOf(await getLocale());
  const { why } = (await parseSearchParams(Asked, searchParams)).filter;
  const ctx = asAnyone();
  const [application, row] = await Promise.all([findByLink(ctx, token), findJobOfferByLink(ctx, token)]);
  const path = `/careers/status/${encodeURIComponent(token)}/offer`;
  if (!application || !row)
    return (
      <CareersFrame employer={t("title")} path={path}>
        <h1 className="text-2xl font-semibold">{t("none")}</h1>
      </CareersFrame>
    );
  const offer = jobOfferView(ctx, row);
  const texts = StoredTexts.parse(application.adVersion.texts);
  const job = texts[locale].title || texts.en.title || texts.sv.title;
  const day = (on: string) => format.dateTime(dayToDate(on as Day), { ...DAY, timeZone: "UTC" });
  const amount = format.number(offer.pay, {
    style: "currency",
    currency: offer.currency,
    maximumFractionDigits: 0,
  });
  const terms = [
    [t("start"), day(offer.startsOn)],
    [t("hours"), offer.ftePercent === 100 ? t("fullTime") : t("part", { percent: offer.ftePercent })],
    [t("place"), offer.place],
    [t("trial"), t("months", { count: offer.trialMonths })],
    [t("pay"), facts("pay", { unit: offer.payUnit, amount })],
    [t("until"), day(offer.validUntil)],
  ];
  return (
    <CareersFrame employer={application.adVersion.jobAd.employer} path={path}>
      <div className="grid gap-2">
        <p className="font-medium text-accent">{job}</p>
        <h1 className="text-3xl font-semibold tracking-tight text-pretty">{t("title")}</h1>
        <p className="text-[1.0625rem] text-ink-2">{t("lead", { job })}</p>
      </div>
      {why && (
        <p id="why" role="alert" className="rounded-lg border border-line-2 bg-sunken px-4 py-3 font-medium">
          {t(`why.${why}`)}
        </p>
      )}
      <dl className="border-t border-line">
        {terms.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4 border-b border-line py-3 text-[1.0625rem]">
            <dt className="text-ink-2">{label}</dt>
            <dd className="tnum text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {offer.words && <p className="whitespace-pre-line text-[1.0625rem] text-pretty">{offer.words}</p>}
      {offer.isAnswerable ? (
        <>
          <form action={answerOffer.bind(null, token, locale, "accept")} className="grid gap-3">
            <h2 className="text-xl font-semibold">{t("accept")}</h2>
            <label className="grid gap-1 text-base font-medium">
              {t("name")}
              <input
                name="name"
                autoComplete="name"
                maxLength={120}
                required
                aria-describedby="accept-hint"
                className="h-13 rounded-lg border border-line-2 bg-surface px-4 text-[1.0625rem] font-normal"
              />
            </label>
            <p id="accept-hint" className="text-base text-ink-2">
              {t("acceptHint")}
            </p>
            <button
              type="submit"
              className="h-13 rounded-lg bg-accent px-5 text-[1.0625rem] font-semibold text-surface"
            >
              {t("acceptNow")}
            </button>
          </form>
          <details className="border-y border-line">
            <summary className="min-h-12 cursor-default py-3 text-[1.0625rem]">{t("decline")}</summary>
            <form
              action={answerOffer.bind(null, token, locale, "decline")}
              className="grid justify-items-start gap-3 pb-4"
            >
              <p className="text-base text-ink-2">{t("declineHint")}</p>
              <button
                type="submit"
                className="h-11 rounded-lg border border-line-2 px-4 font-medium hover:bg-sunken"
              >
                {t("declineNow")}
              </button>
            </form>
          </details>
        </>
      ) : (
        <p className="text-[1.0625rem] font-medium">{t(`state.${offer.status}`)}</p>
      )}
    </CareersFrame>
  );
}

const DAY = { day: "numeric", month: "long", year: "numeric" } as const;
