import { cx } from "@/components/ui/layout/cx";

/** One row of a menu or a palette. */
export const menuRowStyle = cx(
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm text-ink outline-none touch:min-h-11",
  "data-focused:bg-sunken data-disabled:text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2",
);
