import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { poolChoices } from "@/app/_shared/forms/pool-choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { listPossibleBorrowers, requirePool } from "@/lib/pools/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { PoolForm } from "../_components/pool-form";
import { changePoolAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.pools"))("edit") };
}

export default async function EditPoolPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const pool = await orNotFound(() => requirePool(ctx, id));
  const t = await getTranslations("people.pools");
  const borrowers = await listPossibleBorrowers(ctx, id);
  const { name, timeZone, holidayRegion, holidayTypes, lendsTo, confirmsAccepted, hiddenPlaces, version } =
    pool;
  return (
    <Page width="text">
      <PageHeader title={name} back={{ href: "/manager/pools", label: t("title") }} />
      <PoolForm
        action={changePoolAction}
        values={{
          id,
          name,
          timeZone,
          holidayRegion,
          "holidayTypes[]": holidayTypes,
          "lendsTo[]": lendsTo,
          confirmsAccepted: confirmsAccepted ? "yes" : "no",
          "hiddenPlaces[]": hiddenPlaces,
          version: String(version),
        }}
        {...poolChoices(localeOf(await getLocale()), pool)}
        borrowers={borrowers.map((one) => ({ value: one.id, label: one.name }))}
        isNew={false}
      />
    </Page>
  );
}
