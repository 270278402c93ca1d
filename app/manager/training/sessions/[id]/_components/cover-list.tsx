import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { SlotBadge } from "@/components/ui/layout/badge";
import type { SeatCover } from "@/lib/training/enrolments/queries-covers";

type CoverListProps = { covers: readonly SeatCover[]; nameOf: ReadonlyMap<string, string> };

/** Who covers for whom while the participants attend. */
export function CoverList({ covers, nameOf }: CoverListProps) {
  const t = useTranslations("training.cover");
  if (covers.length === 0)
    return (
      <p className="flex items-center gap-1.5 text-sm text-ink-2">
        <ShieldCheck aria-hidden className="size-4 text-accent-text" />
        {t("nobody")}
      </p>
    );
  return (
    <ul>
      {covers.map(({ executiveId, executive, assistantId, cover }) => (
        <li
          key={`${executiveId} ${assistantId} ${cover}`}
          className="flex items-center gap-2 border-b border-hair py-2"
        >
          <p className="grid min-w-0 flex-1 text-sm">
            <span className="truncate font-medium">{executive}</span>
            <span className="truncate text-xs text-ink-2">
              {t("while", { name: nameOf.get(assistantId) ?? "" })}
            </span>
          </p>
          <SlotBadge mark={cover ? "cover" : "gap"}>{cover ?? t("open")}</SlotBadge>
        </li>
      ))}
    </ul>
  );
}
