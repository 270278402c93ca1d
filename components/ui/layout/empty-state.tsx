import { TriangleAlert } from "lucide-react";
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

type ErrorStateProps = {
  title: string;
  children: ReactNode;
  reference?: string;
  action?: ReactNode;
  level?: 1 | 2;
};

/** What happened, what is kept, what to do. */
export function ErrorState({ title, children, reference, action, level = 2 }: ErrorStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div role="alert" className="grid max-w-xl justify-items-start gap-2 py-6">
      <TriangleAlert aria-hidden className="size-6 text-gap-ink" />
      <Heading className="text-xl font-semibold tracking-tight">{title}</Heading>
      <p className="text-base text-pretty text-ink-2">{children}</p>
      {reference && <p className="tnum text-sm text-ink-3 select-all">{reference}</p>}
      {action && <div className="flex flex-wrap gap-2 pt-2">{action}</div>}
    </div>
  );
}
