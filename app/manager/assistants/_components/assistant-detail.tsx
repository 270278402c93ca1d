import { useLocale, useTranslations } from "next-intl";
import { LanguageList, SkillList } from "@/components/assistants/skill-list";
import { UpcomingWeeks } from "@/components/assistants/upcoming-weeks";
import { WeekTable } from "@/components/assistants/week-table";
import { SupportTable } from "@/components/support/support-table";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Section } from "@/components/ui/layout/page";
import type { WorkStyleRating } from "@/lib/assistants/queries-profile";
import { hoursSummary } from "@/lib/assistants/rules";

import type { AssistantView, WorkingPatternView } from "@/lib/assistants/schema";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import type { DutyView } from "@/lib/pools/schema";
import { inExecutiveOrder } from "@/lib/support/rules";
import type { SupportAssignmentView } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import type { HalfDayRange, WeekdayHours } from "@/lib/time/half-day";
import { AwayList } from "./away-list";
import { Employment } from "./employment";
import { WorkStyles } from "./work-styles";

type AssistantDetailProps = {
  assistant: AssistantView;
  pattern: WorkingPatternView;
  away: HalfDayRange[];
  workStyles: WorkStyleRating[];
  duties: DutyView[];
  support: SupportAssignmentView[];
  today: Day;
};

/** All a manager needs to know of an assistant, on one page. */
export function AssistantDetail(props: AssistantDetailProps) {
  const { assistant, pattern, away, workStyles, duties, support, today } = props;
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  const dutyNames = namesIn(locale, duties);
  return (
    <div className="grid content-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid content-start gap-6">
        <Section title={t("assistants.supports")}>
          {support.length > 0 ? (
            <SupportTable rows={inExecutiveOrder(support, today)} dutyNames={dutyNames} today={today} />
          ) : (
            <p className="text-ink-2">{t("support.emptyAssistant", { name: assistant.name })}</p>
          )}
        </Section>
        <Section title={t("assistants.skills")}>
          <SkillList skills={assistant.skills} duties={duties} />
        </Section>
        {workStyles.length > 0 && (
          <Section title={t("assistants.workStyles")}>
            <WorkStyles ratings={workStyles} />
          </Section>
        )}
      </div>
      <div className="grid content-start gap-6">
        <Hours assistant={assistant} pattern={pattern} />
        <Section title={t("assistants.away")}>
          <AwayList away={away} />
        </Section>
        <Section title={t("assistants.languages")}>
          <LanguageList languages={assistant.languages} none={t("assistants.noLanguages")} />
        </Section>
        <Section title={t("assistants.employment")}>
          <Employment assistant={assistant} />
        </Section>
      </div>
    </div>
  );
}

type HoursProps = { assistant: AssistantView; pattern: WorkingPatternView };

function Hours({ assistant: { id, hours, upcomingHours }, pattern: { week, weeks } }: HoursProps) {
  const t = useTranslations("people.assistants");
  const pattern = useTranslations("people.pattern");
  const locale = localeOf(useLocale());
  return (
    <Section
      title={t("workingHours")}
      meta={[
        hoursSummary(hours, locale),
        ...(weeks.length > 1 ? [pattern("weekOf", { week, of: weeks.length })] : []),
      ].join(" · ")}
      actions={
        <LinkButton href={`/manager/assistants/${id}/hours`} variant="ghost">
          {pattern("change")}
        </LinkButton>
      }
    >
      <WeekTable hours={shownHours(weeks[week - 1] ?? [])} />
      <UpcomingWeeks weeks={upcomingHours} />
    </Section>
  );
}

function shownHours(week: WorkingPatternView["weeks"][number]): WeekdayHours[] {
  return week.map(({ place, ...hours }) => ({ ...hours, ...(place === "remote" && { place }) }));
}
