import { getLocale, getTranslations } from "next-intl/server";
import { asAnyone } from "@/lib/auth/guards";
import { env } from "@/lib/env";
import { listOpenAds } from "@/lib/hiring/ads/queries";
import { languagesOf } from "@/lib/hiring/ads/rules";
import { escapeHtml } from "@/lib/html";
import { localeOf } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** The open jobs as an Atom feed. */
export async function GET(): Promise<Response> {
  const t = await getTranslations("careers");
  const locale = localeOf(await getLocale());
  const home = `${env().NEXTAUTH_URL}/careers`;
  const ads = await listOpenAds(asAnyone());
  const newest = new Date(Math.max(0, ...ads.map(({ changedAt }) => Number(changedAt))));
  const entries = ads.map((ad) => {
    const text = ad[languagesOf(ad).includes(locale) ? locale : (languagesOf(ad)[0] ?? locale)];
    return `<entry><id>${home}/${ad.slug}</id><title>${escapeHtml(text.title)}</title><link href="${home}/${ad.slug}"/><published>${ad.publishedAt.toISOString()}</published><updated>${ad.changedAt.toISOString()}</updated><summary>${escapeHtml(text.work)}</summary></entry>`;
  });
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}"><id>${home}</id><title>${escapeHtml(t("title"))}</title><author><name>${escapeHtml(ads[0]?.employer ?? t("title"))}</name></author><link rel="self" href="${home}/feed"/><link href="${home}"/><updated>${newest.toISOString()}</updated>${entries.join("")}</feed>
`;
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
