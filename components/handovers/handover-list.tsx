import { NotebookText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import type { HandoverSummary } from "@/lib/handovers/schema";
import { ConcernBadges, HandoverBadge } from "./handover-badge";

type HandoverListProps = {
  handovers: HandoverSummary[];
  path: string;
  /** Who else matters to the reader: who is away, or who covers. */
  show: "owner" | "cover";
};

/** An assistant's handovers as rows that open, with their concerns. */
export function HandoverList({ handovers, path, show }: HandoverListProps) {
  const t = useTranslations("handovers.list");
  const rangeWords = useRangeWords();
  const whoOf = ({ ownerName, coverName }: HandoverSummary) => {
    if (show === "owner") return ownerName && t("forOwner", { name: ownerName });
    return coverName ? t("cover", { name: coverName }) : t("noCover");
  };
  return (
    <ul className="grid border-t border-line">
      {handovers.map((handover) => (
        <li
          key={handover.id}
          className="relative flex items-start gap-3 border-b border-line py-3 hover:bg-canvas has-focus-visible:bg-canvas"
        >
          <NotebookText aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
          <div className="grid min-w-0 flex-1 gap-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                href={`${path}/${handover.id}`}
                aria-label={t("openOf", { name: handover.executiveName })}
                className="text-base font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
              >
                {handover.executiveName}
              </Link>
              <HandoverBadge status={handover.status} />
            </p>
            <p className="tnum text-sm text-ink-2">
              {[rangeWords(handover), whoOf(handover)].filter(Boolean).join(" · ")}
            </p>
            {handover.concerns.length > 0 && (
              <p className="flex flex-wrap gap-1.5">
                <ConcernBadges concerns={handover.concerns} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
