"use client";
import { useTranslations } from "next-intl";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { DutyField, LevelField } from "@/components/assistants/duty-level-fields";
import { LanguageRows } from "@/components/assistants/person-rows";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { FormRows } from "@/components/ui/forms/form-rows";
import type { Option } from "@/components/ui/forms/options";
import { NumberField } from "@/components/ui/forms/text-field";
import type { RequisitionView } from "@/lib/hiring/requisitions/schema";
import { AskedFields } from "../../_components/asked-fields";
import { saveRequisition } from "../../actions";

type ChangeRequisitionProps = { requisition: RequisitionView; duties: Option[]; languages: Option[] };

/** Changes what is asked for while nobody has decided on it, its profile with it. */
export function ChangeRequisition({ requisition, duties, languages }: ChangeRequisitionProps) {
  const t = useTranslations("hiring.ask");
  const values = valuesOf(requisition);
  return (
    <Form
      key={requisition.version}
      action={saveRequisition}
      values={values}
      done={t("saved")}
      refusals={useRefusalWords()}
      className="max-w-xl"
    >
      <VersionFields values={values} />
      <FormDisclosure summary={t("change")}>
        <AskedFields />
        <FormRows
          name="duties"
          label={t("duties")}
          addLabel={t("addDuty")}
          removeLabel={(row) => t("removeDuty", { row })}
          row={(prefix, row) => (
            <div className="grid grid-cols-[minmax(0,1fr)_5rem_7rem] gap-2">
              <DutyField {...{ prefix, row }} options={duties} />
              <LevelField {...{ prefix, row }} />
              <NumberField
                name={`${prefix}.minutesPerWeek`}
                label={t("minutes", { row })}
                min={0}
                max={7200}
                defaultValue="0"
              />
            </div>
          )}
        />
        <LanguageRows
          label={t("languages")}
          options={languages}
          anyLevel={t("anyLevel")}
          isLabelHidden={false}
        />
        <Button type="submit" className="w-fit">
          {t("save")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}

function valuesOf(requisition: RequisitionView): Record<string, string> {
  const { id, version, title, places, ftePercent, wantedOn, reason, duties, languages } = requisition;
  return Object.fromEntries([
    ["id", id],
    ["version", String(version)],
    ["title", title],
    ["places", String(places)],
    ["ftePercent", String(ftePercent)],
    ["wantedOn", wantedOn ?? ""],
    ["reason", reason],
    ...duties.flatMap(({ dutyId, level, minutesPerWeek }, row) => [
      [`duties.${row}.dutyId`, dutyId],
      [`duties.${row}.level`, String(level)],
      [`duties.${row}.minutesPerWeek`, String(minutesPerWeek)],
    ]),
    ...languages.flatMap(({ language, level }, row) => [
      [`languages.${row}.language`, language],
      [`languages.${row}.level`, level ?? ""],
    ]),
  ]);
}
