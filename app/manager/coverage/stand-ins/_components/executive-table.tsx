import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Table } from "@/components/ui/layout/table";
import type { StandInExecutive } from "@/lib/coverage/candidates/schema-stand-ins";
import { day, dayToDate } from "@/lib/time/day";

type ExecutiveTableProps = { executives: StandInExecutive[]; dutyNames: Record<string, string> };

/** The executives of a pool with who could step in for each duty, the fewest first. */
export function ExecutiveTable({ executives, dutyNames }: ExecutiveTableProps) {
  const t = useTranslations("standIns");
  return (
    <Table
      caption={t("executives")}
      rows={executives}
      rowKey={(executive) => executive.executiveId}
      rowHref={(executive) => `/manager/executives/${executive.executiveId}`}
      columns={[
        {
          key: "executive",
          header: t("column.executive"),
          className: "align-top md:w-1/5 md:pt-2.5",
          cell: (executive) => (
            <>
              {executive.name}
              <span className="block text-sm font-normal text-ink-2">{executive.title}</span>
            </>
          ),
        },
        {
          key: "own",
          header: t("column.own"),
          className: "align-top md:w-1/5 md:pt-2.5",
          cell: (executive) => executive.own.map((one) => one.name).join(", ") || t("noOwn"),
        },
        {
          key: "duties",
          header: t("column.duties"),
          className: "align-top md:py-2.5",
          cell: (executive) => <Duties duties={executive.duties} dutyNames={dutyNames} />,
        },
      ]}
    />
  );
}

function Duties({
  duties,
  dutyNames,
}: {
  duties: StandInExecutive["duties"];
  dutyNames: Record<string, string>;
}) {
  const t = useTranslations("standIns");
  const format = useFormatter();
  return (
    <ul className="grid gap-1.5">
      {[...duties]
        .sort((a, b) => a.count - b.count)
        .map(({ dutyId, count, people, lastCover }) => {
          const names = people.map((one) => one.name).join(", ");
          const more = count - people.length;
          return (
            <li key={dutyId} className="text-pretty">
              <span className={cx("font-medium", count === 0 && "text-gap-ink")}>
                {count === 0 && <TriangleAlert aria-hidden className="mr-1 inline size-3.5" />}
                {`${dutyNames[dutyId] ?? dutyId}: `}
                {count === 0 ? t("nobody") : <span className="tnum">{count}</span>}
              </span>
              {count > 0 && (
                <span className="text-ink-2">
                  {` · ${more > 0 ? t("andMore", { names, count: more }) : names}`}
                </span>
              )}
              <span className="text-ink-3">
                {" · "}
                {lastCover
                  ? t("last", {
                      name: lastCover.assistantName,
                      date: format.dateTime(dayToDate(day(lastCover.on)), {
                        day: "numeric",
                        month: "short",
                        year: "numeric",
                        timeZone: "UTC",
                      }),
                    })
                  : t("never")}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
