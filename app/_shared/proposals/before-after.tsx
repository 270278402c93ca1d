import { ArrowRight } from "lucide-react";

type BeforeAfterProps = {
  before: number;
  after: number;
  /** Both figures as a sentence, for screen readers. */
  spoken: string;
  /** What is counted. */
  what: string;
  outcome: string;
};

/** What a proposal makes of a figure: how many there are, and how many would be left. */
export function BeforeAfter({ before, after, spoken, what, outcome }: BeforeAfterProps) {
  return (
    <p className="flex items-center gap-3">
      <span aria-hidden className="tnum text-[40px] leading-12 tracking-tight text-ink-3">
        {before}
      </span>
      <ArrowRight aria-hidden className="size-4 shrink-0" />
      <span aria-hidden className="tnum text-[40px] leading-12 font-semibold tracking-tight">
        {after}
      </span>
      <span className="text-sm">
        <span className="sr-only">{spoken}</span>
        <span aria-hidden className="block font-semibold">
          {what}
        </span>
        <span className="block text-xs text-ink-2">{outcome}</span>
      </span>
    </p>
  );
}
