import { cx } from "@/components/ui/layout/cx";

/** The mark: two half-days of a planner, the second person taking over where the first leaves. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cx("size-6 shrink-0", className)}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <rect x="4.5" y="6" width="10" height="5" rx="1.5" className="fill-accent-ink" />
      <rect
        x="10.25"
        y="13.75"
        width="8.5"
        height="3.5"
        rx="0.9"
        className="fill-none stroke-accent-ink"
        strokeWidth="1.5"
      />
    </svg>
  );
}

export function Brand({ className }: { className?: string }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-2 text-[0.9375rem] font-semibold tracking-tight",
        className,
      )}
    >
      <BrandMark />
      Standby
    </span>
  );
}
