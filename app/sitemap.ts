import type { MetadataRoute } from "next";
import { asAnyone } from "@/lib/auth/guards";
import { env } from "@/lib/env";
import { listOpenAds } from "@/lib/hiring/ads/queries";
import { languagesOf } from "@/lib/hiring/ads/rules";

export const dynamic = "force-dynamic";

/** The open jobs, in each language they are written in; what closed is gone at once. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const home = `${env().NEXTAUTH_URL}/careers`;
  const ads = await listOpenAds(asAnyone());
  const inLanguages = (url: string, languages: readonly string[]) => ({
    languages: Object.fromEntries(languages.map((locale) => [locale, `${url}?lang=${locale}`])),
  });
  return [
    { url: home, alternates: inLanguages(home, ["en", "sv"]) },
    ...ads.map((ad) => ({
      url: `${home}/${ad.slug}`,
      lastModified: ad.changedAt,
      alternates: inLanguages(`${home}/${ad.slug}`, languagesOf(ad)),
    })),
  ];
}
