import { cx } from "@/components/ui/layout/cx";

type PromiseBarProps = { share: number; isLate: boolean; className?: string };

/** How much of a promised time is used; the words beside it say the same. */
export function PromiseBar({ share, isLate, className }: PromiseBarProps) {
  return (
    <span
      aria-hidden
      className={cx("block h-[3px] overflow-hidden rounded-full bg-sunken forced-colors:border", className)}
    >
      <span
        className={cx("block h-full", isLate ? "bg-gap-bar" : "bg-ink-2 forced-colors:bg-[CanvasText]")}
        style={{ width: `${Math.round(100 * share)}%` }}
      />
    </span>
  );
}
