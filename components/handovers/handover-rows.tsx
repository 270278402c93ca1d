import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JustChanged } from "@/components/live/just-changed";
import { useRangeWords } from "@/components/time/use-range-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { HandoverSummary } from "@/lib/handovers/schema";
import { ConcernWords, StatusWords } from "./handover-badge";

type HandoverRowsProps = {
  handovers: HandoverSummary[];
  path: string;
  /** Who else matters to the reader: who is away, or who covers. */
  show: "owner" | "cover";
  /** The one that is open beside the list. */
  open?: string | undefined;
  /** What can be done with a handover from its row. */
  actsOf?: (handover: HandoverSummary) => ReactNode;
};

const COLUMNS = "md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.1fr)_minmax(0,0.7fr)_minmax(0,1.2fr)]";
const COLUMNS_WITH_ACTS =
  "md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.2fr)_minmax(0,0.6fr)_minmax(0,0.9fr)_9.25rem]";

/** Handovers as rows that open: which executive, when, how far it is, and what is still missing. */
export function HandoverRows({ handovers, path, show, open, actsOf }: HandoverRowsProps) {
  const t = useTranslations("handovers.list");
  const rangeWords = useRangeWords();
  const whoOf = ({ ownerName, coverName }: HandoverSummary) => {
    if (show === "owner") return ownerName && t("forOwner", { name: ownerName });
    return coverName ? t("cover", { name: coverName }) : t("noCover");
  };
  return (
    <ul>
      {handovers.map((handover) => (
        <li
          key={handover.id}
          className={cx("row", actsOf ? COLUMNS_WITH_ACTS : COLUMNS)}
          aria-current={handover.id === open || undefined}
        >
          <div className="flex min-w-0 items-center gap-2.5">
            <Avatar name={handover.executiveName} size="small" className="max-md:hidden" />
            <div className="min-w-0">
              <a
                href={`${path}/${handover.id}`}
                data-open={handover.id}
                aria-label={t("openOf", { name: handover.executiveName })}
                className="row-link"
              >
                {handover.executiveName}
              </a>
              <span className="row-meta">{whoOf(handover)}</span>
              <JustChanged id={handover.id} />
            </div>
          </div>
          <span className="tnum truncate text-sm">{rangeWords(handover)}</span>
          <StatusWords status={handover.status} />
          <div className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5 max-md:col-span-2">
            <ConcernWords concerns={handover.concerns} />
          </div>
          {actsOf?.(handover)}
        </li>
      ))}
    </ul>
  );
}
