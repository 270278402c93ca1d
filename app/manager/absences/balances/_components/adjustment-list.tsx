import { useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import type { AdjustmentView } from "@/lib/absences/balances/schema";

type AdjustmentListProps = { adjustments: readonly AdjustmentView[]; typeNames: Record<string, string> };

/** What was given and taken away by hand, with the reason, the latest first. */
export function AdjustmentList({ adjustments, typeNames }: AdjustmentListProps) {
  const t = useTranslations("absences.adjustment");
  const words = useAmountWords();
  const dayWords = useDayWords();
  if (adjustments.length === 0) return <p className="text-base text-ink-2">{t("none")}</p>;
  return (
    <ul>
      {adjustments.map(({ id, type, measure, on, amount, reason, byName }) => (
        <li key={id} className="grid gap-0.5 border-b border-line py-2">
          <p className="tnum">
            {amount > 0 && "+"}
            {words(amount, measure)} · {typeNames[type] ?? type}
          </p>
          <p className="[overflow-wrap:anywhere]">{reason}</p>
          <p className="text-sm text-ink-2">{t("line", { on: dayWords(on), name: byName })}</p>
        </li>
      ))}
    </ul>
  );
}
