import { PhoneIncoming, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { readSearched } from "@/app/_shared/requests/read-searched";
import { LivePage } from "@/components/live/live-page";
import { RequestFilters } from "@/components/requests/request-filters";
import { LinkButton } from "@/components/ui/forms/link-button";
import { SearchField } from "@/components/ui/forms/search-field";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Kbd } from "@/components/ui/layout/kbd";
import { ListArea } from "@/components/ui/layout/list-area";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { MoreMenu } from "@/components/ui/overlays/more-menu";
import { requireAssistant } from "@/lib/auth/guards";
import { CursorInput } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { syncOwnHolders } from "@/lib/requests/holders/service";
import { listServedRequests } from "@/lib/requests/queries";
import { listServedExecutives } from "@/lib/requests/queries-served";
import { listQueue } from "@/lib/requests/queue/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { parseSearchParams } from "@/lib/server/page";
import { SearchText } from "@/lib/text";
import { QueueKeys } from "../_components/queue-keys";
import { QueueLine, QueueList } from "../_components/queue-list";
import { readSheet } from "../_components/read-sheet";
import { RequestSheet } from "../_components/request-sheet";

const PATH = "/assistant/requests";
const TABS = ["mine", "served", "done"] as const;
const PER_PAGE = 30;
const Asked = z.object({
  tab: z.enum(TABS).optional(),
  open: z.uuid().optional(),
  cursor: CursorInput.optional(),
  q: SearchText.optional(),
  type: z.string().max(40).optional(),
  executive: z.uuid().optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function ServedRequestsPage({ searchParams }: PageProps<"/assistant/requests">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const tab = filter.tab ?? "mine";
  await syncOwnHolders(ctx);
  const isNarrowed = Boolean(filter.type || filter.executive);
  const [queue, types, executives, others] = await Promise.all([
    listQueue(ctx, { q: filter.q }),
    listRequestTypes(ctx),
    listServedExecutives(ctx),
    tab === "mine"
      ? null
      : listServedRequests(ctx, {
          show: tab === "served" ? "open" : "done",
          limit: PER_PAGE,
          cursor: filter.cursor,
          q: filter.q,
          typeId: filter.type,
          executiveId: filter.executive,
        }),
  ]);
  const locale = localeOf(await getLocale());
  const mine = queue.filter(
    ({ typeId, executiveId }) =>
      (!filter.type || typeId === filter.type) && (!filter.executive || executiveId === filter.executive),
  );
  const hrefWith = (changed: Partial<Record<"tab" | "q" | "type" | "executive" | "cursor", string>>) => {
    const { tab: at, q, type, executive } = filter;
    const kept = Object.entries({ tab: at, q, type, executive, ...changed }).flatMap(([key, value]) =>
      value ? [[key, value]] : [],
    );
    return kept.length > 0 ? `${PATH}?${new URLSearchParams(kept)}` : PATH;
  };
  const searched = await readSearched(ctx, others?.items ?? mine, filter.q ?? "");
  const ids = (others?.items ?? mine).map(({ id }) => id);
  const open = filter.open ?? ids[0];
  const sheet = open ? await readSheet(ctx, open).catch(nullWhenNotFound) : null;
  return (
    <Page width="full">
      <LivePage kinds={["request", "cover", "absence"]} />
      <QueueKeys />
      <PageHeader
        title={t("title")}
        actions={
          <>
            <MoreMenu
              label={t("more")}
              entries={(["recurring", "replies"] as const).map((id) => ({
                ...{ id, label: t(`${id}.title`), href: `${PATH}/${id}` },
              }))}
            />
            <LinkButton href={`${PATH}/pad`}>
              <PhoneIncoming aria-hidden />
              {t("messages.pad")}
              <Kbd className="max-md:hidden">P</Kbd>
            </LinkButton>
            <LinkButton href={`${PATH}/new`} data-key="c">
              <Plus aria-hidden />
              {t("file")}
              <Kbd className="max-md:hidden">C</Kbd>
            </LinkButton>
          </>
        }
        tabs={
          <Tabs
            label={t("tabs.label")}
            tabs={TABS.map((key) => ({
              href: key === "mine" ? PATH : `${PATH}?tab=${key}`,
              label: t(`queue.tab.${key}`),
              isCurrent: tab === key,
              ...(key === "mine" && !filter.q && !isNarrowed && { count: mine.length }),
            }))}
          />
        }
      />
      <div className="-mx-(--edge) -mt-4 grid grid-cols-[minmax(0,1fr)] min-[1200px]:grid-cols-[26.25rem_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3 pb-6 min-[1200px]:border-r min-[1200px]:border-line">
          <div className="flex h-10 items-center border-b border-line px-(--edge) touch:h-12">
            <SearchField
              label={t("search")}
              action={PATH}
              query={filter.q ?? ""}
              keep={{ tab: filter.tab, type: filter.type, executive: filter.executive }}
              isPlain
              className="sm:w-full"
            />
          </div>
          <div className="flex flex-wrap gap-2 px-(--edge)">
            <RequestFilters
              chosen={filter}
              hrefOf={(key, id) => hrefWith({ [key]: id ?? "" })}
              types={types.map((type) => ({ id: type.id, name: nameIn(locale, type) }))}
              executives={executives}
            />
          </div>
          {ids.length === 0 && (
            <EmptyState className="mx-(--edge) mt-6">
              {filter.q
                ? t("empty.search", { query: filter.q })
                : isNarrowed
                  ? t("empty.narrowed")
                  : t(`queue.empty.${tab}`)}
            </EmptyState>
          )}
          <ListArea ids={ids} open={sheet?.request.id} path={PATH}>
            {others ? (
              <ul>
                {others.items.map((request) => (
                  <QueueLine
                    key={request.id}
                    request={request}
                    isOpen={request.id === sheet?.request.id}
                    searched={searched}
                    second={t(`turn.${request.status}`, { name: request.assigneeName ?? "" })}
                  />
                ))}
              </ul>
            ) : (
              <QueueList requests={mine} open={sheet?.request.id} searched={searched} />
            )}
          </ListArea>
          {others?.nextCursor && (
            <div className="px-(--edge)">
              <MoreLink href={hrefWith({ cursor: others.nextCursor })} label={t("next")} />
            </div>
          )}
        </div>
        {sheet && (
          <div className="sticky top-12 hidden h-[calc(100dvh-3rem)] min-w-0 overflow-y-auto min-[1200px]:block">
            <RequestSheet key={sheet.request.id} sheet={sheet} />
          </div>
        )}
      </div>
    </Page>
  );
}

function nullWhenNotFound(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
