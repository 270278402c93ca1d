import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Action, TapForm } from "@/app/_shared/forms/tap-form";
import { useRecurrenceWords } from "@/components/handovers/when-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Section } from "@/components/ui/layout/page";
import type { ExecutiveProfileView } from "@/lib/executives/schema-profile";
import { removeDate, removeRecurring } from "./actions";
import { AddDateForm, AddRecurringForm, type DutyNames } from "./routine-forms";

/** What recurs at an executive, and the dates to know. */
export function RoutineSections({ profile, duties }: { profile: ExecutiveProfileView; duties: DutyNames }) {
  const dayWords = useDayWords();
  const recurrence = useRecurrenceWords();
  const { executiveId, routines, datesToKnow, mayKeep, today } = profile;
  return (
    <>
      <Records
        kind="recurring"
        records={routines.map(({ dutyId, ...duty }) => ({
          ...duty,
          when: [recurrence(duty), dutyId && duties[dutyId]].filter(Boolean).join(" · "),
        }))}
        remove={mayKeep ? removeRecurring : null}
      >
        {mayKeep && <AddRecurringForm executiveId={executiveId} duties={duties} />}
      </Records>
      <Records
        kind="dates"
        records={datesToKnow.map((date) => ({ ...date, when: dayWords(date.on) }))}
        remove={mayKeep ? removeDate : null}
      >
        {mayKeep && <AddDateForm executiveId={executiveId} today={today} />}
      </Records>
    </>
  );
}

type RecordsProps = {
  kind: "recurring" | "dates";
  records: { id: string; text: string; when: string; version: number }[];
  remove: Action | null;
  children: ReactNode;
};

function Records({ kind, records, remove, children }: RecordsProps) {
  const t = useTranslations("handovers.executive");
  return (
    <Section title={t(kind)} meta={records.length || undefined}>
      {records.length === 0 && <p className="text-base text-ink-2">{t(`${kind}None`)}</p>}
      <ul className="grid empty:hidden">
        {records.map(({ id, text, when, version }) => (
          <li key={id} className="flex items-start gap-3 border-b border-line py-2 last:border-0">
            <span className="grid min-w-0 flex-1">
              <span className="text-base [overflow-wrap:anywhere]">{text}</span>
              <span className="tnum text-sm text-ink-2">{when}</span>
            </span>
            {remove && (
              <TapForm
                action={remove}
                fields={{ id, version }}
                label={t("removeSection")}
                of={t("removeOf", { text })}
                done={t("removed2")}
                icon={<Trash2 aria-hidden />}
                variant="ghost"
                isIcon
              />
            )}
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
