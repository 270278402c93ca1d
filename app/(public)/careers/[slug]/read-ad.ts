import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { asAnyone } from "@/lib/auth/guards";
import { findAd } from "@/lib/hiring/ads/queries";
import { languagesOf } from "@/lib/hiring/ads/rules";
import { localeOf } from "@/lib/i18n/locales";

/** An ad by its address, in the reader's language where it has been written in it; where there was never one the page does not exist. */
export const readAd = cache(async (slug: string) => {
  const ad = await findAd(asAnyone(), slug);
  if (!ad) notFound();
  const asked = localeOf(await getLocale());
  const languages = languagesOf(ad);
  const locale = languages.includes(asked) ? asked : (languages[0] ?? asked);
  return { ad, locale, languages, text: ad[locale] };
});
