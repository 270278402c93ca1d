import { cx } from "@/components/ui/layout/cx";

export type ButtonVariant = "primary" | "outline" | "ghost" | "danger";
export type ButtonSize = "regular" | "icon";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover forced-colors:border",
  outline: "border border-line bg-surface text-ink hover:border-line-2 hover:bg-sunken",
  ghost: "text-ink-2 hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink",
  danger: "bg-danger text-danger-ink hover:bg-danger-hover forced-colors:border",
};

const sizes: Record<ButtonSize, string> = {
  regular: "px-3",
  icon: "w-8 touch:w-11",
};

/** The look of everything that is pressed: 32 px high with a mouse, 44 px under a finger. */
export function buttonStyle(variant: ButtonVariant = "outline", size: ButtonSize = "regular"): string {
  return cx(
    "inline-flex h-8 shrink-0 cursor-default select-none items-center justify-center gap-1.5 rounded-md text-sm font-medium whitespace-nowrap touch:h-11 print:hidden",
    "active:translate-y-px [&_svg]:size-4 [&_svg]:shrink-0",
    "disabled:border disabled:border-line disabled:bg-sunken disabled:text-ink-3",
    variants[variant],
    sizes[size],
  );
}
