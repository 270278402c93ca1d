import { useTranslations } from "next-intl";
import { NarrowChoices } from "@/app/_shared/forms/narrow-choices";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { Section } from "@/components/ui/layout/page";
import { givingMove } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { AssignForm } from "./assign-form";

type AssignSectionProps = {
  request: SupportRequestView;
  /** Whoever supports or covers the executive at this moment. */
  serving: { assistantId: string } | null;
  assistants: AssistantChoices;
};

/** Who has a request, and the form that gives it to somebody. */
export function AssignSection({ request, serving, assistants }: AssignSectionProps) {
  const t = useTranslations("requests.assign");
  const marked = assistants.choices.map(({ value, label }) =>
    value === serving?.assistantId
      ? { value, label: t("servesNow", { name: label, executive: request.executiveName }) }
      : { value, label },
  );
  if (givingMove(request.status) === null) {
    return (
      <Section title={t("title")} className="print:hidden">
        <p className="text-base text-ink-2">{t("closed")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")} className="print:hidden">
      <NarrowChoices
        assistants={assistants}
        label={t("find")}
        action={`/manager/requests/${request.id}`}
        hint={t("findHint", { count: assistants.choices.length })}
      />
      {marked.length > 0 ? (
        <AssignForm
          key={request.version}
          request={request}
          assistants={{ ...assistants, choices: marked }}
          suggestedId={request.assigneeId ?? serving?.assistantId ?? ""}
        />
      ) : (
        <p className="text-base text-ink-2">{t("nobodyFound")}</p>
      )}
    </Section>
  );
}
