import { getTranslations } from "next-intl/server";
import type { Area } from "@/components/shell/areas";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { getAwaitedAddress } from "@/lib/accounts/queries-address";
import { getOwnFactor } from "@/lib/accounts/queries-factor";
import { listTokens } from "@/lib/accounts/queries-tokens";
import type { Person } from "@/lib/actor";
import { listOwnSessions } from "@/lib/auth/own-sessions";
import type { Ctx } from "@/lib/context";
import { isMailOn } from "@/lib/env";
import { ChangePasswordForm } from "./change-password-form";
import { OwnAddress } from "./own-address";
import { OwnData } from "./own-data";
import { OwnFactor } from "./own-factor";
import { SessionList } from "./session-list";

/** A person's password and second factor, and where they are signed in. */
export async function OwnSecurity({ ctx, area }: { ctx: Ctx<Person>; area: Area }) {
  const t = await getTranslations("accounts");
  const { userId, email, mustHaveFactor } = ctx.actor;
  const [sessions, factor, tokens, awaited] = await Promise.all([
    listOwnSessions(ctx),
    getOwnFactor(ctx),
    listTokens(ctx, userId),
    getAwaitedAddress(ctx, userId),
  ]);
  return (
    <Page width="text">
      <PageHeader title={t("security.title")} />
      <Section title={t("security.sessions")}>
        <SessionList sessions={sessions} />
      </Section>
      <Section title={t("security.factor")}>
        <OwnFactor factor={factor} isMandatory={mustHaveFactor} page={`/${area}/security`} />
      </Section>
      <Section title={t("security.password")}>
        <ChangePasswordForm email={email} />
      </Section>
      <Section title={t("address.section")}>
        <OwnAddress email={email} awaited={awaited} hasMail={isMailOn()} />
      </Section>
      <Section title={t("tokens.own")}>
        <p className="text-base text-ink-2">{t("tokens.manage", { count: tokens.length })}</p>
        <LinkButton href={`/${area}/security/tokens`} className="w-fit">
          {t("tokens.open")}
        </LinkButton>
      </Section>
      <Section title={t("ownData.title")}>
        <OwnData />
      </Section>
    </Page>
  );
}
