"use client";
import { useTranslations } from "next-intl";

/** How well somebody fits: more is better. */
export function Fit({ value }: { value: number }) {
  const t = useTranslations("board.panel");
  return (
    <span className="tnum shrink-0 text-xs">
      {t.rich("fitOf", { fit: value, b: (words) => <b className="ml-1 font-semibold">{words}</b> })}
    </span>
  );
}
