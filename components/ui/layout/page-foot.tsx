import type { ReactNode } from "react";

/** The decision a page leads to, in sight at its foot however long it is. */
export function PageFoot({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-(--edge) grid gap-2 border-t border-line bg-surface px-(--edge) py-3 print:hidden">
      {children}
    </div>
  );
}
