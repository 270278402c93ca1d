import { useTranslations } from "next-intl";
import { countText } from "./count-text";

/** How many wait at a place of the menu; nothing where none do. */
export function Waiting({ count = 0 }: { count: number | undefined }) {
  const t = useTranslations("nav");
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden className="tnum text-xs font-semibold text-ink-3">
        {countText(count)}
      </span>
      <span className="sr-only">{t("waiting", { count })}</span>
    </>
  );
}
