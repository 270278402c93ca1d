"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckAndImport } from "@/components/imports/check-and-import";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { controlStyle } from "@/components/ui/forms/control-style";
import { Form } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import type { ImportReport } from "@/lib/imports/schema";
import { IMPORT_FILES } from "@/lib/imports/schema";
import type { FormState } from "@/lib/server/form-action";
import { upload } from "../actions";
import { ImportOutcome } from "./import-outcome";

const USUAL_POOL = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };

/** Choose up to four files, check them, and import the very same ones: they stay chosen. */
export function ImportForm() {
  const t = useTranslations("imports");
  const [report, setReport] = useState<ImportReport | null>(null);
  const [isOutdated, setOutdated] = useState(false);
  const isReady = report !== null && !isOutdated && !report.applied && report.faultCount === 0;

  function show(answer: FormState<ImportReport>) {
    setReport(answer.status === "done" ? answer.value : null);
    setOutdated(false);
  }

  return (
    <Form
      action={upload}
      refusals={useRefusalWords()}
      values={USUAL_POOL}
      onDone={show}
      receipt={(answer: FormState<ImportReport>) =>
        answer.status === "done" && !isOutdated && <ImportOutcome report={answer.value} />
      }
      className="gap-5"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {IMPORT_FILES.map((file) => (
          <label key={file} className="grid content-start gap-1 text-sm font-medium">
            {t(`file.${file}`)}
            <input
              type="file"
              name={file}
              accept=".csv,text/csv"
              onChange={() => setOutdated(true)}
              className={`${controlStyle} h-auto py-1 text-sm font-normal file:mr-3 file:h-7 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:text-sm file:text-ink`}
            />
            <span className="text-xs font-normal text-ink-2">{t("fileHint", { name: `${file}.csv` })}</span>
          </label>
        ))}
      </div>
      <Checkbox name="asRequested" label={t("asRequested")} onChange={() => setOutdated(true)} />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="pb-2 text-sm text-ink-2">{t("newPools")}</legend>
        <TextField name="timeZone" label={t("timeZone")} isRequired />
        <TextField name="holidayRegion" label={t("holidayRegion")} isRequired />
      </fieldset>
      <CheckAndImport isReady={isReady} words={{ check: t("check"), import: t("import") }} />
    </Form>
  );
}
