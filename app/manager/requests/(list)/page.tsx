import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readSearched } from "@/app/_shared/requests/read-searched";
import { RequestFilters } from "@/components/requests/request-filters";
import { readRequestsAddress, requestsHref, requestsInput } from "@/components/requests/requests-address";
import { RequestsPage } from "@/components/requests/requests-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Kbd } from "@/components/ui/layout/kbd";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { listRequesters } from "@/lib/requests/queries-requesters";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { type PoolRequestGroup, PoolRequests } from "../_components/pool-requests";
import { RequestKeys } from "../_components/request-keys";
import { RequestPanel } from "../_components/request-panel";
import { readGroups } from "./read-groups";

const PATH = "/manager/requests";
const VIEWS = ["look", "open", "done"] as const;

function addressOf(asked: Record<string, string | null | undefined>): string {
  const parts = Object.entries(asked).filter((part): part is [string, string] => Boolean(part[1]));
  return `/manager/requests?${new URLSearchParams(parts)}`;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("title") };
}

export default async function PoolRequestsPage({ searchParams }: PageProps<"/manager/requests">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  const address = readRequestsAddress(await searchParams, "look");
  const [{ groups, nextCursor }, types, executives] = await Promise.all([
    readGroups(ctx, address.show, requestsInput(address)),
    listRequestTypes(ctx),
    listRequesters(ctx),
  ]);
  const requests = groups.flatMap((group: PoolRequestGroup) => group.requests);
  const locale = localeOf(await getLocale());
  const isNarrowed = Boolean(address.type || address.executive);
  const searched = await readSearched(ctx, requests, address.q);
  return (
    <RequestsPage
      title={t("title")}
      path="/manager/requests"
      address={address}
      views={VIEWS}
      isEmpty={requests.length === 0}
      emptyWords={isNarrowed ? t("empty.narrowed") : t(`empty.${address.show}`)}
      filters={
        <RequestFilters
          chosen={address}
          hrefOf={(key, id) => requestsHref(PATH, address, { [key]: id })}
          types={types.map((type) => ({ id: type.id, name: nameIn(locale, type) }))}
          executives={executives}
        />
      }
      nextCursor={nextCursor}
      actions={
        <LinkButton href="/manager/requests/new" data-key="c">
          <Plus aria-hidden />
          {t("file")}
          <Kbd className="max-md:hidden">C</Kbd>
        </LinkButton>
      }
      detail={
        address.open && (
          <RequestPanel
            key={address.open}
            ctx={ctx}
            id={address.open}
            ids={requests.map(({ id }) => id)}
            hrefOf={(open) => addressOf({ ...address, open })}
            searchParams={searchParams}
          />
        )
      }
    >
      <RequestKeys />
      <PoolRequests groups={groups} open={address.open} searched={searched} />
    </RequestsPage>
  );
}
