"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { FaultTable } from "@/components/imports/fault-table";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Notice } from "@/components/ui/layout/notice";
import { Table } from "@/components/ui/layout/table";
import type { ImportReport } from "@/lib/imports/schema";

/** So many notes are shown without being asked for. */
const MOST_OPEN = 20;

/** What the files would change, or did, and every fault with its place and remedy. */
export function ImportOutcome({ report }: { report: ImportReport }) {
  const t = useTranslations("imports");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (report) box.current?.focus();
  }, [report]);
  const hasFaults = report.faultCount > 0;
  const title = hasFaults
    ? t("faultTitle", { count: report.faultCount })
    : t(report.applied ? "doneTitle" : "readyTitle", { count: report.changeCount });
  return (
    <section aria-label={t("summary")} className="grid gap-4">
      <Notice
        ref={box}
        tabIndex={-1}
        role="status"
        tone={hasFaults ? "gap" : "done"}
        actions={
          report.applied && (
            <>
              <LinkButton href="/manager/coverage">{t("toBoard")}</LinkButton>
              <LinkButton href="/manager/first-steps" variant="primary">
                {t("toFirstSteps")}
              </LinkButton>
            </>
          )
        }
      >
        <p className="font-semibold">{title}</p>
        {hasFaults && <p>{t("faultHint")}</p>}
        {report.newPools.length > 0 && <p>{t("poolsAdded", { names: report.newPools.join(", ") })}</p>}
        {report.newDuties.length > 0 && <p>{t("dutiesAdded", { names: report.newDuties.join(", ") })}</p>}
        {report.applied && <p>{t("invited")}</p>}
      </Notice>
      <Counts report={report} />
      {hasFaults && <FaultTable report={report} />}
      {report.warnings.length > 0 && <Warnings report={report} />}
      {report.changes.length > 0 && <Changes report={report} />}
    </section>
  );
}

function Counts({ report }: { report: ImportReport }) {
  const t = useTranslations("imports");
  const rows = Object.entries(report.files).map(([file, counts]) => ({ file, ...counts }));
  const figures = ["rows", "created", "updated", "unchanged"] as const;
  return (
    <Table
      caption={t("summary")}
      rows={rows}
      rowKey={(row) => row.file}
      columns={[
        { key: "file", header: t("column.file"), cell: (row) => `${row.file}.csv` },
        ...figures.map((key) => ({
          key,
          header: t(`column.${key}`),
          align: "end" as const,
          cell: (row: (typeof rows)[number]) => row[key],
        })),
      ]}
    />
  );
}

function Warnings({ report }: { report: ImportReport }) {
  const t = useTranslations("imports");
  return (
    <Disclosure
      tone="strong"
      summary={t("warnings", { count: report.warningCount })}
      open={report.warningCount <= MOST_OPEN}
      className="text-sm"
    >
      <ul className="mt-1 grid gap-1 text-ink-2">
        {report.warnings.map((warning) => (
          <li key={JSON.stringify(warning)}>
            {`${warning.file}.csv ${warning.line ?? ""}: `}
            {t(`warning.${warning.code}`, warning.values as never)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Changes({ report }: { report: ImportReport }) {
  const t = useTranslations("imports");
  return (
    <Disclosure tone="strong" summary={t("changes", { count: report.changeCount })} className="text-sm">
      <ul className="mt-1 grid gap-1 text-ink-2">
        {report.changes.map((change) => (
          <li key={`${change.file} ${change.line}`}>
            {`${change.file}.csv ${change.line}: ${change.name} – `}
            {change.kind === "create" ? t("created") : t("changed", { columns: change.columns.join(", ") })}
          </li>
        ))}
      </ul>
      {report.changes.length < report.changeCount && (
        <p className="mt-1 text-ink-2">
          {t("showing", { shown: report.changes.length, count: report.changeCount })}
        </p>
      )}
    </Disclosure>
  );
}
