import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { requireDeskProfile } from "@/lib/executives/profile-queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { DeskPage } from "../../../../_desk/desk-page";
import { dutyNames } from "../../../../_desk/duty-names";

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
