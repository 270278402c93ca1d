import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Contact } from "@/components/ui/layout/contact-links";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { ExecutiveProfileView } from "@/lib/executives/schema-profile";
import { ExecutiveSections } from "./executive-sections";
import type { DutyNames } from "./routine-forms";

type ExecutivePageProps = {
  profile: ExecutiveProfileView;
  duties: DutyNames;
  back: { href: string; label: string };
  children?: ReactNode;
};

/** What is kept of an executive, for somebody who is not its executive. */
export async function ExecutivePage({ profile, duties, back, children }: ExecutivePageProps) {
  const t = await getTranslations("handovers.executive");
  return (
    <Page width="text">
      <PageHeader title={t("titleOf", { name: profile.executiveName })} back={back}>
        <Contact email={profile.email} phone={profile.phone} />
        <p className="max-w-prose text-base text-ink-2">{t("introOf")}</p>
      </PageHeader>
      <ExecutiveSections profile={profile} duties={duties} />
      {children}
    </Page>
  );
}
