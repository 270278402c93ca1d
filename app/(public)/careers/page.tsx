import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { asAnyone } from "@/lib/auth/guards";
import { listOpenAds } from "@/lib/hiring/ads/queries";
import { languagesOf } from "@/lib/hiring/ads/rules";
import { CareersInput } from "@/lib/hiring/ads/schema";
import { localeOf } from "@/lib/i18n/locales";
import { parseSearchParams } from "@/lib/server/page";
import { AdRow } from "./_components/ad-row";
import { CareersFrame } from "./_components/careers-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("careers");
  return {
    title: t("title"),
    robots: { index: true, follow: true },
    alternates: {
      canonical: "/careers",
      languages: { en: "/careers?lang=en", sv: "/careers?lang=sv" },
      types: { "application/atom+xml": "/careers/feed" },
    },
  };
}

export default async function CareersPage({ searchParams }: PageProps<"/careers">) {
  const t = await getTranslations("careers");
  const locale = localeOf(await getLocale());
  const { place, hours } = (await parseSearchParams(CareersInput, searchParams)).filter;
  const all = await listOpenAds(asAnyone());
  const places = [...new Set(all.map((ad) => ad.place))].sort((a, b) => a.localeCompare(b, locale));
  const ads = all.filter(
    (ad) => (!place || ad.place === place) && (!hours || (hours === "full") === (ad.ftePercent === 100)),
  );
  return (
    <CareersFrame employer={all[0]?.employer ?? t("title")} path="/careers">
      <h1 className="text-3xl font-semibold tracking-tight">{t("title")}</h1>
      {all.length > 1 && (
        <form method="get" action="/careers" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="lang" value={locale} />
          <Choice
            name="place"
            label={t("place")}
            chosen={place}
            options={places.map((one) => [one, one])}
            all={t("everywhere")}
          />
          <Choice
            name="hours"
            label={t("hours")}
            chosen={hours}
            options={[
              ["full", t("facts.fullTime")],
              ["part", t("partTime")],
            ]}
            all={t("anyHours")}
          />
          <button type="submit" className="h-11 rounded-md border border-line-2 px-4 font-medium">
            {t("show")}
          </button>
        </form>
      )}
      {ads.length > 0 ? (
        <ul className="border-t border-line">
          {ads.map((ad) => (
            <AdRow
              key={ad.id}
              ad={ad}
              locale={languagesOf(ad).includes(locale) ? locale : (languagesOf(ad)[0] ?? locale)}
            />
          ))}
        </ul>
      ) : (
        <p className="text-[1.0625rem] text-ink-2">{t(all.length > 0 ? "noneFound" : "none")}</p>
      )}
    </CareersFrame>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  options: [value: string, label: string][];
  all: string;
};

function Choice({ name, label, chosen, options, all }: ChoiceProps) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <select
        name={name}
        defaultValue={chosen ?? ""}
        className="h-11 rounded-md border border-line-2 bg-surface px-3 text-base font-normal"
      >
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
