import { getTranslations } from "next-intl/server";
import { RequestBadge } from "@/components/requests/request-list";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { PanelHead } from "@/components/ui/layout/panel-head";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { orNotFound, type SearchParams } from "@/lib/server/page";
import { RequestFacts, readRequest } from "./request-view";

type RequestPanelProps = {
  ctx: Ctx<Manager>;
  id: string;
  /** The list's requests in their order. */
  ids: readonly string[];
  hrefOf: (open: string | undefined) => string;
  searchParams: SearchParams;
};

/** The request that is open of the list. */
export async function RequestPanel({ ctx, id, ids, hrefOf, searchParams }: RequestPanelProps) {
  const t = await getTranslations("common.list");
  const words = await getTranslations("requests");
  const read = await orNotFound(() => readRequest(ctx, id, searchParams));
  return (
    <DetailPanel label={read.request.summary || words("form.confidential")}>
      <PanelHead
        title={read.request.summary || words("form.confidential")}
        meta={<RequestBadge status={read.request.status} />}
        page={{ href: `/manager/requests/${id}`, label: t("page") }}
        close={{ href: hrefOf(undefined), label: t("close") }}
        {...stepsFrom(ids, id, hrefOf)}
      />
      <RequestFacts {...read} />
    </DetailPanel>
  );
}
