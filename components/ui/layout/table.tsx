import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/layout/link";
import { cx } from "./cx";
import { TABLE_ROLES } from "./table-roles";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Which widths show it: `wide` leaves it out below 1024 px and on phones. */
  show?: "always" | "wide";
  isHeaderHidden?: boolean;
  sortHref?: string;
  sorted?: "ascending" | "descending";
  className?: string;
};

export type TableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Makes the first column a link that spans the row. */
  rowHref?: (row: Row) => string | undefined;
  density?: "dense" | "regular";
};

/** A dense list with a sticky header; on phones each row becomes a small stack with its labels. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, density = "dense" } = props;
  const styles = columns.map((column, index) => cellStyle(column, index === 0, density === "dense"));
  const rowStyle = cx("list-row", rowHref && "hover:bg-canvas has-focus-visible:bg-canvas");
  return (
    <table {...TABLE_ROLES.table} className="w-full border-separate border-spacing-0 text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...TABLE_ROLES.group} className="max-md:sr-only">
        <tr {...TABLE_ROLES.row}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.group} className="max-md:block">
        {rows.map((row) => (
          <tr key={rowKey(row)} {...TABLE_ROLES.row} className={rowStyle}>
            {columns.map((column, index) => (
              <BodyCell
                key={column.key}
                column={column}
                row={row}
                isFirst={index === 0}
                href={index === 0 ? rowHref?.(row) : undefined}
                className={styles[index] ?? ""}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const headStyle =
  "sticky top-0 z-10 h-9 border-b md:top-12 border-line bg-surface px-2 text-left text-xs font-medium text-ink-2 first:pl-0 last:pr-0";

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, align, show, sortHref, sorted, isHeaderHidden, className } = column;
  const Arrow = sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      {...TABLE_ROLES.column}
      aria-sort={sorted}
      className={cx(
        headStyle,
        align === "end" && "text-right",
        show === "wide" && "hidden lg:table-cell",
        className,
      )}
    >
      {sortHref ? (
        <Link href={sortHref} className="inline-flex items-center gap-1 rounded hover:text-ink">
          {header}
          {sorted && <Arrow aria-hidden className="size-3.5" />}
        </Link>
      ) : (
        <span className={cx(isHeaderHidden && "sr-only")}>{header}</span>
      )}
    </th>
  );
}

type BodyCellProps<Row> = {
  column: Column<Row>;
  row: Row;
  isFirst: boolean;
  href?: string;
  className: string;
};

function cellStyle<Row>(column: Column<Row>, isFirst: boolean, isDense: boolean): string {
  return cx(
    "list-cell",
    isDense ? "md:h-11" : "md:h-[66px]",
    column.align === "end" && "tnum md:text-right",
    column.show === "wide" && "hidden lg:table-cell",
    column.className,
    isFirst ? "font-medium max-md:text-base" : column.show !== "wide" && "max-md:flex max-md:gap-2",
  );
}

function BodyCell<Row>({ column, row, isFirst, href, className }: BodyCellProps<Row>) {
  const content = column.cell(row);
  if (isFirst) {
    return (
      <th scope="row" {...TABLE_ROLES.head} className={className}>
        {href ? (
          <Link href={href} className="list-row-link">
            {content}
          </Link>
        ) : (
          content
        )}
      </th>
    );
  }
  return (
    <td {...TABLE_ROLES.cell} className={className}>
      {!column.isHeaderHidden && (
        <span aria-hidden className="list-cell-label">
          {column.header}
        </span>
      )}
      <div className="list-cell-content">{content}</div>
    </td>
  );
}
