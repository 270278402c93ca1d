import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { requireAssistant } from "@/lib/auth/guards";
import { idOf, orNotFound } from "@/lib/server/page";
import { QueueKeys } from "../_components/queue-keys";
import { readSheet } from "../_components/read-sheet";
import { RequestSheet } from "../_components/request-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function ServedRequestPage({ params }: PageProps<"/assistant/requests/[id]">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  const sheet = await orNotFound(async () => readSheet(ctx, idOf((await params).id)));
  return (
    <Page width="full">
      <LivePage kinds={["request", "cover", "absence"]} ids={[sheet.request.id, sheet.request.executiveId]} />
      <QueueKeys />
      <PageHeader
        title={t("one")}
        back={{ href: "/assistant/requests", label: t("title") }}
        actions={<PrintButton />}
      />
      <div className="-mx-(--edge) -mt-4 max-w-4xl">
        <RequestSheet sheet={sheet} />
      </div>
    </Page>
  );
}
