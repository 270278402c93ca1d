import type { ReactNode } from "react";

type SupportPartProps = { title: string; count?: number; after?: ReactNode; children: ReactNode };

/** A part of the executive's first page: its heading, how many there are, and what leads on. */
export function SupportPart({ title, count, after, children }: SupportPartProps) {
  return (
    <section aria-label={title} className="pt-5 md:pt-6">
      <div className="flex items-center gap-1.5 px-4 text-xs max-md:min-h-11 md:border-b md:border-line md:px-0 md:pb-2">
        <h2 className="font-medium text-ink-3 md:text-base md:font-semibold md:text-ink">{title}</h2>
        {count !== undefined && <span className="tnum text-ink-2 md:text-base">{count}</span>}
        {after}
      </div>
      {children}
    </section>
  );
}
