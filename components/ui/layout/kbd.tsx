import type { ReactNode } from "react";
import { cx } from "./cx";

/** A key of the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cx(
        "inline-grid h-[18px] min-w-[18px] place-items-center rounded bg-sunken px-1 font-sans text-[11px] leading-none font-medium text-ink-2 ring-1 ring-line ring-inset",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
