import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/requests/request-form";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives, requireExecutiveRecord } from "@/lib/executives/queries";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { ManagedRequester } from "../_components/managed-requester";
import { fileFor } from "../actions";

const MOST_LISTED = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("file") };
}

export default async function NewRequestPage({ searchParams }: PageProps<"/manager/requests/new">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  const locale = localeOf(await getLocale());
  const asked = (await searchParams).executive;
  const [executives, named, types, duties, today] = await Promise.all([
    listExecutives(ctx, { show: "current", limit: MOST_LISTED }),
    typeof asked === "string" ? requireExecutiveRecord(ctx, asked).catch(() => null) : null,
    listRequestTypes(ctx),
    listDuties(ctx),
    getOwnDay(ctx),
  ]);
  const listed = executives.items.filter(({ id }) => id !== named?.id);
  const choices = [...(named ? [named] : []), ...listed].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page width="text">
      <PageHeader title={t("file")} back={{ href: "/manager/requests", label: t("title") }} />
      {choices.length === 0 ? (
        <EmptyState>{t("levels.noExecutives")}</EmptyState>
      ) : (
        <RequestForm
          action={fileFor}
          types={types}
          duties={duties.map((duty) => ({ id: duty.id, name: nameIn(locale, duty) }))}
          today={today}
          requester={<ManagedRequester options={choices} chosen={named?.id} />}
        />
      )}
    </Page>
  );
}
