"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "@/components/ui/dates/date-field";
import { FilePick } from "@/components/ui/files/file-pick";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { MOST_FILE_BYTES, MOST_FILES } from "@/lib/files/rules-limits";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { PRIORITIES } from "@/lib/requests/rules-choices";
import type { RequestField, RequestTypeView } from "@/lib/requests/types/schema";

type DetailsProps = { types: RequestTypeView[]; duties: { id: string; name: string }[] };

/** All of a request but its sentence and its day: its type with what that asks, duty, priority, details, confidential. */
export function RequestFormDetails({ types, duties }: DetailsProps) {
  const t = useTranslations("requests.form");
  const priority = useTranslations("requests.priority");
  const locale = localeOf(useLocale());
  const [typeId, setTypeId] = useState("");
  const asked = types.find(({ id }) => id === typeId)?.fields ?? [];
  const fields = asked.filter(({ isRetired }) => !isRetired);
  return (
    <FormDisclosure summary={t("moreDetails")}>
      <div className="grid gap-4 sm:grid-cols-3 lg:max-w-3xl">
        <Select
          name="typeId"
          label={t("type")}
          placeholder={t("noType")}
          options={types.map((type) => ({ value: type.id, label: nameIn(locale, type) }))}
          onChange={(event) => setTypeId(event.currentTarget.value)}
        />
        <Select
          name="dutyId"
          label={t("duty")}
          placeholder={t("anything")}
          options={duties.map((duty) => ({ value: duty.id, label: duty.name }))}
        />
        <Select
          name="priority"
          label={t("priority")}
          defaultValue="normal"
          options={PRIORITIES.map((value) => ({ value, label: priority(value) }))}
        />
        {fields.map((field) => (
          <TypeField key={`${typeId} ${field.key}`} field={field} />
        ))}
      </div>
      <TextArea name="details" label={t("details")} rows={3} maxLength={4000} isRequired={false} />
      <FilePick mostBytes={MOST_FILE_BYTES} mostFiles={MOST_FILES} />
      <Checkbox name="confidential" label={t("confidential")} description={t("confidentialHint")} />
    </FormDisclosure>
  );
}

/** One thing a type asks. */
function TypeField({ field }: { field: RequestField }) {
  const locale = localeOf(useLocale());
  const props = { name: `fields.${field.key}`, label: nameIn(locale, field), isRequired: false };
  if (field.kind === "date") return <DateField {...props} />;
  if (field.kind === "choice") {
    const options = (field.choices ?? []).map((one) => ({ value: one.value, label: nameIn(locale, one) }));
    return <Select {...props} placeholder="–" options={options} />;
  }
  return <TextField {...props} maxLength={200} inputMode={field.kind === "number" ? "decimal" : undefined} />;
}
