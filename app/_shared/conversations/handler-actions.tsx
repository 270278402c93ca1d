import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { ProposeForm } from "./agreement-forms";
import type { CaseArea } from "./areas";
import { handlerStepOf, partiesOf } from "./handler-step";
import { RestrictionForm } from "./restriction-form";
import { StepDownForm } from "./step-down-form";
import { CloseForm, EscalateForm, MoveDayForm } from "./step-forms";

/** What a handler may do at any time, beside the next step. */
export function HandlerActions({ view, area, now }: { view: CaseView; area: CaseArea; now: Date }) {
  const t = useTranslations("conversations.more");
  if (view.closedAt) return null;
  const step = handlerStepOf(view, now)?.kind;
  const isSorted = view.promisedOn !== null;
  const canPropose = view.status === "monitoring" || step === "await_signatures";
  const people = partiesOf(view).map(({ userId, name }) => ({ userId, name }));
  return (
    <Section title={t("title")} className="print:hidden">
      <div className="grid gap-1">
        {isSorted && (
          <Disclosure summary={t("moveDay.open")}>
            <MoveDayForm view={view} />
          </Disclosure>
        )}
        {canPropose && (
          <Disclosure summary={t("newVersion")}>
            <ProposeForm view={view} people={people} />
          </Disclosure>
        )}
        {view.status !== "escalated" && step !== "grave" && (
          <Disclosure summary={t("escalate")}>
            <EscalateForm view={view} />
          </Disclosure>
        )}
        {view.status !== "reported" && step !== "close" && (
          <Disclosure summary={t("close")}>
            <CloseForm view={view} />
          </Disclosure>
        )}
        {view.pair && view.status !== "reported" && (
          <Disclosure summary={t(view.pair.restriction ? "apart.end" : "apart.open")}>
            <RestrictionForm caseId={view.id} pair={view.pair} />
          </Disclosure>
        )}
        <Disclosure summary={t("stepDown.open")}>
          <StepDownForm id={view.id} area={area} />
        </Disclosure>
      </div>
    </Section>
  );
}
