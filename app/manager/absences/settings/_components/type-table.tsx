import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/layout/table";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";

type TypeTableProps = { types: LeaveTypeView[]; names: Record<string, string>; isEditable: boolean };

/** The types of leave of the organisation. */
export function TypeTable({ types, names, isEditable }: TypeTableProps) {
  const t = useTranslations("absences.types");
  const columns: Column<LeaveTypeView>[] = [
    { key: "name", header: t("column"), cell: (row) => names[row.id] ?? row.id },
    { key: "approval", header: t("approval"), cell: (row) => t(`approvalOf.${row.approval}`) },
    { key: "unit", header: t("unit"), cell: (row) => t(`unitOf.${row.unit}`), show: "wide" },
    { key: "measure", header: t("measure"), cell: (row) => t(`measureOf.${row.measure}`), show: "wide" },
    { key: "state", header: t("state"), cell: (row) => (row.isRetired ? t("retiredShort") : t("used")) },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={types}
      rowKey={(row) => row.id}
      rowHref={isEditable ? (row) => `/manager/absences/settings/types/${row.id}` : undefined}
    />
  );
}
