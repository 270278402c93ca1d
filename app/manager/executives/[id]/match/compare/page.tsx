import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getLocale, getNow, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { dayWords } from "@/lib/i18n/time-words";
import { comparePlacements } from "@/lib/matching/placements/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { CompareAddress, matchAddress } from "../match-address";
import { SideBySide } from "./_components/side-by-side";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.compare"))("title") };
}

export default async function ComparePage({
  params,
  searchParams,
}: PageProps<"/manager/executives/[id]/match/compare">) {
  const ctx = await requireManager();
  const executiveId = idOf((await params).id);
  const asked = CompareAddress.parse(await searchParams);
  if (asked.with.length === 0) redirect(matchAddress(executiveId, { from: asked.from }));
  const t = await getTranslations("matching");
  const [format, now, locale] = [await getFormatter(), await getNow(), localeOf(await getLocale())];
  const compared = await orNotFound(() =>
    comparePlacements(ctx, { executiveId, assistantIds: asked.with, from: asked.from }, locale),
  );
  const address = { from: compared.from, with: asked.with, show: asked.show };
  const tab = (show: "all" | "differences") => ({
    href: matchAddress(executiveId, { ...address, show }),
    label: t(`compare.${show}`),
    isCurrent: asked.show === show,
  });
  const day = dayWords({ format, now }, compared.from);
  const person = asked.with.includes(asked.person ?? "") ? asked.person : asked.with[0];
  return (
    <Page width="full">
      <PageHeader
        title={t("compare.title")}
        meta={t("compare.for", { name: compared.name, day })}
        back={{ href: matchAddress(executiveId, { from: compared.from }), label: t("find.title") }}
        actions={
          <>
            {compared.candidates.length > 1 && (
              <Tabs
                label={t("compare.which")}
                appearance="segmented"
                tabs={[tab("all"), tab("differences")]}
              />
            )}
            <PrintButton />
          </>
        }
      />
      {compared.candidates.length > 1 && (
        <Tabs
          label={t("compare.people")}
          className="md:hidden"
          tabs={compared.candidates.map(({ assistantId, name }) => ({
            href: matchAddress(executiveId, { ...address, person: assistantId }),
            label: name,
            isCurrent: assistantId === person,
          }))}
        />
      )}
      <SideBySide compared={compared} asked={address} person={person ?? ""} day={day} />
      <p className="text-xs text-ink-2">{t("compare.explain")}</p>
    </Page>
  );
}
