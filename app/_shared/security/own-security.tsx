import { getTranslations } from "next-intl/server";
import type { Area } from "@/components/shell/areas";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { getOwnFactor } from "@/lib/accounts/queries-factor";
import type { Person } from "@/lib/actor";
import { listOwnSessions } from "@/lib/auth/own-sessions";
import type { Ctx } from "@/lib/context";
import { ChangePasswordForm } from "./change-password-form";
import { OwnFactor } from "./own-factor";
import { SessionList } from "./session-list";

/** A person's password and second factor, and where they are signed in. */
export async function OwnSecurity({ ctx, area }: { ctx: Ctx<Person>; area: Area }) {
  const t = await getTranslations("accounts.security");
  const [sessions, factor] = await Promise.all([listOwnSessions(ctx), getOwnFactor(ctx)]);
  const { email, mustHaveFactor } = ctx.actor;
  return (
    <Page width="text">
      <PageHeader title={t("title")} />
      <Section title={t("sessions")}>
        <SessionList sessions={sessions} />
      </Section>
      <Section title={t("factor")}>
        <OwnFactor factor={factor} isMandatory={mustHaveFactor} page={`/${area}/security`} />
      </Section>
      <Section title={t("password")}>
        <ChangePasswordForm email={email} />
      </Section>
    </Page>
  );
}
