"use client";
import { useTranslations } from "next-intl";
import { DutyField, LevelField } from "@/components/assistants/duty-level-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import { NumberField } from "@/components/ui/forms/text-field";
import { saveRamp } from "../../../actions";

type RampFormProps = {
  id: string;
  duties: { value: string; label: string }[];
  values: Record<string, string>;
};

/** What somebody new learns from which week on: a step a row. */
export function RampForm({ id, duties, values }: RampFormProps) {
  const t = useTranslations("mentoring.ramp");
  return (
    <Form action={saveRamp} values={values} done={t("saved")} refusals={useRefusalWords()}>
      <input type="hidden" name="id" value={id} />
      <FormRows
        name="steps"
        label={t("steps")}
        description={t("stepsHint")}
        addLabel={t("add")}
        removeLabel={(row) => t("remove", { row })}
        row={(prefix, row) => (
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_7rem_7rem]">
            <DutyField {...{ prefix, row }} options={duties} />
            <NumberField
              name={`${prefix}.fromWeek`}
              label={t("week", { row })}
              min={1}
              max={52}
              defaultValue="1"
            />
            <LevelField {...{ prefix, row }} usual="2" />
          </div>
        )}
      />
      <Button type="submit" variant="primary" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}
