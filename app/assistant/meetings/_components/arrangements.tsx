"use client";
import { Check, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useDayWords } from "@/components/time/use-day-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Checkbox } from "@/components/ui/forms/checkbox";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { cx } from "@/components/ui/layout/cx";
import { Section } from "@/components/ui/layout/page";
import type { MeetingArrangement, OfficeMeetingView } from "@/lib/meetings/schema";
import type { Day } from "@/lib/time/day";
import { addTask, removeTask, tickTask } from "../actions";

type ArrangementsProps = { meeting: OfficeMeetingView; owners: Option[]; dueOn: Day };

/** What is to be arranged for a meeting, by whom and by when; what is done is ticked off. */
export function Arrangements({ meeting, owners, dueOn }: ArrangementsProps) {
  const t = useTranslations("meetings.tasks");
  const { id, arrangements, status } = meeting;
  const done = arrangements.filter(({ isDone }) => isDone).length;
  return (
    <Section
      title={t("title")}
      meta={arrangements.length > 0 ? t("done", { count: done, of: arrangements.length }) : undefined}
    >
      {arrangements.length === 0 && <p className="text-sm text-ink-2">{t("empty")}</p>}
      <ul>
        {arrangements.map((one) => (
          <Arrangement key={one.id} id={id} arrangement={one} />
        ))}
      </ul>
      {status !== "cancelled" && (
        <DisclosedForm
          action={addTask}
          summary={t("add")}
          submit={t("add")}
          done={t("added")}
          fields={{ id }}
          adds
        >
          <TextField name="what" label={t("what")} description={t("whatHint")} maxLength={120} isRequired />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select name="ownerId" label={t("owner")} options={owners} defaultValue={owners[0]?.value} />
            <DateField name="dueOn" label={t("dueOn")} defaultValue={dueOn} isRequired />
          </div>
          <Checkbox name="hangsOnTime" label={t("hangsOnTime")} defaultChecked />
        </DisclosedForm>
      )}
    </Section>
  );
}

function Arrangement({ id, arrangement }: { id: string; arrangement: MeetingArrangement }) {
  const t = useTranslations("meetings.tasks");
  const dayWords = useDayWords();
  const { id: arrangementId, what, ownerName, dueOn, isDone } = arrangement;
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-hair py-1.5">
      <div className="min-w-0 flex-1 basis-48">
        <p className={cx("text-sm", isDone ? "text-ink-2 line-through" : "font-medium")}>{what}</p>
        <p className="text-xs text-ink-2">{t("by", { name: ownerName, day: dayWords(dueOn as Day) })}</p>
      </div>
      <TapForm
        action={tickTask}
        fields={{ id, arrangementId, done: isDone ? "no" : "yes" }}
        label={t(isDone ? "undo" : "tick")}
        of={t(isDone ? "undoOf" : "tickOf", { what })}
        icon={isDone ? <Undo2 aria-hidden /> : <Check aria-hidden />}
        variant={isDone ? "ghost" : "outline"}
      />
      <TapForm
        action={removeTask}
        fields={{ id, arrangementId }}
        label={t("remove")}
        of={t("removeOf", { what })}
        done={t("removed")}
        icon={<Trash2 aria-hidden />}
        isIcon
        variant="ghost"
      />
    </li>
  );
}
