import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** What is known of one thing, as pairs of label and value. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-2 text-base sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {facts.map(({ label, value }) => (
        <div key={label} className="grid gap-0.5 sm:contents">
          <dt className="text-sm text-ink-2 sm:pt-px">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
