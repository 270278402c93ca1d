import { useTranslations } from "next-intl";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { PanelHead } from "@/components/ui/layout/panel-head";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { type ShownSwaps, SWAP_SECTIONS, sectionOf } from "../read-swaps";
import { Decision } from "./decision";
import { RequestBody, RequestTimes, useRequestTitle } from "./request-body";

type RequestPanelProps = { shown: ShownSwaps; request: ShiftRequestFacts; closeHref: string };

/** The request that is open of the list: what it changes, what it breaks, and the decision at its foot. */
export function RequestPanel({ shown, request, closeHref }: RequestPanelProps) {
  const t = useTranslations("common.list");
  const titleOf = useRequestTitle();
  const title = titleOf(request);
  const hrefOf = (id: string) => `${closeHref}${closeHref.includes("?") ? "&" : "?"}open=${id}`;
  const inOrder = SWAP_SECTIONS.flatMap((section) =>
    shown.requests.filter((one) => sectionOf(one) === section).map(({ id }) => id),
  );
  return (
    <DetailPanel label={title} foot={<Decision shown={shown} request={request} />}>
      <PanelHead
        title={titleOf(request, true)}
        meta={<RequestTimes request={request} />}
        page={{ href: `/manager/schedule/requests/${request.id}`, label: t("page") }}
        close={{ href: closeHref, label: t("close") }}
        {...stepsFrom(inOrder, request.id, hrefOf)}
      />
      <RequestBody shown={shown} request={request} href={hrefOf(request.id)} />
    </DetailPanel>
  );
}
