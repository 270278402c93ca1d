import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssistantRows } from "@/components/assistants/assistant-rows";
import { PeopleAddress, PeopleFilter, PeoplePages } from "@/components/assistants/people-filter";
import { LinkButton } from "@/components/ui/forms/link-button";
import { ListDetail } from "@/components/ui/layout/list-detail";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listAwayUntil } from "@/lib/absences/requests/queries-today";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { listAssistants } from "@/lib/assistants/queries";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams, type SearchParams } from "@/lib/server/page";
import { InviteList } from "../../_components/invite-list";
import { NoPeople } from "../../_components/no-people";
import { PeopleArea } from "../../_components/people-area";
import { AssistantPanel } from "../_components/assistant-panel";

const PATH = "/manager/assistants";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.assistants"))("title") };
}

export default async function AssistantsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireManager();
  const t = await getTranslations("people.assistants");
  const { filter, address } = await parseSearchParams(PeopleAddress, searchParams);
  const { open, ...listed } = filter;
  const [{ items, nextCursor }, pools, neverInvited] = await Promise.all([
    orNotFound(() => listAssistants(ctx, listed)),
    listPools(ctx),
    countNeverInvited(ctx, "assistants", filter.poolId),
  ]);
  const ids = items.map(({ id }) => id);
  const away = await listAwayUntil(ctx, open && !ids.includes(open) ? [...ids, open] : ids);
  return (
    <Page width="full">
      <PageHeader title={t("title")} actions={<LinkButton href={`${PATH}/new`}>{t("new")}</LinkButton>} />
      <PeopleFilter path={PATH} asked={address} pools={pools} />
      <ListDetail
        detail={
          open && (
            <AssistantPanel key={open} ctx={ctx} id={open} ids={ids} asked={address} away={away.get(open)} />
          )
        }
      >
        <InviteList list="assistants" poolId={filter.poolId} neverInvited={neverInvited} people={items}>
          {items.length > 0 ? (
            <PeopleArea kind="assistants" people={items.map(({ id, name }) => ({ id, name }))} open={open}>
              <AssistantRows assistants={items} away={away} open={open} />
            </PeopleArea>
          ) : (
            <NoPeople kind="assistants" q={filter.q} />
          )}
        </InviteList>
        <PeoplePages path={PATH} asked={address} nextCursor={nextCursor} isFirst={!filter.cursor} />
      </ListDetail>
    </Page>
  );
}
