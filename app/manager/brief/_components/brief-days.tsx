import { useDaysWords } from "@/components/time/use-days-words";
import { day } from "@/lib/time/day";

/** The days of a week: "17–23 Aug". */
export function BriefDays({ from, to }: { from: string; to: string }) {
  return useDaysWords()(day(from), day(to));
}
