import type { ReactNode } from "react";

/** The decision a page leads to, in sight at its foot however long it is. */
export function PageFoot({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 grid gap-2 border-t border-line bg-surface px-4 py-3 md:-mx-6 md:px-6 print:hidden">
      {children}
    </div>
  );
}
