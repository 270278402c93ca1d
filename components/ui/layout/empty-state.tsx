import type { ReactNode } from "react";
import { cx } from "./cx";

type EmptyStateProps = { children: ReactNode; icon?: ReactNode; action?: ReactNode; className?: string };

/** Nothing here: one sentence and one action. */
export function EmptyState({ children, icon, action, className }: EmptyStateProps) {
  return (
    <div
      className={cx(
        "grid justify-items-start gap-3 rounded-lg border border-dashed border-line-2 px-4 py-6 text-base text-ink-2 sm:justify-items-center sm:py-10 sm:text-center",
        className,
      )}
    >
      {icon && <span className="text-ink-3 [&_svg]:size-6">{icon}</span>}
      <p className="max-w-prose text-pretty">{children}</p>
      {action}
    </div>
  );
}
