import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TapForm } from "@/components/handovers/tap-form";
import { useDayWords, useRecurrenceWords } from "@/components/handovers/when-words";
import { Section } from "@/components/ui/page";
import type { DeskProfileView } from "@/lib/executives/schema-profile";
import { removeDate, removeRecurring } from "./actions";
import { AddDateForm, AddRecurringForm } from "./routine-forms";

/** What recurs at a desk, and the dates to know. */
export function RoutineSections({ profile }: { profile: DeskProfileView }) {
  const t = useTranslations("handovers.desk");
  const dayWords = useDayWords();
  const recurrence = useRecurrenceWords();
  const { executiveId, recurringDuties, datesToKnow, mayKeep, today } = profile;
  return (
    <>
      <Section title={t("recurring")} meta={recurringDuties.length || undefined}>
        {recurringDuties.length === 0 && <p className="text-base text-ink-2">{t("recurringNone")}</p>}
        <ul className="grid empty:hidden">
          {recurringDuties.map((duty) => (
            <Row key={duty.id} text={duty.text} when={recurrence(duty)}>
              {mayKeep && (
                <TapForm
                  action={removeRecurring}
                  fields={{ id: duty.id, version: duty.version }}
                  label={t("removeSection")}
                  of={t("removeOf", { text: duty.text })}
                  done={t("removed2")}
                  icon={<Trash2 aria-hidden />}
                  variant="ghost"
                  isIcon
                />
              )}
            </Row>
          ))}
        </ul>
        {mayKeep && <AddRecurringForm executiveId={executiveId} />}
      </Section>
      <Section title={t("dates")} meta={datesToKnow.length || undefined}>
        {datesToKnow.length === 0 && <p className="text-base text-ink-2">{t("datesNone")}</p>}
        <ul className="grid empty:hidden">
          {datesToKnow.map((date) => (
            <Row key={date.id} text={date.text} when={dayWords(date.on)}>
              {mayKeep && (
                <TapForm
                  action={removeDate}
                  fields={{ id: date.id, version: date.version }}
                  label={t("removeSection")}
                  of={t("removeOf", { text: date.text })}
                  done={t("removed2")}
                  icon={<Trash2 aria-hidden />}
                  variant="ghost"
                  isIcon
                />
              )}
            </Row>
          ))}
        </ul>
        {mayKeep && <AddDateForm executiveId={executiveId} today={today} />}
      </Section>
    </>
  );
}

function Row({ text, when, children }: { text: string; when: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3 border-b border-line py-2 last:border-0">
      <span className="grid min-w-0 flex-1">
        <span className="text-base [overflow-wrap:anywhere]">{text}</span>
        <span className="tnum text-sm text-ink-2">{when}</span>
      </span>
      {children}
    </li>
  );
}
