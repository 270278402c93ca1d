import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { LivePage } from "@/components/live/live-page";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { requirePoolRequest } from "@/lib/requests/queries";
import { idOf, orNotFound, type SearchParams } from "@/lib/server/page";
import { AssignSection } from "../_components/assign-section";
import { RequestDetail } from "../_components/request-detail";

type RequestPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function RequestPage({ params, searchParams }: RequestPageProps) {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  const { request, poolId } = await orNotFound(async () => requirePoolRequest(ctx, idOf((await params).id)));
  const [duties, serving, assistants] = await Promise.all([
    listDuties(ctx),
    getServingAssistant(ctx, request.executiveId, ctx.now, request.dutyId),
    assistantsToChoose(ctx, poolId, searchParams),
  ]);
  return (
    <Page width="text">
      <LivePage kinds={["request", "cover", "absence"]} ids={[request.id, request.executiveId]} />
      <PageHeader title={request.summary} back={{ href: "/manager/requests", label: t("title") }} />
      <RequestDetail request={request} duties={duties} />
      <AssignSection request={request} serving={serving} assistants={assistants} />
    </Page>
  );
}
