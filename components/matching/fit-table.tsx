import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FitBar, FitTotal } from "@/components/matching/fit-bar";
import { LoadBar } from "@/components/matching/load-bar";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { TABLE_ROLES } from "@/components/ui/layout/table-roles";
import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import { FIT_PARTS, type FitWeights } from "@/lib/matching/weights/rules";
import { useFitWords } from "./use-fit-words";

type FitRow = Omit<CandidatePlacement, "assistantId" | "name" | "isPrimaryNow">;

type FitTableProps<Row extends FitRow> = {
  caption: string;
  whoHeader: string;
  lastHeader?: string;
  rows: readonly Row[];
  weights: FitWeights;
  rowKey: (row: Row) => string;
  /** The name of the row, where it leads, a mark beside it and a box before it. */
  head: (row: Row) => { name: string; href: string; mark?: string; box?: ReactNode };
  last?: (row: Row) => ReactNode;
};

const headStyle =
  "sticky top-0 z-10 border-b border-line bg-surface px-1.5 py-2 text-left align-bottom text-xs font-normal text-ink-2 md:top-12";
const cellStyle = "border-hair md:border-b md:px-1.5 md:py-2";

/** Fits part by part, one a row; on phones the parts stand in threes under the name. */
export function FitTable<Row extends FitRow>(props: FitTableProps<Row>) {
  const { caption, whoHeader, lastHeader, rows, weights, rowKey, head, last } = props;
  const t = useTranslations("matching");
  return (
    <table {...TABLE_ROLES.table} className="w-full border-separate border-spacing-0 text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...TABLE_ROLES.group} className="max-md:sr-only">
        <tr {...TABLE_ROLES.row}>
          <th {...TABLE_ROLES.column} scope="col" className={cx(headStyle, "pl-0")}>
            {whoHeader}
          </th>
          <th {...TABLE_ROLES.column} scope="col" className={cx(headStyle, "text-right")}>
            {t("fit")}
            <span className="block">{t("known")}</span>
          </th>
          {FIT_PARTS.map((part) => (
            <th key={part} {...TABLE_ROLES.column} scope="col" className={cx(headStyle, "md:w-16")}>
              <abbr title={t(`part.${part}`)} className="no-underline">
                {t(`short.${part}`)}
              </abbr>
              <span className="tnum block">{t("weight", { weight: weights[part] })}</span>
            </th>
          ))}
          <th {...TABLE_ROLES.column} scope="col" className={headStyle}>
            {t("load")}
          </th>
          {lastHeader && (
            <th {...TABLE_ROLES.column} scope="col" className={headStyle}>
              {lastHeader}
            </th>
          )}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.group} className="max-md:block">
        {rows.map((row) => (
          <FitTableRow key={rowKey(row)} row={row} {...head(row)} last={last?.(row)} />
        ))}
      </tbody>
    </table>
  );
}

type FitTableRowProps = {
  row: FitRow;
  name: string;
  href: string;
  mark?: string;
  box?: ReactNode;
  last?: ReactNode;
};

function FitTableRow({ row, name, href, mark, box, last }: FitTableRowProps) {
  const t = useTranslations("matching");
  const words = useFitWords();
  return (
    <tr
      {...TABLE_ROLES.row}
      className="hover:bg-canvas max-md:grid max-md:grid-cols-6 max-md:gap-x-3 max-md:gap-y-2 max-md:border-b max-md:border-hair max-md:py-3"
    >
      <th
        {...TABLE_ROLES.head}
        scope="row"
        className={cx(cellStyle, "text-left font-normal max-md:col-span-5 md:pl-0")}
      >
        <span className="flex items-center gap-3">
          {box}
          <span className="min-w-0">
            <Link
              href={href}
              className="font-medium hover:underline max-md:text-base touch:inline-block touch:py-2"
            >
              {name}
            </Link>
            {mark && <span className="ml-2 text-xs text-ink-2">{mark}</span>}
            <span className="block text-xs text-ink-2">{words.sentence(row)}</span>
          </span>
        </span>
      </th>
      <td {...TABLE_ROLES.cell} className={cellStyle}>
        <FitTotal {...row} />
      </td>
      {FIT_PARTS.map((part) => (
        <td key={part} {...TABLE_ROLES.cell} className={cx(cellStyle, "max-md:col-span-2")}>
          <span aria-hidden className="block text-xs text-ink-2 md:hidden">
            {t(`short.${part}`)}
          </span>
          <FitBar points={row.parts[part]} />
        </td>
      ))}
      <td {...TABLE_ROLES.cell} className={cx(cellStyle, "max-md:col-span-6 md:min-w-40")}>
        <span aria-hidden className="block text-xs text-ink-2 md:hidden">
          {t("load")}
        </span>
        <LoadBar {...row} />
      </td>
      {last !== undefined && (
        <td
          {...TABLE_ROLES.cell}
          className={cx(cellStyle, "text-xs text-ink-2 max-md:col-span-6 md:min-w-32")}
        >
          {last}
        </td>
      )}
    </tr>
  );
}
