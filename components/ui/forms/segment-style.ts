/** The trough of a segmented bar and one segment of it, whatever element carries the choice. */
export const segmentedStyle = "inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-md bg-sunken p-0.5";

export const segmentStyle = [
  "inline-flex h-7 cursor-default items-center justify-center gap-1.5 rounded-[5px] px-2.5 text-sm font-medium whitespace-nowrap text-ink-2 touch:h-11 touch:px-3.5",
  "[&_svg]:size-4 hover:text-ink",
  "has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line-2)]",
  "data-selected:bg-surface data-selected:text-ink data-selected:shadow-[0_0_0_1px_var(--line-2)]",
  "aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--line-2)]",
  "aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line-2)]",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
].join(" ");

/** One of several choices as a chip of its own, for groups that wrap over lines. */
export const chipStyle = [
  "relative inline-flex h-7 shrink-0 cursor-default items-center gap-1.5 rounded-full border border-edge px-2.5 text-xs font-medium whitespace-nowrap text-ink-2 touch:h-11 touch:px-3.5",
  "hover:border-ink-3 hover:text-ink",
  "has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
].join(" ");
