import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/requests/request-form";
import { Requester } from "@/components/requests/requester";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listServedExecutives } from "@/lib/requests/queries-served";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { fileFor } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("file") };
}

export default async function NewRequestPage({ searchParams }: PageProps<"/assistant/requests/new">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  const locale = localeOf(await getLocale());
  const [executives, types, duties, today, asked] = await Promise.all([
    listServedExecutives(ctx),
    listRequestTypes(ctx),
    listDuties(ctx),
    getOwnDay(ctx),
    searchParams,
  ]);
  return (
    <Page width="text">
      <PageHeader title={t("file")} back={{ href: "/assistant/requests", label: t("title") }} />
      {executives.length === 0 ? (
        <EmptyState>{t("form.nobodyServed")}</EmptyState>
      ) : (
        <RequestForm
          action={fileFor}
          types={types}
          duties={duties.map((duty) => ({ id: duty.id, name: nameIn(locale, duty) }))}
          today={today}
          requester={
            <Requester
              options={executives.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={typeof asked.executive === "string" ? asked.executive : undefined}
            />
          }
        />
      )}
    </Page>
  );
}
