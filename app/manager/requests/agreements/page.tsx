import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives } from "@/lib/executives/queries";
import { listPriorityAgreements } from "@/lib/requests/agreements/queries";
import { AgreementList } from "./_components/agreement-list";
import { DecideForm } from "./_components/decide-form";

const MOST_LISTED = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.agreements"))("title") };
}

export default async function AgreementsPage() {
  const ctx = await requireManager();
  const t = await getTranslations("requests.agreements");
  const [agreements, executives] = await Promise.all([
    listPriorityAgreements(ctx),
    listExecutives(ctx, { show: "current", limit: MOST_LISTED }),
  ]);
  const choices = executives.items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page width="list">
      <LivePage kinds={["request"]} />
      <PageHeader title={t("title")} />
      <p className="max-w-2xl text-base text-ink-2">{t("explain")}</p>
      {agreements.length > 0 ? (
        <AgreementList agreements={agreements} />
      ) : (
        <EmptyState>{t("empty")}</EmptyState>
      )}
      {choices.length > 1 && <DecideForm key={agreements.length} choices={choices} />}
    </Page>
  );
}
