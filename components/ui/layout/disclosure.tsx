import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

const tones = {
  link: "text-sm font-medium text-accent hover:underline",
  quiet: "text-sm text-ink-2 hover:text-ink",
  strong: "font-medium",
};

type DisclosureProps = Omit<ComponentProps<"details">, "children"> & {
  summary: ReactNode;
  /** Says of what, where the summary alone stands more than once on a page; begins with the summary. */
  label?: string;
  tone?: keyof typeof tones;
  children: ReactNode;
};

/** A line that opens what stands below it, before JavaScript too; its chevron turns. */
export function Disclosure({ summary, label, tone = "link", children, ...details }: DisclosureProps) {
  return (
    <details {...details}>
      <summary
        aria-label={label}
        className={cx(
          "w-fit max-w-full cursor-default rounded-md py-1 touch:min-h-11 touch:py-2.5",
          tones[tone],
        )}
      >
        {summary}
      </summary>
      {children}
    </details>
  );
}
