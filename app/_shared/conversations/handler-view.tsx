import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { AgreementPanel } from "./agreement-panel";
import type { CaseArea } from "./areas";
import { CheckInList } from "./check-in-list";
import { Course } from "./course";
import { HandlerActions } from "./handler-actions";
import { MeetingList } from "./meeting-list";
import { NextStep } from "./next-step";
import { PeoplePanel } from "./people-panel";
import { Timeline } from "./timeline";
import { WriteForm } from "./write-form";

type HandlerViewProps = {
  view: CaseView;
  area: CaseArea;
  back: { href: string; label: string };
  ownId: string;
  now: Date;
};

/** A conversation for whoever handles it: its course, what was written, the next step, and who may see it. */
export function HandlerView({ view, area, back, ownId, now }: HandlerViewProps) {
  const t = useTranslations("conversations");
  const isOpen = view.closedAt === null;
  return (
    <Page width="full">
      <PageHeader
        title={t("codeOf", { code: view.code })}
        meta={t("about", { topic: view.topic, wish: view.wish })}
        back={back}
        actions={
          <span className="flex items-center gap-1.5 text-xs text-ink-2">
            <Lock aria-hidden className="size-3.5" />
            {t("openFor")}
          </span>
        }
      />
      <Course view={view} />
      <div className="grid gap-8 min-[1000px]:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid content-start gap-6 pt-2 max-[999px]:order-last">
          <Timeline
            caseId={view.id}
            texts={view.texts}
            people={view.people}
            ownId={ownId}
            timeZone={view.timeZone}
            isOpen={isOpen}
          >
            {isOpen && <WriteForm caseId={view.id} kinds={["note", "statement"]} />}
          </Timeline>
        </div>
        <div className="grid content-start gap-6">
          <NextStep view={view} now={now} />
          <AgreementPanel view={view} />
          <MeetingList view={view} />
          <CheckInList view={view} />
          <PeoplePanel view={view} ownId={ownId} />
          <HandlerActions view={view} area={area} now={now} />
        </div>
      </div>
    </Page>
  );
}
