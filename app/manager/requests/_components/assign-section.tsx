import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { SearchField } from "@/components/ui/forms/search-field";
import { Section } from "@/components/ui/layout/page";
import { statusAfter } from "@/lib/moves/rules";
import { REQUEST_MOVES } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { AssignForm } from "./assign-form";

type AssignSectionProps = {
  request: SupportRequestView;
  /** Whoever supports or covers the executive at this moment. */
  serving: { assistantId: string } | null;
  /** Whom one may choose, the first so many; `isCut` when there are more. */
  assistants: { choices: Choice[]; isCut: boolean; q?: string };
};

/** Who has a request, and the form that gives it to somebody. */
export function AssignSection({ request, serving, assistants }: AssignSectionProps) {
  const t = useTranslations("requests.assign");
  const { choices, isCut, q } = assistants;
  const marked = choices.map(({ value, label }) =>
    value === serving?.assistantId
      ? { value, label: t("servesNow", { name: label, executive: request.executiveName }) }
      : { value, label },
  );
  if (statusAfter(REQUEST_MOVES, request.status, "assign") === null) {
    return (
      <Section title={t("title")}>
        <p className="text-base text-ink-2">{t("closed")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")}>
      {(isCut || q !== undefined) && (
        <SearchField
          label={t("find")}
          action={`/manager/requests/${request.id}`}
          name="assistant"
          query={q}
        />
      )}
      {isCut && <p className="text-sm text-ink-2">{t("findHint", { count: choices.length })}</p>}
      {marked.length > 0 ? (
        <AssignForm
          key={request.version}
          request={request}
          choices={marked}
          suggestedId={request.assigneeId ?? serving?.assistantId ?? ""}
        />
      ) : (
        <p className="text-base text-ink-2">{t("nobodyFound")}</p>
      )}
    </Section>
  );
}
