"use client";
import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/layout/table";
import type { ImportFault, ImportReport } from "@/lib/imports/schema";

/** Every fault of files that were read, with its place and remedy. */
export function FaultTable({ report }: { report: Pick<ImportReport, "faults" | "faultCount"> }) {
  const t = useTranslations("imports");
  return (
    <div className="grid gap-2">
      <h2 className="text-lg font-semibold">{t("faults")}</h2>
      <Table
        caption={t("faults")}
        rows={report.faults}
        rowKey={(fault) => JSON.stringify(fault)}
        columns={[
          { key: "file", header: t("column.file"), cell: (fault) => `${fault.file}.csv` },
          {
            key: "line",
            header: t("column.line"),
            align: "end",
            cell: (fault) => fault.line ?? t("wholeFile"),
          },
          { key: "column", header: t("column.column"), cell: (fault) => fault.column ?? "" },
          { key: "value", header: t("column.value"), cell: (fault) => <Value fault={fault} /> },
          {
            key: "what",
            header: t("column.what"),
            cell: (fault) => t(`fault.${fault.code}.what`, fault.values as never),
          },
          {
            key: "remedy",
            header: t("column.remedy"),
            cell: (fault) => t(`fault.${fault.code}.remedy`, fault.values as never),
          },
        ]}
      />
      {report.faults.length < report.faultCount && (
        <p className="text-sm text-ink-2">
          {t("showing", { shown: report.faults.length, count: report.faultCount })}
        </p>
      )}
    </div>
  );
}

function Value({ fault }: { fault: Pick<ImportFault, "value"> }) {
  return <span className="block max-w-48 truncate">{fault.value}</span>;
}
