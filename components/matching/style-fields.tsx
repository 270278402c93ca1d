"use client";
import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/forms/select";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";

type StyleFieldsProps = { styles: OwnMatchingView["styles"]; by: "selfRating" | "managerRating" };

const LEVELS = ["1", "2", "3", "4", "5"];

/** A rating for each way of working; beside one's own, what the manager says. */
export function StyleFields({ styles, by }: StyleFieldsProps) {
  const t = useTranslations("matching.me");
  const locale = localeOf(useLocale());
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {styles.map((style) => (
        <Select
          key={style.styleId}
          name={`ratings.${style.styleId}`}
          label={nameIn(locale, style)}
          placeholder={t("noRating")}
          defaultValue={style[by] === null ? "" : String(style[by])}
          options={LEVELS.map((level) => ({ value: level, label: level }))}
          {...(by === "selfRating" &&
            style.managerRating !== null && {
              description: t("managerSays", { rating: style.managerRating }),
            })}
        />
      ))}
    </div>
  );
}
