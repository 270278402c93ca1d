import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readRequestsAddress, requestsInput } from "@/components/requests/requests-address";
import { RequestsPage } from "@/components/requests/requests-page";
import { requireManager } from "@/lib/auth/guards";
import { listPoolRequests } from "@/lib/requests/queries";
import { PoolRequests } from "../_components/pool-requests";
import { RequestPanel } from "../_components/request-panel";

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
  const address = readRequestsAddress(await searchParams);
  const input = requestsInput(address);
  const isOpen = address.show === "open";
  const [unassigned, rest] = await Promise.all([
    isOpen && !input.cursor ? listPoolRequests(ctx, { ...input, show: "unassigned" }) : null,
    listPoolRequests(ctx, isOpen ? { ...input, show: "in_hand" } : input),
  ]);
  return (
    <RequestsPage
      title={t("title")}
      path="/manager/requests"
      address={address}
      isEmpty={rest.items.length === 0 && !unassigned?.items.length}
      emptyWords={t(isOpen ? "empty.inHand" : "empty.done")}
      nextCursor={rest.nextCursor}
      detail={
        address.open && (
          <RequestPanel
            key={address.open}
            ctx={ctx}
            id={address.open}
            ids={[...(unassigned?.items ?? []), ...rest.items].map(({ id }) => id)}
            hrefOf={(open) => addressOf({ ...address, open })}
            searchParams={searchParams}
          />
        )
      }
    >
      <PoolRequests
        unassigned={unassigned?.items ?? null}
        rest={rest.items}
        isOpen={isOpen}
        open={address.open}
      />
    </RequestsPage>
  );
}
