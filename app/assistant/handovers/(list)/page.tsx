import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandoverRows } from "@/components/handovers/handover-rows";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { listOwnExecutives } from "@/lib/executives/queries-profile";
import { listOwnHandovers } from "@/lib/handovers/queries";
import { OwnExecutives } from "../_components/own-executives";

const PATH = "/assistant/handovers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers"))("title") };
}

export default async function OwnHandoversPage({ searchParams }: PageProps<"/assistant/handovers">) {
  const ctx = await requireAssistant();
  const { executive } = await searchParams;
  const t = await getTranslations("handovers.list");
  const title = await getTranslations("handovers");
  const [{ taking, leaving }, executives] = await Promise.all([
    listOwnHandovers(ctx),
    listOwnExecutives(ctx),
  ]);
  const asked = taking.find((handover) => handover.executiveId === executive);
  if (asked) redirect(`${PATH}/${asked.id}`);
  return (
    <Page width="full">
      <LivePage kinds={["handover", "cover"]} />
      <PageHeader title={title("title")} />
      <Section title={t("taking")} meta={taking.length || undefined}>
        {taking.length > 0 ? (
          <HandoverRows handovers={taking} path={PATH} show="owner" />
        ) : (
          <EmptyState>{t("emptyTaking")}</EmptyState>
        )}
      </Section>
      <Section title={t("leaving")} meta={leaving.length || undefined}>
        {leaving.length > 0 ? (
          <HandoverRows handovers={leaving} path={PATH} show="cover" />
        ) : (
          <EmptyState>{t("emptyLeaving")}</EmptyState>
        )}
      </Section>
      <OwnExecutives executives={executives} />
    </Page>
  );
}
