import { useTranslations } from "next-intl";
import { useFitWords } from "@/components/matching/use-fit-words";
import { Link } from "@/components/ui/layout/link";
import { type Column, Table } from "@/components/ui/layout/table";
import type { PresentPlacement } from "@/lib/matching/placements/schema";

/** The executives of a pool with whoever supports them now, and how well they fit. */
export function PresentTable({ rows }: { rows: PresentPlacement[] }) {
  const t = useTranslations("matching");
  const words = useFitWords();
  const columns: Column<PresentPlacement>[] = [
    { key: "executive", header: t("present.executive"), cell: ({ name }) => name },
    {
      key: "assistant",
      header: t("present.assistant"),
      cell: ({ present }) => present?.name ?? <strong>{t("present.nobody")}</strong>,
    },
    { key: "fit", header: t("fit"), align: "end", cell: ({ present }) => present?.total ?? "–" },
    {
      key: "known",
      header: t("known"),
      align: "end",
      cell: ({ present }) => (present ? t("weight", { weight: present.known }) : "–"),
    },
    {
      key: "why",
      header: t("byFit"),
      isHeaderHidden: true,
      show: "wide",
      className: "pl-6 text-ink-2",
      cell: ({ present }) =>
        present && [words.sentence(present), words.gates(present)].filter(Boolean).join(" · "),
    },
    {
      key: "find",
      header: t("find.open"),
      isHeaderHidden: true,
      cell: ({ executiveId, name }) => (
        <Link
          href={`/manager/executives/${executiveId}/match`}
          aria-label={t("present.findFor", { name })}
          className="row-act"
        >
          {t("find.open")}
        </Link>
      ),
    },
  ];
  return (
    <Table
      caption={t("present.caption")}
      columns={columns}
      rows={rows}
      rowKey={({ executiveId }) => executiveId}
      rowHref={({ executiveId }) => `/manager/executives/${executiveId}`}
    />
  );
}
