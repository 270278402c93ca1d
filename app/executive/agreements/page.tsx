import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { listSharingExecutives } from "@/lib/requests/agreements/queries";
import { OwnAgreement } from "./_components/own-agreement";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.agreements"))("title") };
}

export default async function OwnAgreementsPage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("requests");
  const sharing = await listSharingExecutives(ctx);
  return (
    <Page width="text">
      <LivePage kinds={["request"]} />
      <PageHeader title={t("agreements.title")} back={{ href: "/executive/requests", label: t("mine") }} />
      <p className="text-base text-ink-2">{t("agreements.explainOwn")}</p>
      {sharing.length === 0 && <EmptyState>{t("agreements.nobody")}</EmptyState>}
      {sharing.map((other) => (
        <OwnAgreement
          key={`${other.id} ${other.agreement?.rule} ${other.agreement?.isInForce}`}
          ownId={ctx.actor.executive.id}
          other={other}
        />
      ))}
    </Page>
  );
}
