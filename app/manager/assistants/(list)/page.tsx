import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssistantTable } from "@/components/assistants/assistant-table";
import { PeopleFilter, PeoplePages } from "@/components/assistants/people-filter";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listAwayUntil } from "@/lib/absences/requests/queries-today";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { listAssistants } from "@/lib/assistants/queries";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams, type SearchParams } from "@/lib/server/page";
import { InviteList } from "../../_components/invite-list";
import { NoPeople } from "../../_components/no-people";

const PATH = "/manager/assistants";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.assistants"))("title") };
}

export default async function AssistantsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireManager();
  const t = await getTranslations("people.assistants");
  const { filter, address } = await parseSearchParams(ListPeopleInput, searchParams);
  const [{ items, nextCursor }, pools, neverInvited] = await Promise.all([
    orNotFound(() => listAssistants(ctx, filter)),
    listPools(ctx),
    countNeverInvited(ctx, "assistants", filter.poolId),
  ]);
  const away = await listAwayUntil(
    ctx,
    items.map(({ id }) => id),
  );
  return (
    <Page width="full">
      <PageHeader title={t("title")} actions={<LinkButton href={`${PATH}/new`}>{t("new")}</LinkButton>} />
      <PeopleFilter path={PATH} asked={address} pools={pools} />
      <InviteList list="assistants" poolId={filter.poolId} neverInvited={neverInvited} people={items}>
        {items.length > 0 ? (
          <AssistantTable assistants={items} away={away} />
        ) : (
          <NoPeople kind="assistants" q={filter.q} />
        )}
      </InviteList>
      <PeoplePages path={PATH} asked={address} nextCursor={nextCursor} isFirst={!filter.cursor} />
    </Page>
  );
}
