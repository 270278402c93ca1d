import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleAddress, PeopleFilter, PeoplePages } from "@/components/assistants/people-filter";
import { ExecutiveRows } from "@/components/executives/executive-rows";
import { LinkButton } from "@/components/ui/forms/link-button";
import { ListDetail } from "@/components/ui/layout/list-detail";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives } from "@/lib/executives/queries";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams, type SearchParams } from "@/lib/server/page";
import { InviteList } from "../../_components/invite-list";
import { NoPeople } from "../../_components/no-people";
import { PeopleArea } from "../../_components/people-area";
import { ExecutivePanel } from "../_components/executive-panel";

const PATH = "/manager/executives";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.executives"))("title") };
}

export default async function ExecutivesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireManager();
  const t = await getTranslations("people.executives");
  const { filter, address } = await parseSearchParams(PeopleAddress, searchParams);
  const { open, ...listed } = filter;
  const [{ items, nextCursor }, pools, neverInvited] = await Promise.all([
    orNotFound(() => listExecutives(ctx, listed)),
    listPools(ctx),
    countNeverInvited(ctx, "executives", filter.poolId),
  ]);
  const ids = items.map(({ id }) => id);
  return (
    <Page width="full">
      <PageHeader title={t("title")} actions={<LinkButton href={`${PATH}/new`}>{t("new")}</LinkButton>} />
      <PeopleFilter path={PATH} asked={address} pools={pools} />
      <ListDetail
        detail={open && <ExecutivePanel key={open} ctx={ctx} id={open} ids={ids} asked={address} />}
      >
        <InviteList list="executives" poolId={filter.poolId} neverInvited={neverInvited} people={items}>
          {items.length > 0 ? (
            <PeopleArea kind="executives" people={items.map(({ id, name }) => ({ id, name }))} open={open}>
              <ExecutiveRows executives={items} open={open} />
            </PeopleArea>
          ) : (
            <NoPeople kind="executives" q={filter.q} />
          )}
        </InviteList>
        <PeoplePages path={PATH} asked={address} nextCursor={nextCursor} isFirst={!filter.cursor} />
      </ListDetail>
    </Page>
  );
}
