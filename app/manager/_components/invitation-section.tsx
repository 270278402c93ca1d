import { getTranslations } from "next-intl/server";
import { InvitePanel } from "@/components/accounts/invite-panel";
import { Section } from "@/components/ui/layout/page";
import type { InvitationView } from "@/lib/accounts/schema";
import { env } from "@/lib/env";
import { invite } from "../invite-action";

/** Where a person of the manager's pools stands on the way to their account. */
export async function InvitationSection({ invitation, name }: { invitation: InvitationView; name: string }) {
  const t = await getTranslations("accounts.invite");
  return (
    <Section title={t("title")}>
      <InvitePanel action={invite} invitation={invitation} name={name} publicUrl={env().NEXTAUTH_URL} />
    </Section>
  );
}
