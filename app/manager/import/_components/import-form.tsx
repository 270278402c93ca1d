"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckAndImport } from "@/components/imports/check-and-import";
import { placeOfFile } from "@/components/imports/place-of-file";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { FileDrop } from "@/components/ui/files/file-drop";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import type { ImportReport } from "@/lib/imports/schema";
import { IMPORT_FILES } from "@/lib/imports/schema";
import type { FormState } from "@/lib/server/form-action";
import { upload } from "../actions";
import { ImportOutcome } from "./import-outcome";
import { useFileWords } from "./use-file-words";

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
      <FileDrop
        label={t("files")}
        slots={IMPORT_FILES.map((name) => ({
          name,
          label: t(`file.${name}`),
          hint: t("fileHint", { name: `${name}.csv` }),
        }))}
        accept=".csv,.xlsx,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        words={{
          choose: t("drop.choose"),
          drop: t("drop.rest"),
          hint: t("drop.hint"),
          unplaced: (names) => t("drop.unplaced", { names }),
        }}
        placeOf={placeOfFile}
        stateOf={useFileWords(isOutdated ? null : report)}
        onChange={() => setOutdated(true)}
      />
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
