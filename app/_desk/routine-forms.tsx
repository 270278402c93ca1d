"use client";
import { useTranslations } from "next-intl";
import { useHandoverRefusals } from "@/components/handovers/use-handover-refusals";
import { useWeekdayName } from "@/components/handovers/when-words";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { FormDisclosure } from "@/components/ui/form-disclosure";
import { DateField, NumberField, TextField } from "@/components/ui/text-field";
import { addDate, addRecurring } from "./actions";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Adds what recurs on weekdays or on a day of each month. */
export function AddRecurringForm({ executiveId }: { executiveId: string }) {
  const t = useTranslations("handovers.desk");
  const nameOf = useWeekdayName();
  return (
    <Form
      action={addRecurring}
      done={t("recurringAdded")}
      refusals={useHandoverRefusals()}
      className="max-w-xl"
      resetWhenDone
    >
      <FormDisclosure summary={t("addRecurring")}>
        <input type="hidden" name="executiveId" value={executiveId} />
        <TextField name="text" label={t("what")} maxLength={300} isRequired />
        <CheckboxGroup
          name="weekdays[]"
          label={t("weekdays")}
          columns={3}
          options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: nameOf(weekday, "long") }))}
        />
        <NumberField
          name="monthDay"
          label={t("monthDay")}
          description={t("monthDayHint")}
          min={1}
          max={31}
          isRequired={false}
        />
        <TextField
          name="time"
          type="time"
          label={t("time")}
          controlClassName="tnum max-w-32"
          isRequired={false}
        />
        <Button type="submit" variant="primary" className="w-fit">
          {t("recurringSubmit")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}

/** Adds a day to know of. */
export function AddDateForm({ executiveId, today }: { executiveId: string; today: string }) {
  const t = useTranslations("handovers.desk");
  return (
    <Form
      action={addDate}
      done={t("recurringAdded")}
      refusals={useHandoverRefusals()}
      className="max-w-xl"
      resetWhenDone
    >
      <FormDisclosure summary={t("addDate")}>
        <input type="hidden" name="executiveId" value={executiveId} />
        <DateField name="on" label={t("on")} min={today} isRequired />
        <TextField name="text" label={t("dateText")} maxLength={300} isRequired />
        <Button type="submit" variant="primary" className="w-fit">
          {t("dateSubmit")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
