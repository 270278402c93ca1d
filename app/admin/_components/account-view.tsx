import "server-only";
import { useFormatter, useTranslations } from "next-intl";
import { AccountFactorState } from "@/components/accounts/account-factor-state";
import { AccountState } from "@/components/accounts/account-state";
import { InvitePanel } from "@/components/accounts/invite-panel";
import { TokenList } from "@/components/accounts/token-list";
import { Facts } from "@/components/ui/layout/facts";
import { Section } from "@/components/ui/layout/page";
import { listPossibleDeciders } from "@/lib/absences/deciders/queries-possible";
import { countOtherAdministrators, requireAccount } from "@/lib/accounts/queries";
import { listTokens } from "@/lib/accounts/queries-tokens";
import { getInvitation } from "@/lib/accounts/service-invitations";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { listHeld } from "@/lib/insight/leaving/queries";
import { listPoolsLed } from "@/lib/pools/queries-managers";
import { orNotFound } from "@/lib/server/page";
import { endTokenOf, invite } from "../actions";
import { AccessButtons } from "./access-buttons";
import { HeldList } from "./held-list";
import { LedPools } from "./led-pools";

/** All that is known of an account: on its page and beside the list. */
export async function readAccount(ctx: Ctx<Administrator>, userId: string) {
  const account = await orNotFound(() => requireAccount(ctx, userId));
  const isOwn = userId === ctx.actor.userId;
  const [invitation, tokens, pools, held, managers, otherAdministrators] = await Promise.all([
    getInvitation(ctx, { userId }),
    listTokens(ctx, userId),
    listPoolsLed(ctx, userId),
    listHeld(ctx, userId),
    listPossibleDeciders(ctx),
    isOwn ? countOtherAdministrators(ctx) : 0,
  ]);
  const successors = managers.filter(({ id }) => id !== userId);
  return { account, invitation, tokens, pools, held, successors, isOwn, otherAdministrators };
}

/** What `readAccount` found, with the ways to invite its person and to change what they may. */
export function AccountFacts({
  account,
  invitation,
  tokens,
  pools,
  held,
  successors,
  isOwn,
  otherAdministrators,
}: Awaited<ReturnType<typeof readAccount>>) {
  const t = useTranslations("accounts");
  const { userId, name, email, roles, state } = account;
  const facts = [
    { label: t("list.email"), value: email },
    { label: t("list.roles"), value: roles.map((role) => t(`role.${role}`)).join(", ") || t("list.noRole") },
    { label: t("list.state"), value: <AccountState account={account} /> },
    ...(account.linkedAt
      ? [{ label: t("account.identity"), value: <LinkedSince at={account.linkedAt} /> }]
      : []),
    { label: t("account.factor"), value: <AccountFactorState factor={account.factor} /> },
  ];
  return (
    <>
      <Facts facts={facts} />
      <Section title={t("invite.title")}>
        <InvitePanel action={invite} invitation={invitation} name={name} publicUrl={env().NEXTAUTH_URL} />
      </Section>
      {(state !== "disabled" || pools.some(({ isLed }) => isLed)) && (
        <Section title={t("led.title")}>
          <LedPools
            // Another pool of the office is no reason to begin anew, and to lose what was answered.
            key={pools.flatMap(({ id, isLed }) => (isLed ? [id] : [])).join()}
            userId={userId}
            name={name}
            pools={pools}
          />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={t("held.title", { name })}>
          <p className="text-sm text-pretty text-ink-2">
            {t(state === "disabled" ? "held.leadShut" : "held.lead", { name })}
          </p>
          <HeldList userId={userId} held={held} successors={successors} />
        </Section>
      )}
      <Section title={t("account.access")}>
        {isOwn && (
          <p className="text-sm text-ink-2">{t("account.ownAccount", { others: otherAdministrators })}</p>
        )}
        <AccessButtons account={account} isOwn={isOwn} />
      </Section>
      {tokens.length > 0 && (
        <Section title={t("tokens.own")}>
          <TokenList tokens={tokens} action={endTokenOf} />
        </Section>
      )}
    </>
  );
}

function LinkedSince({ at }: { at: string }) {
  const t = useTranslations("accounts.account");
  const format = useFormatter();
  return t("identitySince", { day: format.dateTime(new Date(at), "day") });
}
