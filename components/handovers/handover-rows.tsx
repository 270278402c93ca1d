import { useTranslations } from "next-intl";
import { JustChanged } from "@/components/live/just-changed";
import { useRangeWords } from "@/components/time/use-range-words";
import type { HandoverSummary } from "@/lib/handovers/schema";
import { ConcernWords, StatusWords } from "./handover-badge";

type HandoverRowsProps = {
  handovers: HandoverSummary[];
  path: string;
  /** Who else matters to the reader: who is away, or who covers. */
  show: "owner" | "cover";
};

const COLUMNS = "md:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,0.9fr)_minmax(0,1.4fr)]";

/** Handovers as rows that open: which executive, when, how far it is, and what is still missing. */
export function HandoverRows({ handovers, path, show }: HandoverRowsProps) {
  const t = useTranslations("handovers.list");
  const rangeWords = useRangeWords();
  const whoOf = ({ ownerName, coverName }: HandoverSummary) => {
    if (show === "owner") return ownerName && t("forOwner", { name: ownerName });
    return coverName ? t("cover", { name: coverName }) : t("noCover");
  };
  return (
    <ul>
      {handovers.map((handover) => (
        <li key={handover.id} className={`row ${COLUMNS}`}>
          <div className="min-w-0">
            <a
              href={`${path}/${handover.id}`}
              aria-label={t("openOf", { name: handover.executiveName })}
              className="row-link"
            >
              {handover.executiveName}
            </a>
            <span className="row-meta">{whoOf(handover)}</span>
            <JustChanged id={handover.id} />
          </div>
          <span className="tnum truncate text-sm max-md:col-span-2">{rangeWords(handover)}</span>
          <StatusWords status={handover.status} />
          <div className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5 max-md:col-span-2">
            <ConcernWords concerns={handover.concerns} />
          </div>
        </li>
      ))}
    </ul>
  );
}
