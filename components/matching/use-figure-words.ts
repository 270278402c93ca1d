import { useLocale, useTranslations } from "next-intl";
import { type BothNames, localeOf, nameIn } from "@/lib/i18n/locales";

type Named = {
  styles: readonly ({ styleId: string } & BothNames)[];
  dutyNames: Readonly<Record<string, string>>;
};

/** What a figure of matching is called: a duty, a way of working, experience or ratings. */
export function useFigureWords({ styles, dutyNames }: Named) {
  const t = useTranslations("matching");
  const locale = localeOf(useLocale());
  return (figure: string): string => {
    if (figure === "experience") return t("me.experience");
    if (figure === "outcomes") return t("me.ratings");
    const [kind, id = ""] = figure.split(":");
    if (kind === "duty") return dutyNames[id] ?? id;
    const style = styles.find(({ styleId }) => styleId === id);
    return style ? nameIn(locale, style) : id;
  };
}
