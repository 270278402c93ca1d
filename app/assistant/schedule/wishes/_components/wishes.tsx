"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { useDayWords, useWeekdayWords } from "@/components/time/use-day-words";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { AVAILABILITY_KINDS, type WishView } from "@/lib/schedules/wishes/schema";
import type { Day } from "@/lib/time/day";
import { hoursText } from "@/lib/time/hours";
import { add, remove } from "../actions";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** What one has said of when one can work, and the form for more. */
export function Wishes({ wishes, today }: { wishes: readonly WishView[]; today: Day }) {
  const t = useTranslations("schedule.wishes");
  const dayWords = useDayWords();
  const weekdayWords = useWeekdayWords();
  const whenOf = ({ weekday, on, ...hours }: WishView) =>
    [
      on ? dayWords(on as Day) : t("every", { weekday: weekdayWords(weekday ?? 1, "long") }),
      hours.startMinute === 0 && hours.endMinute === 1440 ? t("allDay") : hoursText(hours),
    ].join(", ");
  return (
    <>
      {wishes.length === 0 && <p className="text-base text-ink-2">{t("none")}</p>}
      <ul>
        {wishes.map((wish) => (
          <li key={wish.id} className="flex min-h-11 items-center gap-x-3 border-b border-hair">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{t(`kind.${wish.kind}`)}</span>{" "}
              <span className="tnum text-sm text-ink-2">
                {whenOf(wish)}
                {wish.isLate && ` · ${t("late")}`}
              </span>
              {wish.reason && <span className="block text-sm text-ink-2">{wish.reason}</span>}
            </span>
            <RemoveForm
              action={remove}
              id={wish.id}
              label={t("remove")}
              labelOf={t("removeOf", { what: whenOf(wish) })}
              done={t("removed")}
            />
          </li>
        ))}
      </ul>
      <AddForm
        action={add}
        values={{ kind: "rather_not", startMinute: "08:00", endMinute: "17:00" }}
        label={t("add")}
        done={t("added")}
        isOpen={wishes.length === 0}
      >
        <RadioGroup
          name="kind"
          label={t("what")}
          options={AVAILABILITY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          name="weekday"
          label={t("weekday")}
          options={WEEKDAYS.map((weekday) => ({
            value: String(weekday),
            label: weekdayWords(weekday, "long"),
          }))}
        />
        <DateField name="on" label={t("day")} description={t("dayHint")} min={today} isRequired={false} />
        <div className="grid grid-cols-2 gap-3">
          <TimeField name="startMinute" label={t("from")} />
          <TimeField name="endMinute" label={t("to")} />
        </div>
        <TextField
          name="reason"
          label={t("reason")}
          description={t("reasonHint")}
          maxLength={200}
          isRequired={false}
        />
      </AddForm>
    </>
  );
}
