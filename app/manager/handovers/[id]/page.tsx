import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandoverPage } from "@/app/_shared/handovers/handover-page";
import { profileToRead } from "@/app/_shared/handovers/read-profile";
import { requireManager } from "@/lib/auth/guards";
import { requireHandover } from "@/lib/handovers/queries";
import { idOf, orNotFound } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers"))("title") };
}

export default async function ManagerHandoverPage({ params }: PageProps<"/manager/handovers/[id]">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const handover = await orNotFound(() => requireHandover(ctx, id));
  const profile = await profileToRead(ctx, handover.executiveId);
  return <HandoverPage handover={handover} profile={profile} back="/manager/handovers" />;
}
