import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";
import type { CaseArea } from "./areas";
import { StepDownForm } from "./step-down-form";
import { CloseForm, EscalateForm, MoveDayForm } from "./step-forms";

/** What a handler may do at any time, beside the next step. */
export function HandlerActions({ view, area }: { view: CaseView; area: CaseArea }) {
  const t = useTranslations("conversations.more");
  if (view.closedAt) return null;
  const isSorted = view.promisedOn !== null;
  const isGrave = view.tier === 3 && isSorted;
  return (
    <Section title={t("title")} className="print:hidden">
      <div className="grid gap-1">
        {isSorted && (
          <Disclosure summary={t("moveDay.open")}>
            <MoveDayForm view={view} />
          </Disclosure>
        )}
        {view.status !== "escalated" && !isGrave && (
          <Disclosure summary={t("escalate")}>
            <EscalateForm view={view} />
          </Disclosure>
        )}
        {view.status !== "reported" && (!isSorted || (isGrave && view.status !== "escalated")) && (
          <Disclosure summary={t("close")}>
            <CloseForm view={view} />
          </Disclosure>
        )}
        <Disclosure summary={t("stepDown.open")}>
          <StepDownForm id={view.id} area={area} />
        </Disclosure>
      </div>
    </Section>
  );
}
