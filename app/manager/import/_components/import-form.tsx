"use client";
import { FileCheck, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlStyle } from "@/components/ui/control-style";
import { Form, FormActions, type FormProps } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import type { ImportReport } from "@/lib/imports/schema";
import { IMPORT_FILES } from "@/lib/imports/schema";
import type { FormState } from "@/lib/server/form-action";
import { upload } from "../actions";
import { ImportOutcome } from "./import-outcome";

const REFUSALS = ["no_files", "unknown_holiday_region", "changed_meanwhile"] as const;

type SendUpload = FormProps<FormState<ImportReport>>["action"];

/** Choose up to four files, check them, and import the very same ones: they stay chosen. */
export function ImportForm() {
  const t = useTranslations("imports");
  const [report, setReport] = useState<ImportReport | null>(null);
  const refusals = Object.fromEntries(REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)]));
  const sent: SendUpload = async (previous, form) => {
    const answer = await upload(previous, form);
    setReport(answer.status === "done" ? answer.value : null);
    return answer;
  };
  const isReady = report !== null && !report.applied && report.faultCount === 0;
  return (
    <div className="grid gap-5">
      <Form action={sent} refusals={refusals} values={{ timeZone: "Europe/Stockholm", holidayRegion: "SE" }}>
        <div className="grid gap-4 sm:grid-cols-2">
          {IMPORT_FILES.map((file) => (
            <label key={file} className="grid content-start gap-1 text-sm font-medium">
              {t(`file.${file}`)}
              <input
                type="file"
                name={file}
                accept=".csv,text/csv"
                onChange={() => setReport(null)}
                className={`${controlStyle} h-auto py-1 text-sm font-normal file:mr-3 file:h-7 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:text-sm file:text-ink`}
              />
              <span className="text-xs font-normal text-ink-2">{t("fileHint", { name: `${file}.csv` })}</span>
            </label>
          ))}
        </div>
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="pb-2 text-sm text-ink-2">{t("newPools")}</legend>
          <TextField name="timeZone" label={t("timeZone")} isRequired />
          <TextField name="holidayRegion" label={t("holidayRegion")} isRequired />
        </fieldset>
        <FormActions>
          <Button
            type="submit"
            name="intent"
            value="check"
            variant={isReady ? "outline" : "primary"}
            icon={<FileCheck aria-hidden />}
          >
            {t("check")}
          </Button>
          <Button
            type="submit"
            name="intent"
            value="import"
            variant={isReady ? "primary" : "outline"}
            icon={<Upload aria-hidden />}
          >
            {t("import")}
          </Button>
        </FormActions>
      </Form>
      {report && <ImportOutcome report={report} />}
    </div>
  );
}
