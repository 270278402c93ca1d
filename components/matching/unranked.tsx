import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import { LEAST_KNOWN_PERCENT } from "@/lib/matching/placements/rules";
import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import { useFitWords } from "./use-fit-words";

export type Unranked = Omit<CandidatePlacement, "assistantId" | "isPrimaryNow"> & {
  id: string;
  href: string;
};
type UnrankedListProps = {
  rows: readonly Unranked[];
  count: number;
  /** What can be done about a row. */
  action?: (row: Unranked) => ReactNode;
};

/** Those of whom too little is known to be ranked, each with what is missing. */
export function TooLittleKnown({ rows, count, action }: UnrankedListProps) {
  const t = useTranslations("matching");
  const words = useFitWords();
  if (count === 0) return null;
  return (
    <Disclosure
      open
      tone="strong"
      summary={`${t("tooLittleKnown")} ${count}: ${t("tooLittleKnownWhy", { percent: LEAST_KNOWN_PERCENT })}`}
    >
      <Rows rows={rows} say={words.missing} {...(action && { action })} />
    </Disclosure>
  );
}

/** Those who can't, each with all reasons. */
export function RuledOut({ rows, count }: UnrankedListProps) {
  const t = useTranslations("matching");
  const words = useFitWords();
  if (count === 0) return null;
  return (
    <Disclosure tone="strong" summary={`${t("cannot")} ${count}: ${words.gateCounts(rows)}`}>
      <Rows rows={rows} say={words.gates} />
    </Disclosure>
  );
}

type RowsProps = Pick<UnrankedListProps, "rows" | "action"> & { say: (row: Unranked) => string };

function Rows({ rows, say, action }: RowsProps) {
  return (
    <ul className="text-sm">
      {rows.map((row) => (
        <li
          key={row.id}
          className="grid gap-x-6 border-b border-hair py-2.5 sm:grid-cols-[minmax(8rem,15rem)_minmax(0,1fr)_auto] sm:items-center"
        >
          <Link href={row.href} className="font-medium hover:underline">
            {row.name}
          </Link>
          <span className="text-ink-2">{say(row)}</span>
          {action?.(row)}
        </li>
      ))}
    </ul>
  );
}
