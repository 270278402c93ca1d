import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { poolChoices } from "@/app/_shared/forms/pool-choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { PoolForm } from "../_components/pool-form";
import { createPoolAction } from "../actions";

const USUAL = { timeZone: "Europe/Stockholm", holidayRegion: "SE", "holidayTypes[]": ["public", "bank"] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.pools"))("new") };
}

export default async function NewPoolPage() {
  await requireManager();
  const t = await getTranslations("people.pools");
  return (
    <Page width="text">
      <PageHeader title={t("new")} back={{ href: "/manager/pools", label: t("title") }} />
      <PoolForm
        action={createPoolAction}
        values={USUAL}
        {...poolChoices(localeOf(await getLocale()))}
        isNew
      />
    </Page>
  );
}
