"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckAndImport } from "@/components/imports/check-and-import";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { controlStyle } from "@/components/ui/forms/control-style";
import { FieldDescription, FieldError } from "@/components/ui/forms/field";
import { Form } from "@/components/ui/forms/form";
import { useField } from "@/components/ui/forms/form-context";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import type { CalendarReport } from "@/lib/calendars/schema";
import type { FormState } from "@/lib/server/form-action";
import { upload } from "../actions";
import { CalendarOutcome } from "./calendar-outcome";

/** Choose a calendar file, check it, and import the very same one: it stays chosen. */
export function CalendarForm({ types }: { types: { value: string; label: string }[] }) {
  const t = useTranslations("calendars");
  const words = useTranslations("imports");
  const [isOutdated, setOutdated] = useState(false);
  const [report, setReport] = useState<CalendarReport | null>(null);
  const isReady = report !== null && !isOutdated && !report.applied && report.faultCount === 0;

  function show(answer: FormState<CalendarReport>) {
    setReport(answer.status === "done" ? answer.value : null);
    setOutdated(false);
  }

  return (
    <Form
      action={upload}
      refusals={useRefusalWords()}
      values={{ type: types[0]?.value ?? "", status: "approved" }}
      onDone={show}
      receipt={(answer: FormState<CalendarReport>) =>
        answer.status === "done" && !isOutdated && <CalendarOutcome report={answer.value} />
      }
      className="gap-5"
    >
      <FileField onChange={() => setOutdated(true)} />
      <Select name="type" label={t("import.type")} options={types} isRequired className="max-w-72" />
      <RadioGroup
        name="status"
        label={t("import.status")}
        appearance="segmented"
        options={(["approved", "requested"] as const).map((value) => ({
          value,
          label: t(`import.${value}`),
        }))}
      />
      <Checkbox name="asRequested" label={words("asRequested")} onChange={() => setOutdated(true)} />
      <TextField
        name="assistantEmail"
        type="email"
        label={t("import.email")}
        description={t("import.emailHint")}
        isRequired={false}
      />
      <CheckAndImport isReady={isReady} words={{ check: t("import.check"), import: t("import.import") }} />
    </Form>
  );
}

function FileField({ onChange }: { onChange: () => void }) {
  const t = useTranslations("calendars.import");
  const field = useField({ name: "file", description: t("fileHint") });
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={field.id} className="text-sm font-medium">
        {t("file")}
      </label>
      <FieldDescription id={field.id}>{t("fileHint")}</FieldDescription>
      <input
        {...field.aria}
        id={field.id}
        type="file"
        name="file"
        accept=".ics,text/calendar"
        onChange={onChange}
        className={`${controlStyle} h-auto py-1 text-sm file:mr-3 file:h-7 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:text-sm file:text-ink`}
      />
      {field.message && <FieldError id={field.id}>{field.message}</FieldError>}
    </div>
  );
}
