import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { poolAddress } from "@/lib/requests/inbound/queries";
import { getOwnLink } from "@/lib/requests/links/queries";
import { PersonalLink } from "./_components/personal-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.link"))("title") };
}

export default async function PersonalLinkPage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("requests");
  const format = await getFormatter();
  const [link, address] = await Promise.all([getOwnLink(ctx), poolAddress(ctx, ctx.actor.executive.poolId)]);
  const when = (at: Date) => ({ date: format.dateTime(at, "moment") });
  return (
    <Page width="text">
      <PageHeader title={t("link.title")} back={{ href: "/executive/requests", label: t("mine") }} />
      <Section title={t("link.mail")}>
        <p className="text-sm text-pretty text-ink-2">
          {address
            ? t.rich("link.mailExplain", {
                email: ctx.actor.email,
                address,
                a: (words) => (
                  <a
                    href={`mailto:${address}`}
                    className="font-medium text-accent [overflow-wrap:anywhere] hover:underline"
                  >
                    {words}
                  </a>
                ),
              })
            : t("link.mailOff")}
        </p>
      </Section>
      <Section title={t("link.personal")}>
        <p className="text-sm text-pretty text-ink-2">
          {t("link.explain")} {link ? t("link.made", when(link.renewedAt)) : t("link.none")}{" "}
          {link?.lastUsedAt && t("link.used", when(link.lastUsedAt))}
        </p>
        <PersonalLink isMade={link !== null} />
      </Section>
    </Page>
  );
}
