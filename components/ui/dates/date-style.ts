import { cx } from "@/components/ui/layout/cx";

/** A box of segments: the look of a field, with the focus of what it holds. */
export const segmentBoxStyle = cx(
  "flex h-9 w-full min-w-0 items-center gap-1 rounded-md border border-line-2 bg-surface pl-2.5 text-base text-ink touch:h-11 touch:text-[1rem]",
  "hover:border-ink-3 outline-none has-[[role=spinbutton]:focus]:outline-2 has-[[role=spinbutton]:focus]:-outline-offset-2 has-[[role=spinbutton]:focus]:outline-accent",
);
export const invalidBoxStyle = "border-gap-bar ring-1 ring-gap-bar";

export const dateInputStyle = "tnum flex min-w-0 items-center whitespace-nowrap";

export const dateSegmentStyle = cx(
  "rounded-[3px] px-0.5 py-px outline-none caret-transparent data-placeholder:inline-block data-placeholder:min-w-6 data-placeholder:text-center data-placeholder:text-ink-3 data-focused:bg-accent data-focused:text-accent-ink",
  "data-[type=literal]:px-0 data-[type=literal]:text-ink-3",
);

/** A quiet button at the end of a box. */
export const boxButtonStyle =
  "grid size-8 shrink-0 cursor-default place-items-center rounded-md text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-expanded:text-ink touch:size-10 [&_svg]:size-4";
