import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { Link } from "@/components/ui/layout/link";
import type { RebalanceView } from "@/lib/matching/proposals/schema";

/** What was worked out before, and what became of it. */
export function RebalanceList({ rebalances }: { rebalances: readonly RebalanceView[] }) {
  const t = useTranslations("matching.rebalance");
  const dayWords = useDayWords();
  return (
    <ul className="text-sm">
      {rebalances.map(({ id, from, mostChanges, status, appliedChanges }) => (
        <li key={id} className="flex flex-wrap justify-between gap-2 border-b border-hair py-2.5">
          <Link href={`/manager/matching/rebalance/${id}`} className="font-medium hover:underline">
            {t("row", { day: dayWords(from), most: mostChanges })}
          </Link>
          <span className="text-ink-2">
            {[
              t(`status.${status}`),
              appliedChanges !== null && t("appliedChanges", { count: appliedChanges }),
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
