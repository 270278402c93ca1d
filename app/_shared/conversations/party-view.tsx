import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { AgreementPanel } from "./agreement-panel";
import { ComesNext } from "./comes-next";
import { MeetingList } from "./meeting-list";
import { PeoplePanel } from "./people-panel";
import { Timeline } from "./timeline";
import { WithdrawForm } from "./withdraw-form";
import { WriteForm } from "./write-form";

type PartyViewProps = {
  view: CaseView;
  back: { href: string; label: string };
  ownId: string;
  today: string;
  isSent: boolean;
};

/** A conversation for one of its people: what comes next, what they said, what they may read, and who may see it. */
export function PartyView({ view, back, ownId, today, isSent }: PartyViewProps) {
  const t = useTranslations("conversations");
  const isOpen = view.closedAt === null;
  const rest = { caseId: view.id, people: view.people, ownId, timeZone: view.timeZone, isOpen };
  const own = view.texts.filter(({ authorId }) => authorId === ownId);
  const others = view.texts.filter(({ authorId }) => authorId !== ownId);
  return (
    <Page width="text">
      <PageHeader title={t("one")} meta={view.code} back={back} actions={view.isWriter && <PrintButton />} />
      <ComesNext view={view} ownId={ownId} today={today} isSent={isSent} />
      <AgreementPanel view={view} />
      <MeetingList view={view} />
      {others.length > 0 && (
        <Section title={t("forYou")}>
          <Timeline {...rest} texts={others} />
        </Section>
      )}
      <Section title={t("whatISaid")}>
        <Timeline {...rest} texts={own} />
        {isOpen && (
          <Disclosure summary={t("write.open")} className="print:hidden">
            <WriteForm caseId={view.id} kinds={["statement"]} />
          </Disclosure>
        )}
      </Section>
      <PeoplePanel view={view} ownId={ownId} />
      {isOpen && view.isWriter && (
        <Disclosure tone="quiet" summary={t("withdraw.open")} className="print:hidden">
          <WithdrawForm view={view} />
        </Disclosure>
      )}
    </Page>
  );
}
