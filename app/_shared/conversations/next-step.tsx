import { useFormatter, useTranslations } from "next-intl";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { AcknowledgeForm, CloseForm, EscalateForm, ReopenForm, TriageForm } from "./step-forms";

/** What the handler does next, as one card with one button. */
export function NextStep({ view }: { view: CaseView }) {
  const t = useTranslations("conversations.next");
  const format = useFormatter();
  const writer = view.people.find(({ isWriter }) => isWriter)?.name ?? "";
  const when = view.dueAt
    ? format.dateTime(new Date(view.dueAt), "moment", { timeZone: view.timeZone })
    : "none";
  const step = stepOf(view);
  if (step === null) return null;
  return (
    <section aria-labelledby="next-step" className="grid gap-2 rounded-xl bg-accent-soft p-4 print:hidden">
      <p className="text-xs font-semibold text-accent-text">{t("title")}</p>
      <h2 id="next-step" className="text-base font-semibold text-balance">
        {t(`${step}.title`, { writer, when })}
      </h2>
      <p className="text-sm text-ink-2">{t(`${step}.lead`, { writer })}</p>
      {step === "acknowledge" && <AcknowledgeForm view={view} />}
      {step === "triage" && <TriageForm view={view} />}
      {step === "grave" && <EscalateForm view={view} />}
      {step === "close" && <CloseForm view={view} />}
      {step === "reopen" && <ReopenForm view={view} />}
    </section>
  );
}

function stepOf({ status, tier, canReopen }: CaseView) {
  if (status === "reported") return "acknowledge" as const;
  if (status === "acknowledged") return "triage" as const;
  if (status === "withdrawn") return null;
  if (status === "closed") return canReopen ? ("reopen" as const) : null;
  return tier === 3 && status !== "escalated" ? ("grave" as const) : ("close" as const);
}
