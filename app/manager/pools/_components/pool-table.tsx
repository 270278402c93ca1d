import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { type Column, Table } from "@/components/ui/layout/table";
import type { PoolView } from "@/lib/pools/schema";

/** The pools one leads, with how many people each has. */
export function PoolTable({ pools, regions }: { pools: PoolView[]; regions: Choice[] }) {
  const t = useTranslations("people.pools");
  const regionName = new Map(regions.map(({ value, label }) => [value, label]));
  const columns: Column<PoolView>[] = [
    { key: "name", header: t("name"), cell: (row) => row.name },
    { key: "assistants", header: t("assistants"), align: "end", cell: (row) => row.assistantCount },
    { key: "executives", header: t("executives"), align: "end", cell: (row) => row.executiveCount },
    { key: "timeZone", header: t("timeZone"), cell: (row) => row.timeZone.replaceAll("_", " ") },
    {
      key: "region",
      header: t("holidayRegion"),
      cell: (row) => regionName.get(row.holidayRegion) ?? row.holidayRegion,
    },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={pools}
      rowKey={(row) => row.id}
      rowHref={(row) => `/manager/pools/${row.id}`}
    />
  );
}
