"use client";
import { useTranslations } from "next-intl";
import { DutyField, LevelField } from "@/components/assistants/duty-level-fields";
import { DateField } from "@/components/ui/dates/date-field";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { FormRows } from "@/components/ui/forms/form-rows";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { COURSE_KINDS, type CourseView } from "@/lib/training/courses/schema";
import { MoneyFields } from "../../_components/money-fields";

type Option = { value: string; label: string };

type CourseFieldsProps = {
  duties: Option[];
  /** Whom a course may be mandatory for. */
  audiences: Option[];
  course?: CourseView;
};

/** What there is to say of a course. */
export function CourseFields({ duties, audiences, course }: CourseFieldsProps) {
  const t = useTranslations("training.course");
  return (
    <>
      <TextField name="name" label={t("name")} maxLength={80} isRequired />
      <div className="grid grid-cols-2 gap-3">
        <Select
          name="kind"
          label={t("kind")}
          defaultValue="course"
          options={COURSE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          isRequired
        />
        <NumberField name="minutes" label={t("minutes")} min={1} max={60_000} isRequired />
      </div>
      <FormRows
        name="grants"
        label={t("grants")}
        description={t("grantsHint")}
        addLabel={t("addGrant")}
        removeLabel={(row) => t("removeGrant", { row })}
        row={(prefix, row) => (
          <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
            <DutyField {...{ prefix, row }} options={duties} />
            <LevelField {...{ prefix, row }} />
          </div>
        )}
      />
      <FormRows
        name="mandatoryFor"
        label={t("mandatoryFor")}
        description={t("mandatoryHint")}
        addLabel={t("addAudience")}
        removeLabel={(row) => t("removeAudience", { row })}
        row={(prefix, row) => (
          <div className="grid gap-3">
            <Select
              name={`${prefix}.who`}
              label={t("audience", { row })}
              placeholder={t("nobody")}
              options={[...audiences]}
            />
            <div className="grid gap-3 sm:grid-cols-2">
              <DateField name={`${prefix}.dueOn`} label={t("dueOn", { row })} />
              <NumberField
                name={`${prefix}.withinDays`}
                label={t("withinDays", { row })}
                min={1}
                max={1000}
              />
            </div>
          </div>
        )}
      />
      <MoneyFields
        name="costPerPerson"
        label={t("price")}
        amount={course?.costPerPerson ?? null}
        currency={course?.currency ?? "EUR"}
      />
      <NumberField
        name="validMonths"
        label={t("validMonths")}
        description={t("validMonthsHint")}
        min={1}
        max={120}
      />
      <Checkbox
        name="needsApproval"
        label={t("needsApproval")}
        defaultChecked={course?.needsApproval ?? true}
      />
    </>
  );
}
