import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/app/_shared/executives/desk-page";
import { dutyNames } from "@/app/_shared/executives/duty-names";
import { requireManager } from "@/lib/auth/guards";
import { requireDeskProfile } from "@/lib/executives/queries-profile";
import { idOf, orNotFound } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.list"))("openDesk") };
}

export default async function ManagerDeskPage({ params }: PageProps<"/manager/executives/[id]/profile">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const [profile, duties] = await Promise.all([
    orNotFound(() => requireDeskProfile(ctx, id)),
    dutyNames(ctx),
  ]);
  return (
    <DeskPage
      profile={profile}
      duties={duties}
      back={{ href: `/manager/executives/${id}`, label: profile.executiveName }}
    />
  );
}
