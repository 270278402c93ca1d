import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/page";
import { requireManager } from "@/lib/auth/guards";
import { requireDeskProfile } from "@/lib/executives/profile-queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { DeskSections } from "../../../../_desk/desk-sections";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.list"))("openDesk") };
}

export default async function ManagerDeskPage({ params }: PageProps<"/manager/executives/[id]/profile">) {
  const ctx = await requireManager();
  const t = await getTranslations("handovers");
  const id = idOf((await params).id);
  const profile = await orNotFound(() => requireDeskProfile(ctx, id));
  return (
    <Page width="text">
      <PageHeader
        title={t("desk.titleOf", { name: profile.executiveName })}
        back={{ href: `/manager/executives/${id}`, label: profile.executiveName }}
      >
        <p className="max-w-prose text-base text-ink-2">{t("desk.introOf")}</p>
      </PageHeader>
      <DeskSections profile={profile} />
    </Page>
  );
}
