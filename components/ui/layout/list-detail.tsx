import type { ReactNode } from "react";
import { cx } from "./cx";

/** The filters of a list, in a row of 44 without borders. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <div className="-mx-(--edge) -mt-4 flex min-h-11 flex-wrap items-center gap-x-1 border-b border-line px-(--edge) print:hidden [&>div:first-child]:-ml-2.5">
      {children}
    </div>
  );
}

type ListDetailProps = { children: ReactNode; detail?: ReactNode };

/** A list over the full width, with what is open of it at the right where there is room for it. */
export function ListDetail({ children, detail }: ListDetailProps) {
  return (
    <div className={cx("-mx-(--edge) -mt-4 grid", detail && "min-[1200px]:grid-cols-[minmax(0,1fr)_376px]")}>
      <div className="grid min-w-0 content-start gap-6">{children}</div>
      {detail && <div className="hidden min-w-0 border-l border-line min-[1200px]:grid">{detail}</div>}
    </div>
  );
}

type DetailPanelProps = { label: string; children: ReactNode; foot?: ReactNode };

/** What is open of a list: its facts scroll, its decision stays at the foot. */
export function DetailPanel({ label, children, foot }: DetailPanelProps) {
  return (
    <aside aria-label={label} className="flex min-h-[calc(100dvh-10rem)] flex-col px-5">
      <div className="sticky top-12 grid max-h-[calc(100dvh-11rem)] content-start gap-4 overflow-y-auto py-4 text-sm [&_dl]:text-sm sm:[&_dl]:grid-cols-[6.5rem_minmax(0,1fr)] [&_section]:gap-2">
        {children}
      </div>
      {foot && (
        <div className="sticky bottom-0 z-10 mt-auto grid gap-1 border-t border-line bg-surface py-3">
          {foot}
        </div>
      )}
    </aside>
  );
}

/** The ways from what is open of a list to what stands before it and after it. */
export function stepsFrom(
  ids: readonly string[],
  open: string,
  hrefOf: (id: string) => string,
): { previous?: string; next?: string } {
  const place = ids.indexOf(open);
  if (place < 0) return {};
  const [before, after] = [ids[place - 1], ids[place + 1]];
  return { ...(before && { previous: hrefOf(before) }), ...(after && { next: hrefOf(after) }) };
}
