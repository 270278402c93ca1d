import { cx } from "@/components/ui/layout/cx";

const markStyle =
  "grid mt-0.5 size-4 shrink-0 appearance-none place-items-center border-[1.5px] border-line-2 bg-surface hover:border-ink-3 checked:border-accent checked:bg-accent disabled:border-line disabled:bg-sunken forced-colors:appearance-auto touch:mt-0 touch:size-5";

/** The box of a checkbox, with its tick. */
export const boxStyle = cx(
  markStyle,
  "rounded-[4px] before:hidden before:h-[0.3125rem] before:w-2.5 before:-translate-y-px before:-rotate-45 before:border-b-2 before:border-l-2 before:border-accent-ink checked:before:block",
);

/** The ring of a radio button, with its dot. */
export const dotStyle = cx(
  markStyle,
  "rounded-full before:hidden before:size-1.5 before:rounded-full before:bg-accent-ink checked:before:block",
);
/** A line with a box or a ring and its words. */
export const choiceStyle =
  "flex items-start gap-2 py-1 text-base has-disabled:text-ink-3 touch:min-h-11 touch:items-center";
