import { useRangeWords } from "@/components/time/use-range-words";
import type { HandoverSummary } from "@/lib/handovers/schema";

type RangeTextProps = { range: Pick<HandoverSummary, "from" | "fromPart" | "to" | "toPart"> };

/** The days of a handover, on one line. */
export function RangeText({ range }: RangeTextProps) {
  return <span className="tnum">{useRangeWords()(range)}</span>;
}
