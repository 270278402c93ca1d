import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/layout/table";
import { phaseOf } from "@/lib/support/rules";
import type { SupportAssignmentView } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import { SupportDuties, SupportPhase, SupportRoleWord, SupportTerm } from "./support-words";

type SupportTableProps = {
  rows: SupportAssignmentView[];
  dutyNames: Record<string, string>;
  today: Day;
};

/** Whom an assistant supports over time. */
export function SupportTable({ rows, dutyNames, today }: SupportTableProps) {
  const t = useTranslations("people.support");
  const columns: Column<SupportAssignmentView>[] = [
    { key: "name", header: t("executive"), cell: (row) => row.executiveName },
    { key: "role", header: t("role"), cell: (row) => <SupportRoleWord support={row} /> },
    {
      key: "duties",
      header: t("duties"),
      cell: (row) => <SupportDuties support={row} dutyNames={dutyNames} />,
    },
    { key: "dates", header: t("dates"), cell: (row) => <SupportTerm support={row} /> },
    { key: "status", header: t("status"), cell: (row) => <SupportPhase phase={phaseOf(row, today)} /> },
  ];
  return (
    <Table
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/manager/executives/${row.executiveId}`}
    />
  );
}
