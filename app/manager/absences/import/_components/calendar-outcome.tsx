"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/layout/notice";
import { Table } from "@/components/ui/layout/table";
import type { CalendarReport } from "@/lib/calendars/schema";
import { day, dayToDate } from "@/lib/time/day";

/** What the file would change, or did, and every fault with its event and remedy. */
export function CalendarOutcome({ report }: { report: CalendarReport }) {
  const t = useTranslations("calendars.import");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (report) box.current?.focus();
  }, [report]);
  const { applied, faultCount, events, created, updated, cancelled, unchanged } = report;
  const count = created + updated + cancelled;
  const title =
    faultCount > 0 ? t("faulty", { count: faultCount }) : t(applied ? "done" : "ready", { count });
  return (
    <section aria-label={t("outcome")} className="grid gap-4">
      <Notice ref={box} tabIndex={-1} role="status" tone={faultCount > 0 ? "gap" : "done"}>
        <p className="font-semibold">{title}</p>
        <p>{t("counts", { events, created, updated, cancelled, unchanged })}</p>
      </Notice>
      {faultCount > 0 ? <Faults report={report} /> : <Changes report={report} />}
    </section>
  );
}

function Faults({ report }: { report: CalendarReport }) {
  const t = useTranslations("calendars.import");
  return (
    <>
      <Table
        caption={t("faults")}
        rows={report.faults}
        rowKey={(fault) => JSON.stringify(fault)}
        columns={[
          { key: "event", header: t("column.event"), cell: (fault) => fault.event ?? t("wholeFile") },
          { key: "summary", header: t("column.summary"), cell: (fault) => fault.summary },
          {
            key: "what",
            header: t("column.what"),
            cell: (fault) => t(`fault.${fault.code}.what`, fault.values as never),
          },
          { key: "remedy", header: t("column.remedy"), cell: (fault) => t(`fault.${fault.code}.remedy`) },
        ]}
      />
      <Showing shown={report.faults.length} count={report.faultCount} />
    </>
  );
}

function Changes({ report }: { report: CalendarReport }) {
  const t = useTranslations("calendars.import");
  const format = useFormatter();
  const date = (on: string) =>
    format.dateTime(dayToDate(day(on)), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  if (report.changes.length === 0) return null;
  return (
    <>
      <Table
        caption={t("changes")}
        rows={report.changes}
        rowKey={(change) => `${change.event} ${change.name} ${change.from}`}
        columns={[
          { key: "name", header: t("column.name"), cell: (change) => change.name },
          { key: "kind", header: t("column.kind"), cell: (change) => t(`kind.${change.kind}`) },
          {
            key: "when",
            header: t("column.when"),
            cell: ({ from, to }) => (from === to ? date(from) : `${date(from)} – ${date(to)}`),
          },
        ]}
      />
      <Showing shown={report.changes.length} count={report.created + report.updated + report.cancelled} />
    </>
  );
}

function Showing({ shown, count }: { shown: number; count: number }) {
  const t = useTranslations("calendars.import");
  return shown < count ? <p className="text-sm text-ink-2">{t("showing", { shown, count })}</p> : null;
}
