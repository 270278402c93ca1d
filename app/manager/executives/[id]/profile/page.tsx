import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { requireDeskProfile } from "@/lib/executives/profile-queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { DeskPage } from "../../../../_desk/desk-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.list"))("openDesk") };
}

export default async function ManagerDeskPage({ params }: PageProps<"/manager/executives/[id]/profile">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const profile = await orNotFound(() => requireDeskProfile(ctx, id));
  return (
    <DeskPage profile={profile} back={{ href: `/manager/executives/${id}`, label: profile.executiveName }} />
  );
}
