import { useLocale, useTranslations } from "next-intl";
import { NarrowChoices } from "@/app/_shared/forms/narrow-choices";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
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
  assistants: AssistantChoices;
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
      <NarrowChoices
        assistants={assistants}
        label={t("find")}
        action={`/manager/executives/${executive.id}`}
        hint={t("findHint", { count: assistants.choices.length })}
      />
      {assistants.choices.length > 0 ? (
        <AddSupport
          executiveId={executive.id}
          assistants={assistants}
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
