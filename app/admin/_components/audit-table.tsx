import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import { type Column, Table } from "@/components/ui/layout/table";
import type { AuditEventView } from "@/lib/accounts/schema-audit";

const MOST_LETTERS = 60;

/** Who did what and when, in plain words, with what was written down beside it. */
export function AuditTable({ events }: { events: AuditEventView[] }) {
  const t = useTranslations("accounts.audit");
  const format = useFormatter();
  const columns: Column<AuditEventView>[] = [
    {
      key: "event",
      header: t("event"),
      cell: (row) => <Happening event={row} />,
      className: "md:min-w-56",
    },
    { key: "who", header: t("who"), cell: (row) => row.actor?.name ?? t("nobody") },
    {
      key: "when",
      header: t("when"),
      cell: (row) => (
        <time dateTime={row.at.toISOString()} className="tnum md:whitespace-nowrap">
          {format.dateTime(row.at, { dateStyle: "medium", timeStyle: "medium" })}
        </time>
      ),
    },
    { key: "data", header: t("details"), cell: (row) => <Details data={row.data} /> },
    {
      key: "seq",
      header: t("number"),
      align: "end",
      cell: (row) => (
        <span className="flex items-center gap-2 md:justify-end">
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

function Happening({ event: { action, subject } }: { event: AuditEventView }) {
  const t = useTranslations("accounts.audit");
  const key = `action.${action}` as "action.pool.created";
  return (
    <>
      {t.has(key) ? t(key) : action}
      {subject && <span className="block font-normal text-ink-2">{subject}</span>}
    </>
  );
}

function Details({ data }: { data: Record<string, unknown> }) {
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== "");
  if (entries.length === 0) return null;
  return (
    <dl className="grid gap-x-3 py-1 text-xs text-ink-2">
      {entries.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt className="shrink-0 font-medium">{name}</dt>
          <dd className="min-w-0 break-all">{shortened(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shortened(value: unknown): string {
  const isPlain = Array.isArray(value) && value.every((item) => typeof item !== "object");
  const text = isPlain ? value.join(", ") : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
