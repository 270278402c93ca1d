import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dutyNames } from "@/app/_shared/executives/duty-names";
import { ExecutivePage } from "@/app/_shared/executives/executive-page";
import { AsksSection } from "@/app/_shared/matching/asks-section";
import { requireManager } from "@/lib/auth/guards";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import { listStyleNames, requireAsks } from "@/lib/matching/asks/queries";
import { idOf, orNotFound } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.list"))("openExecutive") };
}

export default async function ManagerExecutivePage({
  params,
}: PageProps<"/manager/executives/[id]/profile">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const [profile, duties, asks, styles] = await Promise.all([
    orNotFound(() => requireExecutiveProfile(ctx, id)),
    dutyNames(ctx),
    orNotFound(() => requireAsks(ctx, id)),
    listStyleNames(ctx),
  ]);
  return (
    <ExecutivePage
      profile={profile}
      duties={duties}
      back={{ href: `/manager/executives/${id}`, label: profile.executiveName }}
    >
      <AsksSection asks={asks} styles={styles} />
    </ExecutivePage>
  );
}
