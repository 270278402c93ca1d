import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dutyNames } from "@/app/_shared/executives/duty-names";
import { ExecutivePage } from "@/app/_shared/executives/executive-page";
import { requireAssistant } from "@/lib/auth/guards";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import { idOf, orNotFound } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.list"))("openExecutive") };
}

export default async function AssistantExecutivePage({ params }: PageProps<"/assistant/executives/[id]">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("handovers");
  const id = idOf((await params).id);
  const [profile, duties] = await Promise.all([
    orNotFound(() => requireExecutiveProfile(ctx, id)),
    dutyNames(ctx),
  ]);
  return (
    <ExecutivePage
      profile={profile}
      duties={duties}
      back={{ href: "/assistant/handovers", label: t("title") }}
    />
  );
}
