import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LivePage } from "@/components/live/live-page";
import { SearchField } from "@/components/ui/forms/search-field";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { FilterBar, ListDetail } from "@/components/ui/layout/list-detail";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { type RequestsAddress, requestsHref } from "./requests-address";

type RequestsPageProps = {
  title: string;
  path: string;
  address: RequestsAddress;
  isEmpty: boolean;
  emptyWords: string;
  nextCursor: string | null;
  actions?: ReactNode;
  /** The views there are; open and done unless told otherwise. */
  views?: readonly RequestsAddress["show"][];
  /** What else the list is narrowed by. */
  filters?: ReactNode;
  /** The request that is open beside the list. */
  detail?: ReactNode;
  children: ReactNode;
};

const OPEN_OR_DONE = ["open", "done"] as const;

/** The list page of requests in every area: open or done, searched, page by page, all in the address. */
export function RequestsPage(props: RequestsPageProps) {
  const {
    title,
    path,
    address,
    isEmpty,
    emptyWords,
    nextCursor,
    actions,
    filters,
    detail,
    children,
    views = OPEN_OR_DONE,
  } = props;
  const t = useTranslations("requests");
  return (
    <Page width="full">
      <LivePage kinds={["request"]} />
      <PageHeader
        title={title}
        actions={actions}
        tabs={
          <Tabs
            label={t("tabs.label")}
            tabs={views.map((show) => ({
              href: requestsHref(path, { ...address, q: "" }, { show }),
              label: t(`tabs.${show}`),
              isCurrent: address.show === show,
            }))}
          />
        }
      />
      <FilterBar>
        <SearchField
          label={t("search")}
          action={path}
          query={address.q}
          keep={{ show: address.show, type: address.type, executive: address.executive }}
          isPlain
        />
        {filters}
      </FilterBar>
      <ListDetail detail={detail}>
        {isEmpty ? (
          <EmptyState className="mx-(--edge) mt-6">
            {address.q ? t("empty.search", { query: address.q }) : emptyWords}
          </EmptyState>
        ) : (
          children
        )}
        <div className="grid gap-2 px-(--edge) empty:hidden">
          {nextCursor && (
            <MoreLink href={requestsHref(path, address, { cursor: nextCursor })} label={t("next")} />
          )}
          {address.cursor && <MoreLink href={requestsHref(path, address)} label={t("first")} />}
        </div>
      </ListDetail>
    </Page>
  );
}
