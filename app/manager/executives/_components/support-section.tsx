import { useLocale, useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { SearchField } from "@/components/ui/forms/search-field";
import { Notice } from "@/components/ui/layout/notice";
import { Section } from "@/components/ui/layout/page";

import type { ExecutiveView } from "@/lib/executives/schema";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import type { DutyView } from "@/lib/pools/schema";
import { inExecutiveOrder } from "@/lib/support/rules";
import type { SupportAssignmentView } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import { AddSupport } from "./add-support";
import { SupportList } from "./support-list";

type SupportSectionProps = {
  executive: Pick<ExecutiveView, "id" | "name" | "duties">;
  /** The catalogue. */
  duties: DutyView[];
  support: SupportAssignmentView[];
  /** Whom one may choose, the first so many; `isCut` when there are more. */
  assistants: { choices: Choice[]; isCut: boolean; q?: string };
  today: Day;
};

/** Who supports the executive over time, and the form that names somebody else. */
export function SupportSection({ executive, duties, support, assistants, today }: SupportSectionProps) {
  const t = useTranslations("people.support");
  const locale = localeOf(useLocale());
  const dutyNames = namesIn(locale, duties);
  const own = executive.duties.map(({ dutyId }) => ({ value: dutyId, label: dutyNames[dutyId] ?? dutyId }));
  return (
    <Section title={t("title")}>
      {support.length > 0 ? (
        <SupportList
          rows={inExecutiveOrder(support, today)}
          duties={own}
          dutyNames={dutyNames}
          today={today}
        />
      ) : (
        <Notice tone="gap">{t("empty", { name: executive.name })}</Notice>
      )}
      <FindAssistant executiveId={executive.id} assistants={assistants} />
      {assistants.choices.length > 0 ? (
        <AddSupport
          executiveId={executive.id}
          assistants={assistants.choices}
          duties={own}
          today={today}
          isOpen={support.length === 0 || assistants.q !== undefined}
        />
      ) : (
        <p className="text-ink-2">{t("noChoice")}</p>
      )}
    </Section>
  );
}

type FindAssistantProps = { executiveId: string; assistants: SupportSectionProps["assistants"] };

function FindAssistant({ executiveId, assistants }: FindAssistantProps) {
  const t = useTranslations("people.support");
  if (!assistants.isCut && assistants.q === undefined) return null;
  return (
    <div className="grid gap-2">
      <SearchField
        label={t("find")}
        action={`/manager/executives/${executiveId}`}
        name="assistant"
        query={assistants.q}
      />
      {assistants.isCut && (
        <p className="text-sm text-ink-2">{t("findHint", { count: assistants.choices.length })}</p>
      )}
    </div>
  );
}
