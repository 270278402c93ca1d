import { useTranslations } from "next-intl";
import { LanguageList } from "@/components/assistants/skill-list";
import { UpcomingWeeks } from "@/components/assistants/upcoming-weeks";
import { WeekTable } from "@/components/assistants/week-table";
import { DutyTable } from "@/components/executives/duty-table";
import { Section } from "@/components/ui/layout/page";
import { minutesADay } from "@/lib/executives/rules";
import type { ExecutiveView } from "@/lib/executives/schema";
import type { DutyView } from "@/lib/pools/schema";
import { ExecutiveFacts } from "./executive-facts";

type ExecutiveDetailProps = { executive: ExecutiveView; duties: DutyView[] };

/** What an executive needs: duties, and on the side hours, languages and executive. */
export function ExecutiveDetail({ executive, duties }: ExecutiveDetailProps) {
  const t = useTranslations("people.executives");
  return (
    <div className="grid content-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Section title={t("duties")} meta={t("total", { minutes: minutesADay(executive.duties) })}>
        {executive.duties.length > 0 ? (
          <DutyTable required={executive.duties} duties={duties} />
        ) : (
          <p className="text-ink-2">{t("noDuties")}</p>
        )}
      </Section>
      <div className="grid content-start gap-6">
        <Section title={t("supportHours")}>
          <WeekTable hours={executive.supportHours} />
          <UpcomingWeeks weeks={executive.upcomingSupportHours} />
        </Section>
        <Section title={t("languages")}>
          <LanguageList languages={executive.languages} none={t("noLanguages")} anyLevel={t("anyLevel")} />
        </Section>
        <Section title={t("executive")}>
          <ExecutiveFacts executive={executive} />
        </Section>
      </div>
    </div>
  );
}
