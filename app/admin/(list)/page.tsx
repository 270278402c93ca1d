import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isInvitable } from "@/components/accounts/choice-of-invited";
import { InvitePeople } from "@/components/accounts/invite-people";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listAccounts } from "@/lib/accounts/queries";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { ListAccountsInput } from "@/lib/accounts/schema";
import { requireAdministrator } from "@/lib/auth/guards";
import { env } from "@/lib/env";
import { parseSearchParams, type SearchParams } from "@/lib/server/page";
import { AccountFilter, AccountPages } from "../_components/account-filter";
import { AccountTable } from "../_components/account-table";
import { inviteMany } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.list"))("title") };
}

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireAdministrator();
  const t = await getTranslations("accounts.list");
  const { filter, address } = await parseSearchParams(ListAccountsInput, searchParams);
  const [{ items, nextCursor }, neverInvited] = await Promise.all([
    listAccounts(ctx, filter),
    countNeverInvited(ctx, "accounts"),
  ]);
  return (
    <Page width="full">
      <PageHeader title={t("title")} />
      <AccountFilter address={address} />
      <InvitePeople
        list="accounts"
        action={inviteMany}
        neverInvited={neverInvited}
        hasChoice={items.some(isInvitable)}
        publicUrl={env().NEXTAUTH_URL}
      >
        {items.length > 0 ? (
          <AccountTable accounts={items} />
        ) : (
          <EmptyState>{filter.q ? t("nothing", { query: filter.q }) : t("empty")}</EmptyState>
        )}
      </InvitePeople>
      <AccountPages address={address} nextCursor={nextCursor} />
    </Page>
  );
}
