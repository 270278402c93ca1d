import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import { type Column, Table } from "@/components/ui/layout/table";
import type { AuditFacts } from "@/lib/accounts/rules-audit-facts";
import type { AuditEventView } from "@/lib/accounts/schema-audit";
import { useAuditSentence } from "./use-audit-sentence";

type AuditTableProps = { events: AuditEventView[]; facts: ReadonlyMap<string, AuditFacts> };

/** Who did what and when, a sentence a row. */
export function AuditTable({ events, facts }: AuditTableProps) {
  const t = useTranslations("accounts.audit");
  const format = useFormatter();
  const { sentenceOf, jobOf } = useAuditSentence();
  const columns: Column<AuditEventView>[] = [
    {
      key: "event",
      header: t("event"),
      cell: (row) => (
        <span className="grid py-0.5 font-normal">
          {sentenceOf(row, facts.get(row.seq))}
          <span className="text-xs text-ink-3 empty:hidden">{jobOf(row)}</span>
        </span>
      ),
      className: "md:w-full",
    },
    {
      key: "when",
      header: t("when"),
      cell: (row) => (
        <time dateTime={row.at.toISOString()} className="tnum text-ink-2 md:whitespace-nowrap">
          {format.dateTime(row.at, { dateStyle: "medium", timeStyle: "medium" })}
        </time>
      ),
    },
    {
      key: "seq",
      header: t("number"),
      align: "end",
      cell: (row) => (
        <span className="tnum flex items-center gap-2 text-ink-3 md:justify-end">
          {!row.isIntact && (
            <Badge tone="alert" icon={<TriangleAlert aria-hidden />}>
              {t("isBroken")}
            </Badge>
          )}
          {row.seq}
        </span>
      ),
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={events} rowKey={(row) => row.seq} />;
}
