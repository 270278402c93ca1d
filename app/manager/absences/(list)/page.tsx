import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { AbsenceFilter } from "../_components/absence-filter";
import { AbsenceList } from "../_components/absence-list";
import { Overview } from "../_components/overview";
import { AbsencesAddress } from "../form-input";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("title") };
}

export default async function AbsencesPage({ searchParams }: PageProps<"/manager/absences">) {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const calendars = await getTranslations("calendars.import");
  const { filter, address } = await parseSearchParams(AbsencesAddress, searchParams);
  const [pools, leaveTypes] = await Promise.all([listPools(ctx), listLeaveTypes(ctx)]);
  const typeNames = namesIn(localeOf(await getLocale()), leaveTypes);
  const shown = { ctx, filter, address, typeNames };
  return (
    <Page>
      <LivePage kinds={["absence", "cover"]} />
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton href="/manager/absences/balances">{t("openBalances")}</LinkButton>
            <LinkButton href="/manager/absences/settings">{t("settings")}</LinkButton>
            <LinkButton href="/manager/absences/import">{calendars("title")}</LinkButton>
            <LinkButton href="/manager/absences/new" variant="primary" icon={<Plus aria-hidden />}>
              {t("record")}
            </LinkButton>
          </>
        }
      />
      <AbsenceFilter asked={address} pools={pools} />
      {await orNotFound(() => (filter.status ? AbsenceList(shown) : Overview({ ...shown, pools })))}
    </Page>
  );
}
