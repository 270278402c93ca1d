import { useTranslations } from "next-intl";
import { ConcernBadges, HandoverBadge } from "@/components/handovers/handover-badge";
import { useRangeWords } from "@/components/time/use-range-words";
import { Table } from "@/components/ui/layout/table";
import type { HandoverSummary } from "@/lib/handovers/schema";

/** The handovers of the pools, those with concerns first. */
export function OverviewTable({ handovers }: { handovers: HandoverSummary[] }) {
  const t = useTranslations("handovers");
  const rangeWords = useRangeWords();
  return (
    <Table
      caption={t("overview.caption")}
      rows={handovers}
      rowKey={(handover) => handover.id}
      rowHref={(handover) => `/manager/handovers/${handover.id}`}
      columns={[
        {
          key: "executive",
          header: t("overview.column.executive"),
          cell: (handover) => handover.executiveName,
        },
        {
          key: "cover",
          header: t("overview.column.cover"),
          cell: (handover) => handover.coverName ?? t("list.noCover"),
        },
        {
          key: "days",
          header: t("overview.column.days"),
          cell: (handover) => <span className="tnum">{rangeWords(handover)}</span>,
        },
        {
          key: "status",
          header: t("overview.column.status"),
          cell: (handover) => <HandoverBadge status={handover.status} />,
        },
        {
          key: "concerns",
          header: t("overview.column.concerns"),
          cell: ({ concerns }) =>
            concerns.length > 0 ? (
              <span className="flex flex-wrap gap-1 py-1">
                <ConcernBadges concerns={concerns} />
              </span>
            ) : (
              <span className="text-ink-3">{t("overview.nothing")}</span>
            ),
        },
      ]}
    />
  );
}
