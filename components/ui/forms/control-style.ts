import { cx } from "@/components/ui/layout/cx";

/** The look of a box one types into. 16 px letters under a finger keep phones from zooming. */
export const controlStyle = cx(
  "h-9 w-full min-w-0 rounded-md border border-line-2 bg-surface px-2.5 text-base text-ink touch:h-11 touch:text-[1rem]",
  "hover:border-ink-3 focus-visible:-outline-offset-2 disabled:border-line disabled:bg-sunken disabled:text-ink-2",
  "[&[readonly]]:bg-sunken aria-invalid:border-gap-bar aria-invalid:ring-1 aria-invalid:ring-gap-bar",
);
