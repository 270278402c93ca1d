import { useTranslations } from "next-intl";
import { PLACEMENT_GATES, type PlacementGate } from "@/lib/matching/placements/rules";
import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import { FIT_PARTS } from "@/lib/matching/weights/rules";

type Sentence = Pick<CandidatePlacement, "strongest" | "weakest">;
type Load = Pick<CandidatePlacement, "loadBefore" | "loadAfter" | "capacity">;

const MINUTES_PER_HOUR_OF_WEEK = 5 * 60;

/** Minutes a week as hours on each of five days. */
export function hoursADay(minutesPerWeek: number): number {
  return Math.round((10 * minutesPerWeek) / MINUTES_PER_HOUR_OF_WEEK) / 10;
}

/** What a fit says, in words beside its numbers. */
export function useFitWords() {
  const t = useTranslations("matching");
  const load = ({ loadBefore, loadAfter, capacity }: Load) => ({
    before: hoursADay(loadBefore),
    after: hoursADay(loadAfter),
    capacity: hoursADay(capacity),
  });
  return {
    sentence({ strongest: [first, second], weakest }: Sentence): string {
      const inSentence = (part: (typeof FIT_PARTS)[number]) => t(`part.${part}`).toLocaleLowerCase();
      if (!first) return "";
      if (!second) return t("strongOne", { first: inSentence(first) });
      const both = { first: inSentence(first), second: inSentence(second) };
      return weakest ? t("strong", { ...both, weakest: inSentence(weakest) }) : t("strongOnly", both);
    },
    missing({ parts, known }: Pick<CandidatePlacement, "parts" | "known">): string {
      const unknown = FIT_PARTS.filter((part) => parts[part] === "not_known");
      const names = unknown.map((part) => t(`part.${part}`).toLocaleLowerCase()).join(", ");
      return t("missing", { known, parts: names });
    },
    load: (one: Load): string => t("loadOf", load(one)),
    gates: (one: Load & Pick<CandidatePlacement, "gates">): string =>
      one.gates.map((gate) => t(`gate.${gate}`, load(one))).join(" · "),
    gateCounts(rows: readonly Pick<CandidatePlacement, "gates">[]): string {
      const countOf = (gate: PlacementGate) => rows.filter(({ gates }) => gates.includes(gate)).length;
      return PLACEMENT_GATES.filter((gate) => countOf(gate) > 0)
        .map((gate) => t(`gateCount.${gate}`, { count: countOf(gate) }))
        .join(", ");
    },
  };
}
