"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckAndImport } from "@/components/imports/check-and-import";
import { FaultTable } from "@/components/imports/fault-table";
import { placeOfScheduleFile } from "@/components/imports/place-of-file";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { FileDrop } from "@/components/ui/files/file-drop";
import { Form } from "@/components/ui/forms/form";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Notice } from "@/components/ui/layout/notice";
import { COLUMNS, SCHEDULE_FILES, type ScheduleFile, type ScheduleImportReport } from "@/lib/imports/schema";
import type { FormState } from "@/lib/server/form-action";
import { importFiles } from "../actions";

/** The working hours, shifts and needs of a pool as files: to download, and to read in again. */
export function ScheduleFiles({ poolId }: { poolId: string }) {
  const t = useTranslations("schedule.files");
  const files = useTranslations("imports");
  const [report, setReport] = useState<ScheduleImportReport | null>(null);
  const isReady = report !== null && !report.applied && report.changeCount > 0;
  return (
    <div className="grid gap-4">
      <p className="text-base text-ink-2">{t("hint")}</p>
      <ul className="grid gap-1">
        {SCHEDULE_FILES.map((file) => (
          <li key={file} className="flex flex-wrap items-baseline gap-x-3">
            <a
              href={`/manager/schedule/csv?file=${file}&pool=${poolId}`}
              download
              className="inline-flex items-center gap-1.5 rounded text-sm font-medium text-accent-text hover:underline touch:min-h-11"
            >
              <Download aria-hidden className="size-4" />
              {t(`file.${file}`)}
            </a>
            <span className="text-xs text-ink-2">{t(`holds.${file}`)}</span>
          </li>
        ))}
      </ul>
      <Disclosure summary={t("import")}>
        <Form
          action={importFiles}
          refusals={useRefusalWords()}
          onDone={(answer: FormState<ScheduleImportReport>) =>
            setReport(answer.status === "done" ? answer.value : null)
          }
          receipt={(answer: FormState<ScheduleImportReport>) =>
            answer.status === "done" && <Outcome report={answer.value} />
          }
          className="gap-4 pt-2"
        >
          <FileDrop
            label={files("files")}
            slots={SCHEDULE_FILES.map((name) => ({
              name,
              label: t(`file.${name}`),
              hint: t("columns", { columns: columnsOf(name) }),
            }))}
            accept=".csv,text/csv"
            words={{
              choose: files("drop.choose"),
              drop: files("drop.rest"),
              hint: t("dropHint"),
              unplaced: (names) => files("drop.unplaced", { names }),
            }}
            placeOf={placeOfScheduleFile}
            stateOf={(name, _, isWaiting) => stateOf(report?.files[name as ScheduleFile], isWaiting)}
            onChange={() => setReport(null)}
          />
          <CheckAndImport isReady={isReady} words={{ check: files("check"), import: t("import") }} />
        </Form>
      </Disclosure>
    </div>
  );

  function stateOf(counts: ScheduleImportReport["files"][ScheduleFile], isWaiting: boolean) {
    if (isWaiting) return { words: files("drop.checking"), tone: "waiting" as const };
    if (!counts) return { words: files("drop.unchecked"), tone: "waiting" as const };
    if (counts.wrong > 0)
      return { words: files("drop.faults", { count: counts.wrong }), tone: "bad" as const };
    return { words: files("drop.rows", { count: counts.rows }), tone: "good" as const };
  }
}

function columnsOf(file: ScheduleFile): string {
  const { required, optional } = COLUMNS[file];
  return [...required, ...optional].join(", ");
}

function Outcome({ report }: { report: ScheduleImportReport }) {
  const t = useTranslations("schedule.files");
  const { changeCount: count, faultCount } = report;
  return (
    <div className="grid gap-4">
      <Notice role="status" tone={faultCount > 0 ? "gap" : "done"}>
        <p className="font-semibold">{t(report.applied ? "done" : "ready", { count })}</p>
        {faultCount > 0 && <p>{t("wrong", { count: faultCount })}</p>}
      </Notice>
      {faultCount > 0 && <FaultTable report={report} />}
    </div>
  );
}
