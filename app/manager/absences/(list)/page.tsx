import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { ListDetail } from "@/components/ui/layout/list-detail";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { MoreMenu } from "@/components/ui/overlays/more-menu";
import { countAbsences } from "@/lib/absences/requests/queries";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { dayIn } from "@/lib/time/zone";
import { AbsenceFilter } from "../_components/list/absence-filter";
import { AbsenceList, type AbsencesShown } from "../_components/list/absence-list";
import { AbsencePanel } from "../_components/list/absence-panel";
import { readRows } from "../_components/list/read-rows";
import { absencesAddress } from "../absences-address";
import { ABSENCE_TABS, AbsencesAddress } from "../form-input";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("title") };
}

export default async function AbsencesPage({ searchParams }: PageProps<"/manager/absences">) {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const calendars = await getTranslations("calendars.import");
  const { filter, address } = await parseSearchParams(AbsencesAddress, searchParams);
  const picks = [(await searchParams).pick ?? []].flat();
  const [pools, leaveTypes] = await Promise.all([listPools(ctx), listLeaveTypes(ctx)]);
  const typeNames = namesIn(localeOf(await getLocale()), leaveTypes);
  const today = dayIn(pools[0]?.timeZone ?? "UTC", ctx.now);
  const tab = filter.tab ?? (filter.status ? "all" : "decide");
  const [counts, rows] = await orNotFound(() =>
    Promise.all([
      countAbsences(ctx, { ...filter, today }),
      readRows(ctx, filter, { tab, today, types: leaveTypes }),
    ]),
  );
  const shown: AbsencesShown = { ctx, tab, filter, address, typeNames, rows };
  const countOf = { decide: counts.waiting, now: counts.now, coming: counts.coming, all: undefined };
  return (
    <Page width="full">
      <LivePage kinds={["absence", "cover"]} />
      <PageHeader
        title={t("title")}
        tabs={
          <Tabs
            label={t("tabs.label")}
            tabs={ABSENCE_TABS.map((one) => ({
              href: absencesAddress(address, {
                tab: one === "decide" ? undefined : one,
                status: undefined,
                from: undefined,
              }),
              label: t(`tabs.${one}`),
              count: countOf[one],
              isCurrent: tab === one,
            }))}
          />
        }
        actions={
          <>
            <LinkButton href="/manager/absences/new" icon={<Plus aria-hidden />}>
              {t("record")}
            </LinkButton>
            <MoreMenu
              label={t("more")}
              entries={[
                { id: "balances", label: t("openBalances"), href: "/manager/absences/balances" },
                { id: "settings", label: t("settings"), href: "/manager/absences/settings" },
                { id: "import", label: calendars("title"), href: "/manager/absences/import" },
              ]}
            />
          </>
        }
      />
      <AbsenceFilter {...shown} pools={pools} />
      <ListDetail
        detail={
          filter.open && <AbsencePanel key={filter.open + picks} {...shown} id={filter.open} picks={picks} />
        }
      >
        <AbsenceList {...shown} />
      </ListDetail>
    </Page>
  );
}
