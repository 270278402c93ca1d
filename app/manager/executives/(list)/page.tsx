import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleFilter, PeoplePages } from "@/components/assistants/people-filter";
import { ExecutiveTable } from "@/components/executives/executive-table";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives } from "@/lib/executives/queries";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams, type SearchParams } from "@/lib/server/page";
import { InviteList } from "../../_components/invite-list";
import { NoPeople } from "../../_components/no-people";

const PATH = "/manager/executives";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.executives"))("title") };
}

export default async function ExecutivesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireManager();
  const t = await getTranslations("people.executives");
  const { filter, address } = await parseSearchParams(ListPeopleInput, searchParams);
  const [{ items, nextCursor }, pools, neverInvited] = await Promise.all([
    orNotFound(() => listExecutives(ctx, filter)),
    listPools(ctx),
    countNeverInvited(ctx, "executives", filter.poolId),
  ]);
  return (
    <Page width="full">
      <PageHeader title={t("title")} actions={<LinkButton href={`${PATH}/new`}>{t("new")}</LinkButton>} />
      <PeopleFilter path={PATH} asked={address} pools={pools} />
      <InviteList list="executives" poolId={filter.poolId} neverInvited={neverInvited} people={items}>
        {items.length > 0 ? (
          <ExecutiveTable executives={items} />
        ) : (
          <NoPeople kind="executives" q={filter.q} />
        )}
      </InviteList>
      <PeoplePages path={PATH} asked={address} nextCursor={nextCursor} isFirst={!filter.cursor} />
    </Page>
  );
}
