import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountState } from "@/components/accounts/account-state";
import { InvitePanel } from "@/components/accounts/invite-panel";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Facts } from "@/components/ui/layout/facts";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAccount } from "@/lib/accounts/queries";
import { getInvitation } from "@/lib/accounts/service-invitations";
import { requireAdministrator } from "@/lib/auth/guards";
import { env } from "@/lib/env";
import { idOf, orNotFound } from "@/lib/server/page";
import { AccessButtons } from "../../_components/access-buttons";
import { invite } from "../../actions";

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
  const account = await orNotFound(() => requireAccount(ctx, userId));
  const invitation = await getInvitation(ctx, { userId });
  const { name, email, roles } = account;
  const facts = [
    { label: t("list.email"), value: email },
    { label: t("list.roles"), value: roles.map((role) => t(`role.${role}`)).join(", ") || t("list.noRole") },
    { label: t("list.state"), value: <AccountState account={account} /> },
  ];
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
      <Facts facts={facts} />
      <Section title={t("invite.title")}>
        <InvitePanel action={invite} invitation={invitation} name={name} publicUrl={env().NEXTAUTH_URL} />
      </Section>
      <Section title={t("account.access")}>
        <AccessButtons account={account} isOwn={userId === ctx.actor.userId} />
      </Section>
    </Page>
  );
}
