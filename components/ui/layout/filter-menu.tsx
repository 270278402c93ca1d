"use client";
import { Check, ChevronDown } from "lucide-react";
import { useId, useRef } from "react";
import { Link } from "@/components/ui/layout/link";
import { cx } from "./cx";

export type FilterChoice = { href: string; label: string; isCurrent: boolean };

type FilterMenuProps = {
  label: string;
  /** The choice that leaves nothing out. */
  all: FilterChoice;
  choices: readonly FilterChoice[];
};

/** One thing a list is narrowed by, without a border: choices are links, in the browser's own popover. */
export function FilterMenu({ label, all, choices }: FilterMenuProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const current = choices.find((choice) => choice.isCurrent);
  return (
    <div className="shrink-0">
      <button
        type="button"
        popoverTarget={id}
        className={cx(
          "inline-flex h-7 max-w-48 cursor-default items-center gap-1.5 rounded-md px-2.5 text-sm font-medium whitespace-nowrap text-ink-2 hover:bg-sunken touch:h-11",
          current && "bg-sunken text-ink",
        )}
      >
        <span className="sr-only">{label}: </span>
        <span className="truncate">{(current ?? all).label}</span>
        <ChevronDown aria-hidden className="size-3 shrink-0" />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        aria-label={label}
        role="dialog"
        className="inset-auto m-0 mt-1 max-h-80 min-w-48 max-w-[calc(100vw-1.5rem)] overflow-auto rounded-lg bg-float p-1 text-ink shadow-float [position-area:block-end_span-inline-end] [position-try-fallbacks:flip-inline]"
      >
        {[all, ...choices].map((choice) => (
          <Link
            key={choice.href}
            href={choice.href}
            aria-current={choice.isCurrent || undefined}
            onClick={() => panel.current?.hidePopover()}
            className="flex min-h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken touch:min-h-11"
          >
            <Check aria-hidden className={cx("size-4", !choice.isCurrent && "invisible")} />
            {choice.label}
          </Link>
        ))}
      </div>
    </div>
  );
}
