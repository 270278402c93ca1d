"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ChoiceRow } from "@/components/ui/forms/checkbox";
import { Notice } from "@/components/ui/layout/notice";
import { Table } from "@/components/ui/layout/table";
import {
  type CalendarReport,
  type EventFault,
  type EventFaultCode,
  type EventOfFile,
  LEFT_OUT_REASONS,
} from "@/lib/calendars/schema";
import { LEAVE_FAULTS, type LeaveFaultCode } from "@/lib/imports/schema";
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
        {report.asRequested > 0 && <p>{t("asRequested", { count: report.asRequested })}</p>}
        {report.ofSeveral > 0 && <p>{t("ofSeveral", { count: report.ofSeveral })}</p>}
        <LeftOut report={report} />
      </Notice>
      {!applied && <ChosenOut events={report.leftOutByChoice} />}
      {faultCount > 0 ? <Faults report={report} /> : <Changes report={report} />}
    </section>
  );
}

function LeftOut({ report }: { report: CalendarReport }) {
  const t = useTranslations("calendars.import.leftOut");
  const reasons = LEFT_OUT_REASONS.filter((reason) => (report.leftOut[reason] ?? 0) > 0);
  if (reasons.length === 0) return null;
  return (
    <p>
      {t("title")}: {reasons.map((reason) => t(reason, { count: report.leftOut[reason] ?? 0 })).join(", ")}.
    </p>
  );
}

/** The events that are left out of the next check or import; without its tick one comes back. */
function ChosenOut({ events }: { events: EventOfFile[] }) {
  const t = useTranslations("calendars.import");
  if (events.length === 0) return null;
  return (
    <fieldset className="grid">
      <legend className="font-medium">{t("column.leaveOut")}</legend>
      {events.map(({ event, uid, summary }) => (
        <ChoiceRow
          key={`${event} ${uid}`}
          type="checkbox"
          name="leaveOut[]"
          option={{ value: uid, label: t("leaveOutOf", { event: event ?? "", summary }) }}
          isChosen
        />
      ))}
    </fieldset>
  );
}

/** A tick that leaves the event out when the file is checked or imported next. */
function LeaveOut({ event, uid, summary }: EventOfFile) {
  const t = useTranslations("calendars.import");
  if (!uid) return null;
  const label = <span className="sr-only">{t("leaveOutOf", { event: event ?? "", summary })}</span>;
  return <ChoiceRow type="checkbox" name="leaveOut[]" option={{ value: uid, label }} isChosen={false} />;
}

function Faults({ report }: { report: CalendarReport }) {
  const t = useTranslations("calendars.import");
  const words = useFaultWords();
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
            cell: (fault) => words(fault, "what"),
          },
          { key: "leaveOut", header: t("column.leaveOut"), cell: LeaveOut },
          { key: "remedy", header: t("column.remedy"), cell: (fault) => words(fault, "remedy") },
        ]}
      />
      <Showing shown={report.faults.length} count={report.faultCount} />
    </>
  );
}

/** The words of a fault; those of the rules of leave are the same in every import. */
function useFaultWords() {
  const t = useTranslations("calendars.import.fault");
  const ofLeave = useTranslations("imports.fault");
  return ({ code, values }: EventFault, part: "what" | "remedy") => {
    const rule = LEAVE_FAULTS.find((one) => one === code);
    if (rule) return ofLeave(`${rule}.${part}`, values as never);
    return t(`${code as Exclude<EventFaultCode, LeaveFaultCode>}.${part}`, values as never);
  };
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
