import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { TypeForm } from "../_components/type-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.types"))("add") };
}

export default async function NewRequestTypePage() {
  const ctx = await requireManager();
  const t = await getTranslations("requests.types");
  const locale = localeOf(await getLocale());
  const duties = (await listDuties(ctx)).map((duty) => ({ value: duty.id, label: nameIn(locale, duty) }));
  return (
    <Page width="text">
      <PageHeader title={t("add")} back={{ href: "/manager/requests/types", label: t("title") }} />
      <TypeForm duties={duties} />
    </Page>
  );
}
