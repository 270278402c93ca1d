import { useLocale, useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/layout/table";
import type { ExecutiveView } from "@/lib/executives/schema";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import type { DutyView } from "@/lib/pools/schema";

type Requirement = ExecutiveView["duties"][number];

/** The duties an executive needs, with minutes, least proficiency and cover level. */
export function DutyTable({ required, duties }: { required: Requirement[]; duties: DutyView[] }) {
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  const nameOf = new Map(duties.map((duty) => [duty.id, nameIn(locale, duty)]));
  const columns: Column<Requirement>[] = [
    { key: "duty", header: t("fields.duty"), cell: (row) => nameOf.get(row.dutyId) ?? row.dutyId },
    { key: "minutes", header: t("fields.minutes"), align: "end", cell: (row) => row.minutesPerDay },
    {
      key: "proficiency",
      header: t("fields.minProficiency"),
      align: "end",
      cell: (row) => row.minProficiency,
    },
    { key: "level", header: t("fields.coverLevel"), cell: (row) => t(`coverLevel.${row.coverLevel}`) },
  ];
  return (
    <Table
      caption={t("executives.dutiesCaption")}
      columns={columns}
      rows={required}
      rowKey={(row) => row.dutyId}
    />
  );
}
