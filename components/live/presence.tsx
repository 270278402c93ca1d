"use client";
import { useTranslations } from "next-intl";
import { initialsOf } from "@/components/ui/layout/avatar";
import type { Present } from "@/lib/live/schema";

const MOST_SHOWN = 3;

/** Who else looks at the same week: initials in a ring of the accent colour, and, where there is room, who in words. */
export function Presence({
  present,
  withWords = false,
}: {
  present: readonly Present[];
  withWords?: boolean;
}) {
  const t = useTranslations("live");
  const names = [...new Map(present.map(({ userId, name }) => [userId, name])).values()];
  const [first] = names;
  if (first === undefined) return null;
  const words = names.length > 1 ? t("areHere", { count: names.length }) : t("isHere", { name: first });
  return (
    <span className="inline-flex items-center gap-1.5" title={t("looking", { names: names.join(", ") })}>
      <span aria-hidden className="flex gap-1">
        {names.slice(0, MOST_SHOWN).map((name) => (
          <span
            key={name}
            className="grid size-5 place-items-center rounded-full bg-surface text-[9px] font-semibold text-ink-2 ring-[1.5px] ring-accent"
          >
            {initialsOf(name)}
          </span>
        ))}
      </span>
      <span className={withWords ? "text-xs text-ink-2" : "sr-only"}>{words}</span>
    </span>
  );
}
