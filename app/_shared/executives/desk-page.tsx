import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { DeskProfileView } from "@/lib/executives/schema-profile";
import { DeskSections } from "./desk-sections";
import type { DutyNames } from "./routine-forms";

type DeskPageProps = {
  profile: DeskProfileView;
  duties: DutyNames;
  back: { href: string; label: string };
};

/** What is kept of a desk, for somebody who is not its executive. */
export async function DeskPage({ profile, duties, back }: DeskPageProps) {
  const t = await getTranslations("handovers.desk");
  return (
    <Page width="text">
      <PageHeader title={t("titleOf", { name: profile.executiveName })} back={back}>
        <p className="max-w-prose text-base text-ink-2">{t("introOf")}</p>
      </PageHeader>
      <DeskSections profile={profile} duties={duties} />
    </Page>
  );
}
