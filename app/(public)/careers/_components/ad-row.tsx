import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { PublicAd } from "@/lib/hiring/ads/queries";
import type { Locale } from "@/lib/i18n/locales";
import { usePayWords } from "./ad-facts";

/** One open job in the list. */
export function AdRow({ ad, locale }: { ad: PublicAd; locale: Locale }) {
  const t = useTranslations("careers");
  const dayWords = useDayWords();
  const pay = usePayWords();
  const { slug, place, ftePercent, closesOn, payFrom, payReason } = ad;
  const hours = ftePercent === 100 ? t("facts.fullTime") : t("facts.partTime", { percent: ftePercent });
  return (
    <li className="relative grid gap-1 border-b border-line py-5">
      <a
        href={`/careers/${slug}?lang=${locale}`}
        lang={locale}
        className="text-lg font-semibold text-accent after:absolute after:inset-0 hover:underline"
      >
        {ad[locale].title}
      </a>
      <p className="text-base">{[place, hours, payFrom === null ? payReason : pay(ad)].join(" · ")}</p>
      <p className="text-base text-ink-2">{t("openUntil", { day: dayWords(closesOn) })}</p>
    </li>
  );
}
