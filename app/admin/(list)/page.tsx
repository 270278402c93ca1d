import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isInvitable } from "@/components/accounts/choice-of-invited";
import { InvitePeople } from "@/components/accounts/invite-people";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { ListDetail } from "@/components/ui/layout/list-detail";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listAccounts } from "@/lib/accounts/queries";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { requireAdministrator } from "@/lib/auth/guards";
import { env } from "@/lib/env";
import { parseSearchParams, type SearchParams } from "@/lib/server/page";
import { AccountArea } from "../_components/account-area";
import { AccountFilter, AccountPages } from "../_components/account-filter";
import { AccountPanel } from "../_components/account-panel";
import { AccountRows } from "../_components/account-rows";
import { AccountsAddress } from "../_components/address";
import { inviteMany } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.list"))("title") };
}

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireAdministrator();
  const t = await getTranslations("accounts.list");
  const { filter, address } = await parseSearchParams(AccountsAddress, searchParams);
  const { open, ...listed } = filter;
  const [{ items, nextCursor }, neverInvited] = await Promise.all([
    listAccounts(ctx, listed),
    countNeverInvited(ctx, "accounts"),
  ]);
  const ids = items.map(({ userId }) => userId);
  return (
    <Page width="full">
      <PageHeader title={t("title")} />
      <AccountFilter address={address} />
      <ListDetail detail={open && <AccountPanel key={open} ctx={ctx} id={open} ids={ids} asked={address} />}>
        <InvitePeople
          list="accounts"
          action={inviteMany}
          neverInvited={neverInvited}
          hasChoice={items.some(isInvitable)}
          publicUrl={env().NEXTAUTH_URL}
        >
          {items.length > 0 ? (
            <AccountArea accounts={items.map(({ userId, email }) => ({ userId, email }))} open={open}>
              <AccountRows accounts={items} open={open} />
            </AccountArea>
          ) : (
            <EmptyState className="mx-(--edge) mt-6">
              {filter.q ? t("nothing", { query: filter.q }) : t("empty")}
            </EmptyState>
          )}
        </InvitePeople>
        <AccountPages address={address} nextCursor={nextCursor} />
      </ListDetail>
    </Page>
  );
}
