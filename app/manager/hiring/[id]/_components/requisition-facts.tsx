import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Facts } from "@/components/ui/layout/facts";
import { Section } from "@/components/ui/layout/page";
import { capitalised, languageName } from "@/lib/assistants/rules-names";
import type { RequisitionView } from "@/lib/hiring/requisitions/schema";
import { localeOf } from "@/lib/i18n/locales";

type RequisitionFactsProps = { requisition: RequisitionView; dutyNames: Record<string, string> };

/** What is asked for, by whom, and what the new person has to be able to do. */
export function RequisitionFacts({ requisition, dutyNames }: RequisitionFactsProps) {
  const t = useTranslations("hiring");
  const format = useFormatter();
  const dayWords = useDayWords();
  const amount = useAmountWords();
  const locale = localeOf(useLocale());
  const { requestedBy, decidedBy, createdAt, places, ftePercent, wantedOn, executives } = requisition;
  const { reason, decisionReason, duties, languages } = requisition;
  const names = executives.map(({ name }) => name).join(", ");
  return (
    <>
      <Facts
        facts={[
          {
            label: t("facts.requestedBy"),
            value: `${requestedBy}, ${format.dateTime(new Date(createdAt), "day")}`,
          },
          ...(decidedBy ? [{ label: t("facts.decidedBy"), value: decidedBy }] : []),
          { label: t("facts.people"), value: t("facts.places", { count: places, percent: ftePercent }) },
          ...(wantedOn ? [{ label: t("facts.from"), value: dayWords(wantedOn) }] : []),
          { label: t("facts.for"), value: names || t("list.wholePool") },
          ...(decisionReason ? [{ label: t("facts.decisionReason"), value: decisionReason }] : []),
        ]}
      />
      <Section title={t("facts.profile")}>
        {duties.length + languages.length > 0 ? (
          <ul className="text-sm">
            {languages.map(({ language, level }) => (
              <ProfileRow
                key={language}
                label={capitalised(languageName(language, locale))}
                level={level ?? ""}
              />
            ))}
            {duties.map(({ dutyId, level, minutesPerWeek }) => (
              <ProfileRow
                key={dutyId}
                label={dutyNames[dutyId] ?? dutyId}
                hint={t("facts.aWeek", { time: amount(minutesPerWeek, "minutes") })}
                level={t("facts.level", { level })}
              />
            ))}
          </ul>
        ) : (
          <p className="text-sm text-ink-2">{t("facts.noProfile")}</p>
        )}
      </Section>
      {reason && (
        <Section title={t("facts.reason")}>
          <p className="text-base whitespace-pre-line text-pretty">{reason}</p>
        </Section>
      )}
    </>
  );
}

function ProfileRow({ label, hint, level }: { label: string; hint?: string; level: string }) {
  return (
    <li className="tnum flex flex-wrap gap-x-3 border-b border-hair py-2">
      <span className="min-w-0 flex-1">{label}</span>
      {hint && <span className="text-ink-2">{hint}</span>}
      <span className="font-medium">{level}</span>
    </li>
  );
}
