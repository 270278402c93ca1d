import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { CheckInForm, SignForm } from "./agreement-forms";
import { AnswerForm, ConsentForm, TakeBackForm } from "./meeting-forms";
import { type PartyStep, partyStepOf } from "./party-step";
import { Receipt } from "./receipt";
import { ReopenForm } from "./step-forms";

type ComesNextProps = { view: CaseView; ownId: string; today: string; isSent: boolean };

/** What comes next for one of a conversation's people, as one card: what is asked of them, or where it stands. */
export function ComesNext({ view, ownId, today, isSent }: ComesNextProps) {
  const t = useTranslations("conversations");
  const step = partyStepOf(view, ownId, today);
  const handler = view.people.find(({ role, until }) => role === "handler" && !until)?.name ?? "";
  const hasGiven = view.mediation.consents.includes(ownId);
  const isChangeable = hasGiven && ["separate_meetings", "joint_meeting"].includes(view.status);
  return (
    <section
      aria-labelledby="comes-next"
      className="grid gap-2 bg-accent-soft p-4 max-md:-mx-(--edge) md:rounded-xl"
    >
      <p className="text-xs font-semibold text-accent-text">{t(isSent ? "receipt.title" : "comesNext")}</p>
      {step ? (
        <Asked step={step} view={view} handler={handler} />
      ) : (
        <Standing view={view} handler={handler} />
      )}
      {view.isWriter && <Receipt view={view} handler={handler} />}
      {isChangeable && <TakeBackForm caseId={view.id} />}
      {view.canReopen && <ReopenForm view={view} />}
    </section>
  );
}

function Standing({ view, handler }: { view: CaseView; handler: string }) {
  const t = useTranslations("conversations.party");
  const format = useFormatter();
  const on = view.promisedOn
    ? format.dateTime(new Date(`${view.promisedOn}T00:00:00Z`), "dayLong", { timeZone: "UTC" })
    : "none";
  return (
    <Card
      title={t(`${view.status}.title`, { handler, outcome: view.outcome ?? "none" })}
      lead={t(`${view.status}.lead`, { handler, on })}
    />
  );
}

function Asked({ step, view, handler }: { step: PartyStep; view: CaseView; handler: string }) {
  const t = useTranslations("conversations.asked");
  const format = useFormatter();
  switch (step.kind) {
    case "meeting": {
      const { startsAt, endsAt, words, kind, id } = step.meeting;
      const when = format.dateTimeRange(new Date(startsAt), new Date(endsAt), {
        ...WHEN,
        timeZone: view.timeZone,
      });
      return (
        <Card title={t(`meeting.${kind}`, { handler })} lead={t("meeting.lead", { when, words })}>
          <AnswerForm caseId={view.id} meetingId={id} />
        </Card>
      );
    }
    case "consent":
      return (
        <Card title={t("consent.title")} lead={t("consent.lead", { handler })}>
          <ConsentForm caseId={view.id} />
        </Card>
      );
    case "sign":
      return (
        <Card title={t("sign.title")} lead={t("sign.lead")}>
          <SignForm caseId={view.id} edition={step.edition} />
        </Card>
      );
    case "check_in":
      return (
        <Card title={t("checkIn.title")} lead={t("checkIn.lead", { handler })}>
          <CheckInForm caseId={view.id} checkInId={step.checkInId} />
        </Card>
      );
  }
}

function Card({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <>
      <h2 id="comes-next" className="text-lg font-semibold text-balance">
        {title}
      </h2>
      <p className="text-base whitespace-pre-wrap text-ink-2">{lead}</p>
      {children}
    </>
  );
}

const WHEN = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
