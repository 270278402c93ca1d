import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { requireRequestType } from "@/lib/requests/types/queries";
import { orNotFound } from "@/lib/server/page";
import { TypeForm } from "../_components/type-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.types"))("one") };
}

export default async function RequestTypePage({ params }: PageProps<"/manager/requests/types/[id]">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests.types");
  const locale = localeOf(await getLocale());
  const type = await orNotFound(async () => requireRequestType(ctx, (await params).id));
  const duties = (await listDuties(ctx)).map((duty) => ({ value: duty.id, label: nameIn(locale, duty) }));
  return (
    <Page width="text">
      <PageHeader
        title={nameIn(locale, type)}
        back={{ href: "/manager/requests/types", label: t("title") }}
      />
      <TypeForm key={type.version} duties={duties} type={type} />
    </Page>
  );
}
