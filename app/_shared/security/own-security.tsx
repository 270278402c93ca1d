import { getTranslations } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import { getSessionId } from "@/lib/auth/guards";
import { listOwnSessions } from "@/lib/auth/own-sessions";
import type { Ctx } from "@/lib/context";
import { ChangePasswordForm } from "./change-password-form";
import { SessionList } from "./session-list";

/** A person's password, and where they are signed in. */
export async function OwnSecurity({ ctx }: { ctx: Ctx<Person> }) {
  const t = await getTranslations("accounts.security");
  const sessions = await listOwnSessions(ctx, await getSessionId());
  return (
    <Page width="text">
      <PageHeader title={t("title")} />
      <Section title={t("sessions")}>
        <SessionList sessions={sessions} />
      </Section>
      <Section title={t("password")}>
        <ChangePasswordForm email={ctx.actor.email} />
      </Section>
    </Page>
  );
}
