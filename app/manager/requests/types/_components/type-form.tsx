"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import type { Option } from "@/components/ui/forms/options";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { FIELD_KINDS } from "@/lib/requests/types/rules-kinds";
import type { RequestTypeView } from "@/lib/requests/types/schema";
import { add, change } from "../actions";

type TypeFormProps = { duties: Option[]; type?: RequestTypeView };

/** What a type of request is called in both languages, the duty it is about, and what it asks. */
export function TypeForm({ duties, type }: TypeFormProps) {
  const t = useTranslations("requests.types");
  const dutyNames = Object.fromEntries(duties.map(({ value, label }) => [value, label]));
  const refusals = useRefusalWords(dutyNames);
  const shown = (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="nameEn" label={t("nameEn")} maxLength={60} isRequired />
        <TextField name="nameSv" label={t("nameSv")} maxLength={60} isRequired />
      </div>
      <Select
        name="dutyId"
        label={t("duty")}
        description={t("dutyHint")}
        placeholder={t("noDuty")}
        options={duties}
        defaultValue={type?.dutyId ?? ""}
        className="max-w-md"
      />
      <FormRows
        name="fields"
        label={t("fields")}
        description={t("fieldsHint")}
        addLabel={t("addField")}
        removeLabel={(row) => t("removeField", { row })}
        row={(prefix, row) => <FieldRow prefix={prefix} row={row} type={type} />}
      />
      {type && (
        <Checkbox
          name="isRetired"
          label={t("retire")}
          description={t("retireHint")}
          defaultChecked={type.isRetired}
        />
      )}
      <FormActions>
        <PlainButton type="submit" variant="primary">
          {t("save")}
        </PlainButton>
      </FormActions>
    </>
  );
  if (!type)
    return (
      <Form action={add} refusals={refusals}>
        {shown}
      </Form>
    );
  return (
    <Form action={change} refusals={refusals} values={valuesOf(type)}>
      <input type="hidden" name="id" value={type.id} />
      <input type="hidden" name="version" value={type.version} />
      {shown}
    </Form>
  );
}

type FieldRowProps = { prefix: string; row: number; type: RequestTypeView | undefined };

function FieldRow({ prefix, row, type }: FieldRowProps) {
  const t = useTranslations("requests.types");
  const field = askedOf(type)[Number(prefix.split(".")[1])];
  return (
    <div className="group/field grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9rem]">
      {field && <input type="hidden" name={`${prefix}.key`} value={field.key} />}
      <TextField name={`${prefix}.nameEn`} label={t("fieldEn", { row })} maxLength={60} />
      <TextField name={`${prefix}.nameSv`} label={t("fieldSv", { row })} maxLength={60} />
      <Select
        name={`${prefix}.kind`}
        label={t("fieldKind", { row })}
        defaultValue={field?.kind ?? "text"}
        options={FIELD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className="hidden gap-3 group-has-[option[value=choice]:checked]/field:grid sm:col-span-3 sm:grid-cols-2">
        <TextField name={`${prefix}.choicesEn`} label={t("choicesEn", { row })} maxLength={1000} />
        <TextField name={`${prefix}.choicesSv`} label={t("choicesSv", { row })} maxLength={1000} />
      </div>
    </div>
  );
}

function askedOf(type: RequestTypeView | undefined) {
  return type?.fields.filter(({ isRetired }) => !isRetired) ?? [];
}

function valuesOf(type: RequestTypeView): Record<string, string> {
  const fields = askedOf(type).flatMap(({ nameEn, nameSv, kind, choices = [] }, i) => [
    [`fields.${i}.nameEn`, nameEn],
    [`fields.${i}.nameSv`, nameSv],
    [`fields.${i}.kind`, kind],
    [`fields.${i}.choicesEn`, choices.map((one) => one.nameEn).join(", ")],
    [`fields.${i}.choicesSv`, choices.map((one) => one.nameSv).join(", ")],
  ]);
  return { nameEn: type.nameEn, nameSv: type.nameSv, ...Object.fromEntries(fields) };
}
