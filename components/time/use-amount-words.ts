import { useFormatter, useTranslations } from "next-intl";

/** An amount of leave: "12.5 days", "7 h 30 min". */
export function useAmountWords() {
  const t = useTranslations("common.time");
  const format = useFormatter();
  return (amount: number, measure: "days" | "minutes"): string => {
    if (measure === "days")
      return t("days", { text: format.number(amount, { maximumFractionDigits: 2 }), count: amount });
    const whole = Math.abs(amount);
    const hours = `${amount < 0 ? "−" : ""}${Math.floor(whole / 60)}`;
    return t("minutes", { hours, minutes: whole % 60 }).trim();
  };
}

/** An amount of leave before some is taken and after it: "12.5 → 7.5 days". */
export function useChangeWords() {
  const t = useTranslations("absences");
  const format = useFormatter();
  const words = useAmountWords();
  return ({ before, after, measure }: { before: number; after: number; measure: "days" | "minutes" }) =>
    t("beforeAfter", {
      before: measure === "days" ? format.number(before) : words(before, measure),
      after: words(after, measure),
    });
}
