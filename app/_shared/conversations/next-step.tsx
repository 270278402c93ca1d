import { useFormatter, useTranslations } from "next-intl";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { ProposeForm } from "./agreement-forms";
import { type HandlerStep, handlerStepOf, partiesOf } from "./handler-step";
import { HeldForm, InviteForm } from "./meeting-forms";
import { AcknowledgeForm, CloseForm, EscalateForm, ReopenForm, TriageForm } from "./step-forms";

/** What the handler does next, as one card with one button; or whom it waits for. */
export function NextStep({ view, now }: { view: CaseView; now: Date }) {
  const t = useTranslations("conversations.next");
  const format = useFormatter();
  const writer = view.people.find(({ isWriter }) => isWriter)?.name ?? "";
  const when = view.dueAt
    ? format.dateTime(new Date(view.dueAt), "moment", { timeZone: view.timeZone })
    : "none";
  const step = handlerStepOf(view, now);
  if (step === null) return null;
  return (
    <section aria-labelledby="next-step" className="grid gap-2 rounded-xl bg-accent-soft p-4 print:hidden">
      <p className="text-xs font-semibold text-accent-text">{t("title")}</p>
      <h2 id="next-step" className="text-base font-semibold text-balance">
        {t(`${step.kind}.title`, { writer, when })}
      </h2>
      <p className="text-sm text-ink-2">{t(`${step.kind}.lead`, { writer })}</p>
      <StepForm step={step} view={view} />
    </section>
  );
}

function StepForm({ step, view }: { step: HandlerStep; view: CaseView }) {
  const people = partiesOf(view).map(({ userId, name }) => ({ userId, name }));
  switch (step.kind) {
    case "acknowledge":
      return <AcknowledgeForm view={view} />;
    case "triage":
      return <TriageForm view={view} />;
    case "grave":
      return <EscalateForm view={view} />;
    case "close":
      return <CloseForm view={view} />;
    case "reopen":
      return <ReopenForm view={view} />;
    case "separate":
      return <InviteForm view={view} people={step.people.map(({ userId, name }) => ({ userId, name }))} />;
    case "joint":
      return <InviteForm view={view} people={[]} />;
    case "held":
      return <HeldForm caseId={view.id} meetingId={step.meetingId} />;
    case "propose":
      return <ProposeForm view={view} people={people} />;
    default:
      return null;
  }
}
