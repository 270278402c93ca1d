import { cx } from "./cx";

/** One grey bar in the place of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block h-4 animate-pulse rounded bg-sunken", className)} />;
}

type SkeletonTableProps = { label: string; rows?: number; columns?: number };

/** A page with a table, before it is there; appears only when the wait is longer than 300 ms. */
export function SkeletonTable({ label, rows = 8, columns = 4 }: SkeletonTableProps) {
  return (
    <div role="status" aria-label={label} className="appear-late grid gap-4 px-4">
      <div className="-mx-4 flex h-14 items-center border-b border-line px-4 md:h-12">
        <Skeleton className="h-6 w-48" />
      </div>
      <div className="grid">
        {range(rows).map((row) => (
          <div key={row} className="flex h-11 items-center gap-6 border-b border-line">
            {range(columns).map((column) => (
              <Skeleton
                key={column}
                className={cx(column === 0 ? "w-2/5" : "flex-1", column > 1 && "max-md:hidden")}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A page with a list of two-line rows, before it is there. */
export function SkeletonRows({ label, rows = 10 }: Omit<SkeletonTableProps, "columns">) {
  return (
    <div role="status" aria-label={label} className="appear-late grid gap-4 pt-4">
      <Skeleton className="mx-(--edge) h-7 w-48" />
      <div className="mt-16 grid">
        {range(rows).map((row) => (
          <div key={row} className="flex h-14 items-center gap-6 border-b border-line px-(--edge)">
            {[0, 1, 2].map((column) => (
              <div key={column} className={cx("grid flex-1 gap-1.5", column === 2 && "max-md:hidden")}>
                <Skeleton className="h-3.5 w-3/5" />
                <Skeleton className="h-3 w-2/5" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function range(length: number): number[] {
  return [...Array(length).keys()];
}
