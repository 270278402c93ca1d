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
