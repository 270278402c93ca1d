import { useFormatter, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { PrintButton } from "../handovers/print-button";
import { PeoplePanel } from "./people-panel";
import { Receipt } from "./receipt";
import { ReopenForm } from "./step-forms";
import { Timeline } from "./timeline";
import { WithdrawForm } from "./withdraw-form";
import { WriteForm } from "./write-form";

type PartyViewProps = {
  view: CaseView;
  back: { href: string; label: string };
  ownId: string;
  isSent: boolean;
};

/** A conversation for one of its people: what comes next, what they said, what they may read, and who may see it. */
export function PartyView({ view, back, ownId, isSent }: PartyViewProps) {
  const t = useTranslations("conversations");
  const isOpen = view.closedAt === null;
  const rest = { caseId: view.id, people: view.people, ownId, timeZone: view.timeZone, isOpen };
  const own = view.texts.filter(({ authorId }) => authorId === ownId);
  const others = view.texts.filter(({ authorId }) => authorId !== ownId);
  return (
    <Page width="text">
      <PageHeader title={t("one")} meta={view.code} back={back} actions={view.isWriter && <PrintButton />} />
      <ComesNext view={view} isSent={isSent} />
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

function ComesNext({ view, isSent }: { view: CaseView; isSent: boolean }) {
  const t = useTranslations("conversations");
  const format = useFormatter();
  const handler = view.people.find(({ role, until }) => role === "handler" && !until)?.name ?? "";
  const on = view.promisedOn
    ? format.dateTime(new Date(`${view.promisedOn}T00:00:00Z`), "dayLong", { timeZone: "UTC" })
    : "none";
  return (
    <section
      aria-labelledby="comes-next"
      className="grid gap-2 bg-accent-soft p-4 max-md:-mx-(--edge) md:rounded-xl"
    >
      <p className="text-xs font-semibold text-accent-text">{t(isSent ? "receipt.title" : "comesNext")}</p>
      <h2 id="comes-next" className="text-lg font-semibold text-balance">
        {t(`party.${view.status}.title`, { handler, outcome: view.outcome ?? "none" })}
      </h2>
      <p className="text-base text-ink-2">{t(`party.${view.status}.lead`, { handler, on })}</p>
      {view.isWriter && <Receipt view={view} handler={handler} />}
      {view.canReopen && <ReopenForm view={view} />}
    </section>
  );
}
