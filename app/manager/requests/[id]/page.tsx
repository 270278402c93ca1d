import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { RequestBadge } from "@/components/requests/request-list";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { requireManager } from "@/lib/auth/guards";
import { idOf, orNotFound, type SearchParams } from "@/lib/server/page";
import { RequestFacts, readRequest } from "../_components/request-view";

type RequestPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function RequestPage({ params, searchParams }: RequestPageProps) {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  const read = await orNotFound(async () => readRequest(ctx, idOf((await params).id), searchParams));
  return (
    <Page width="text">
      <LivePage kinds={["request", "cover", "absence"]} ids={[read.request.id, read.request.executiveId]} />
      <PageHeader
        title={read.request.summary || t("form.confidential")}
        meta={<RequestBadge status={read.request.status} />}
        back={{ href: "/manager/requests", label: t("title") }}
        actions={<PrintButton />}
      />
      <RequestFacts {...read} />
    </Page>
  );
}
