import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { poolChoices } from "@/app/_shared/forms/pool-choices";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { PoolTable } from "../_components/pool-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.pools"))("title") };
}

export default async function PoolsPage() {
  const ctx = await requireManager();
  const t = await getTranslations("people.pools");
  const settings = await getTranslations("settings");
  const { regions } = poolChoices(localeOf(await getLocale()));
  return (
    <Page>
      <PageHeader
        title={t("title")}
        back={{ href: "/manager/settings", label: settings("title") }}
        actions={<LinkButton href="/manager/pools/new">{t("new")}</LinkButton>}
      />
      <PoolTable pools={await listPools(ctx)} regions={regions} />
    </Page>
  );
}
