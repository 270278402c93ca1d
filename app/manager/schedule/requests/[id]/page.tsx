import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PageFoot } from "@/components/ui/layout/page-foot";
import { requireManager } from "@/lib/auth/guards";
import { requireShiftRequest } from "@/lib/schedules/swaps/queries";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { Decision } from "../_components/decision";
import { RequestBody, useRequestTitle } from "../_components/request-body";
import { SwapsAddress } from "../form-input";
import { readSwaps, type ShownSwaps } from "../read-swaps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.swaps"))("one") };
}

type SwapPageProps = PageProps<"/manager/schedule/requests/[id]">;

export default async function SwapPage({ params, searchParams }: SwapPageProps) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const { filter } = await parseSearchParams(SwapsAddress, searchParams);
  const known = await orNotFound(() => requireShiftRequest(ctx, id));
  const shown = await orNotFound(() => readSwaps(ctx, [known.poolId], { open: id, for: filter.for }));
  const request = shown.requests.find((one) => one.id === id) ?? known;
  return <RequestPage key={request.version} shown={shown} request={request} />;
}

function RequestPage({ shown, request }: { shown: ShownSwaps; request: ShownSwaps["requests"][number] }) {
  const title = useRequestTitle()(request);
  return (
    <Page width="text">
      <LivePage kinds={["schedule", "absence"]} />
      <PageHeader title={title} back={{ href: "/manager/schedule/requests", label: title }} />
      <div className="grid gap-4 pt-2">
        <RequestBody shown={shown} request={request} href={`/manager/schedule/requests/${request.id}`} />
      </div>
      <PageFoot>
        <Decision shown={shown} request={request} />
      </PageFoot>
    </Page>
  );
}
