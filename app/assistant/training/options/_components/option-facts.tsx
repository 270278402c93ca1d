import { useTranslations } from "next-intl";
import { OptionTitle } from "@/app/_shared/training/option-title";
import { useAmountWords } from "@/components/time/use-amount-words";
import type { OptionView } from "@/lib/training/options/schema";

/** Something that could be learnt: who offers it and when, who suggested it, and why it was decided as it was. */
export function OptionFacts({ option }: { option: OptionView }) {
  const t = useTranslations("training.research");
  const amountWords = useAmountWords();
  const { provider, place, days, minutes, reason, suggestedBy } = option;
  const facts = [provider, place, days, minutes !== null && amountWords(minutes, "minutes")].filter(Boolean);
  return (
    <li className="grid gap-0.5 border-b border-hair py-3">
      <OptionTitle option={option} />
      <span className="text-sm text-ink-2">
        {[...facts, t("suggested", { name: suggestedBy })].join(" · ")}
      </span>
      {reason && <span className="text-sm">{t("because", { reason })}</span>}
    </li>
  );
}
