import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";

type Option = { value: string; label: string };

type AskFormProps = {
  courses: Option[];
  pools: Option[];
  values: {
    course?: string;
    pool?: string;
    from: string;
    to: string;
    start: string;
    end: string;
    seats: string;
  };
};

/** Who and what: the course, the days and the hours of the room. */
export function AskForm({ courses, pools, values }: AskFormProps) {
  const t = useTranslations("training.findDates");
  const common = useTranslations("common");
  return (
    <form method="get" className="grid max-w-2xl gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name="course"
          label={t("course")}
          placeholder={common("form.choose")}
          options={courses}
          {...(values.course && { defaultValue: values.course })}
        />
        <Select
          name="pool"
          label={t("pool")}
          options={pools}
          defaultValue={values.pool ?? pools[0]?.value ?? ""}
        />
        <DateField name="from" label={t("from")} defaultValue={values.from} />
        <DateField name="to" label={t("to")} defaultValue={values.to} />
        <TimeField name="start" label={t("start")} defaultValue={values.start} />
        <TimeField name="end" label={t("end")} defaultValue={values.end} />
        <NumberField name="seats" label={t("seats")} min={1} max={500} defaultValue={values.seats} />
      </div>
      <PlainButton type="submit" variant="primary" className="w-fit">
        {t("find")}
      </PlainButton>
    </form>
  );
}
