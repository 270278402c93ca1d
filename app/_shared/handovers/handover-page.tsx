import { getTranslations } from "next-intl/server";
import { HandoverBadge } from "@/components/handovers/handover-badge";
import { LivePage } from "@/components/live/live-page";
import { Contact } from "@/components/ui/layout/contact-links";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import type { ExecutiveProfileView } from "@/lib/executives/schema-profile";
import type { HandoverView } from "@/lib/handovers/schema";
import { AccessSection } from "./access-section";
import { ChangesSection } from "./changes-section";
import { Guidance } from "./guidance";
import { ItemSection } from "./item-section";
import { NextStep } from "./next-step";
import { OpenEnds } from "./open-ends";
import { OthersSection } from "./others-section";
import { ProfileSections } from "./profile-sections";
import { QuestionSection } from "./question-section";
import { RangeText } from "./range-text";
import { TodaySection } from "./today-section";

type HandoverPageProps = {
  handover: HandoverView;
  /** The executive's profile as the reader may see it; null where it is no longer theirs. */
  profile: ExecutiveProfileView | null;
  back: string;
};

/** A handover as it is read at ten to eight: what is today, what to watch, who the executive is, what is open, which access. */
export async function HandoverPage({ handover, profile, back }: HandoverPageProps) {
  const t = await getTranslations("handovers");
  const { executiveName, executiveTitle, status } = handover;
  const isBack = status === "handed_back" || status === "closed";
  return (
    <Page>
      <LivePage kinds={["handover", "cover"]} ids={[handover.id]} />
      <PageHeader
        title={executiveName}
        meta={
          <span className="flex flex-wrap items-center gap-2">
            <RangeText range={handover} />
            <HandoverBadge status={status} />
          </span>
        }
        back={{ href: back, label: t("title") }}
        actions={<PrintButton />}
      >
        {executiveTitle && <p className="text-base text-ink-2">{executiveTitle}</p>}
        {profile && <Contact email={profile.email} phone={profile.phone} />}
      </PageHeader>
      <Guidance handover={handover} />
      <NextStep handover={handover} />
      <OpenEnds handover={handover} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_360px] print:grid-cols-1">
        <div className="grid content-start gap-6">
          {isBack && <ChangesSection handover={handover} />}
          {handover.hasStarted && !handover.hasEnded && <TodaySection handover={handover} />}
          <ItemSection handover={handover} kind="watch" />
          <ProfileSections handover={handover} profile={profile} />
          <ItemSection handover={handover} kind="request" />
          <ItemSection handover={handover} kind="recurring" />
          <ItemSection handover={handover} kind="date" />
          <ItemSection handover={handover} kind="note" />
          {handover.hasStarted && !isBack && <ChangesSection handover={handover} />}
        </div>
        <div className="grid content-start gap-6">
          <div id="questions" className="scroll-mt-4">
            <QuestionSection handover={handover} />
          </div>
          <div id="access" className="scroll-mt-4">
            <AccessSection handover={handover} />
          </div>
          <OthersSection handover={handover} />
        </div>
      </div>
    </Page>
  );
}
