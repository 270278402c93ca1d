"use client";
import { useTranslations } from "next-intl";
import { fillChosen } from "@/app/manager/schedule/actions";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { Sheet } from "@/components/ui/overlays/sheet";
import { addDays } from "@/lib/time/day";
import { type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import { useSchedule } from "../schedule-context";

/** Which days and roles are to be filled: up to four weeks. */
export function ChooseFill({ week, close }: { week: IsoWeek; close: () => void }) {
  const t = useTranslations("schedule.fill.choose");
  const { poolId, roles } = useSchedule();
  const refusals = useRefusalWords();
  const monday = mondayOf(week);
  const options = [...roles.values()].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Sheet title={t("title")} isOpen onOpenChange={close}>
      <Form
        action={fillChosen}
        values={{ from: monday, to: addDays(monday, 6) }}
        refusals={refusals}
        refusedTitle={t("refused")}
        onDone={close}
        className="gap-5"
      >
        <input type="hidden" name="poolId" value={poolId} />
        <div className="grid grid-cols-2 gap-3">
          <DateField name="from" label={t("from")} isRequired />
          <DateField name="to" label={t("to")} description={t("toHint")} isRequired />
        </div>
        <CheckboxGroup
          name="roleIds[]"
          label={t("roles")}
          options={options}
          defaultValue={options.map(({ value }) => value)}
        />
        <Button type="submit" variant="primary" className="w-fit">
          {t("begin")}
        </Button>
      </Form>
    </Sheet>
  );
}
