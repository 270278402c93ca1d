import { useFormatter, useTranslations } from "next-intl";

/** An amount of leave or work: "12.5 days", "7 h 30 min", "20 min". */
export function useAmountWords() {
  const t = useTranslations("common.time");
  const format = useFormatter();
  return (amount: number, measure: "days" | "minutes"): string => {
    if (measure === "days")
      return t("days", { text: format.number(amount, { maximumFractionDigits: 2 }), count: amount });
    const whole = Math.abs(amount);
    const sign = amount < 0 ? "−" : "";
    if (whole > 0 && whole < 60) return t("underAnHour", { minutes: `${sign}${whole}` });
    return t("minutes", { hours: `${sign}${Math.floor(whole / 60)}`, minutes: whole % 60 }).trim();
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
