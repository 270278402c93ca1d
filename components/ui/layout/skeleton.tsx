import { cx } from "./cx";

/** One grey bar in the place of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block h-4 animate-pulse rounded bg-sunken", className)} />;
}
