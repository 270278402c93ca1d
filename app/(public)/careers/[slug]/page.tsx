import type { Metadata } from "next";
import { headers } from "next/headers";
import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { env } from "@/lib/env";
import { postingOf, scriptSafeJson } from "@/lib/hiring/ads/rules-posting";
import { localeTag } from "@/lib/i18n/locales";
import { dayWords } from "@/lib/i18n/time-words";
import { noteGone } from "@/lib/server/incoming";
import { addDays, day } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";
import { AdFacts } from "../_components/ad-facts";
import { AdSections } from "../_components/ad-text";
import { CareersFrame } from "../_components/careers-frame";
import { readAd } from "./read-ad";

export async function generateMetadata({ params }: PageProps<"/careers/[slug]">): Promise<Metadata> {
  const { ad, text, languages } = await readAd((await params).slug);
  const path = `/careers/${ad.slug}`;
  return {
    title: text.title,
    description: text.work.slice(0, 160),
    robots: ad.state === "open" ? { index: true, follow: true } : { index: false, follow: false },
    alternates: {
      canonical: path,
      languages: Object.fromEntries(languages.map((locale) => [locale, `${path}?lang=${locale}`])),
    },
  };
}

export default async function JobPage({ params }: PageProps<"/careers/[slug]">) {
  const { ad, locale, text } = await readAd((await params).slug);
  const t = await getTranslations({ locale: localeTag(locale), namespace: "careers" });
  const path = `/careers/${ad.slug}`;
  if (ad.state !== "open") {
    noteGone(await headers());
    return (
      <CareersFrame employer={ad.employer} path={path}>
        <h1 className="text-3xl font-semibold tracking-tight text-pretty">{text.title}</h1>
        <p className="text-[1.0625rem]">{t("closed")}</p>
        <a href={`/careers?lang=${locale}`} className="font-medium text-accent underline">
          {t("seeOthers")}
        </a>
      </CareersFrame>
    );
  }
  const posting = postingOf({
    ...{ id: ad.id, text, locale, employer: ad.employer, place: ad.place, country: ad.country },
    headings: {
      ...{ work: t("section.work"), who: t("section.who"), bring: t("section.bring") },
      ...{ offer: t("section.offer"), how: t("section.how") },
    },
    publishedAt: ad.publishedAt.toISOString(),
    closesAt: new Date(
      instantIn(ad.timeZone, addDays(day(ad.closesOn), 1), 0).getTime() - 1_000,
    ).toISOString(),
    isFullTime: ad.ftePercent === 100,
    pay:
      ad.payFrom === null
        ? null
        : { from: ad.payFrom, to: ad.payTo ?? ad.payFrom, currency: ad.currency, unit: ad.payUnit },
    url: `${env().NEXTAUTH_URL}${path}`,
  });
  return (
    <CareersFrame employer={ad.employer} path={path}>
      <div className="grid gap-1">
        <p className="font-medium text-accent">
          {t("openUntil", {
            day: dayWords({ format: await getFormatter(), now: await getNow() }, ad.closesOn),
          })}
        </p>
        <h1 className="text-3xl font-semibold tracking-tight text-pretty">{text.title}</h1>
      </div>
      <AdFacts ad={ad} />
      <div lang={locale} className="grid gap-8">
        <AdSections text={text} />
      </div>
      <a
        href={`${path}/apply?lang=${locale}`}
        className="sticky bottom-3 inline-flex h-12 items-center justify-center rounded-lg bg-accent px-5 text-lg font-semibold text-accent-ink hover:bg-accent-hover"
      >
        {t("applyNow")}
      </a>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data for search engines, in which no element can begin or end. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafeJson(posting) }} />
    </CareersFrame>
  );
}
