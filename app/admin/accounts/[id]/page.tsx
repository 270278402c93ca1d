import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAccount } from "@/lib/accounts/queries";
import { requireAdministrator } from "@/lib/auth/guards";
import { idOf, orNotFound } from "@/lib/server/page";
import { AccountFacts, readAccount } from "../../_components/account-view";

type AccountPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  const ctx = await requireAdministrator();
  const id = idOf((await params).id);
  return { title: (await orNotFound(() => requireAccount(ctx, id))).name };
}

export default async function AccountPage({ params }: AccountPageProps) {
  const ctx = await requireAdministrator();
  const userId = idOf((await params).id);
  const t = await getTranslations("accounts");
  const read = await readAccount(ctx, userId);
  const { name, email } = read.account;
  return (
    <Page width="text">
      <PageHeader
        title={name}
        back={{ href: "/admin", label: t("list.title") }}
        actions={
          <LinkButton href={`/admin/audit?${new URLSearchParams({ who: email })}`}>
            {t("account.trail")}
          </LinkButton>
        }
      />
      <AccountFacts {...read} />
    </Page>
  );
}
