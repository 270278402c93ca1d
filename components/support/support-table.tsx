import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { phaseOf } from "@/lib/support/rules";
import type { SupportAssignmentView } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import { DayText } from "../ui/day-text";
import { type Column, Table } from "../ui/table";

type SupportTableProps = {
  rows: SupportAssignmentView[];
  /** Whose names the rows carry: those of the other side. */
  names: "assistant" | "executive";
  today: Day;
  actions?: (row: SupportAssignmentView) => ReactNode;
};

/** Who supports whom over time, the latest first. */
export function SupportTable({ rows, names, today, actions }: SupportTableProps) {
  const t = useTranslations("people");
  const columns: Column<SupportAssignmentView>[] = [
    {
      key: "name",
      header: t(`support.${names}`),
      cell: (row) => (names === "assistant" ? row.assistantName : row.executiveName),
    },
    { key: "role", header: t("support.role"), cell: (row) => <Role row={row} /> },
    { key: "dates", header: t("support.dates"), cell: (row) => <Term row={row} /> },
    {
      key: "status",
      header: t("support.status"),
      cell: (row) => <Phase phase={phaseOf(row, today)} />,
    },
    ...(actions
      ? [{ key: "actions", header: t("support.actions"), isHeaderHidden: true, cell: actions }]
      : []),
  ];
  return (
    <Table
      caption={t("support.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={actions ? undefined : (row) => hrefOf(row, names)}
    />
  );
}

function hrefOf(row: SupportAssignmentView, names: "assistant" | "executive"): string {
  return names === "assistant"
    ? `/manager/assistants/${row.assistantId}`
    : `/manager/executives/${row.executiveId}`;
}

function Role({ row }: { row: SupportAssignmentView }) {
  const t = useTranslations("people.role");
  return row.role === "backup" ? `${t("backup")} ${row.rank}` : t(row.role);
}

function Term({ row }: { row: SupportAssignmentView }) {
  return (
    <>
      <DayText day={row.from} /> – {row.to && <DayText day={row.to} />}
    </>
  );
}

function Phase({ phase }: { phase: "past" | "current" | "upcoming" }) {
  const t = useTranslations("people.support.phase");
  return <span className={phase === "current" ? "font-medium" : "text-ink-2"}>{t(phase)}</span>;
}
