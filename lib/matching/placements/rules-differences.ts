import { FIT_PARTS, type FitPart } from "@/lib/matching/weights/rules";
import type { PartPoints } from "./rules-parts";

/** Points that make a difference worth a word. */
const CLEARLY = 20;

type Parts = Readonly<Record<FitPart, PartPoints>>;
export type FitDifference = "more" | "less" | null;

/** Part by part who has clearly more or less, 20 points from the middle of the others. */
export function differencesOf(compared: readonly Parts[]): Record<FitPart, FitDifference[]> {
  return Object.fromEntries(
    FIT_PARTS.map((part) => [part, compared.map((_, index) => differenceOf(compared, part, index))]),
  ) as Record<FitPart, FitDifference[]>;
}

function differenceOf(compared: readonly Parts[], part: FitPart, index: number): FitDifference {
  const own = compared[index]?.[part];
  const others = compared.flatMap((parts, i) => {
    const points = parts[part];
    return i !== index && typeof points === "number" ? [points] : [];
  });
  if (typeof own !== "number" || others.length === 0) return null;
  const apart = own - middleOf(others);
  if (Math.abs(apart) < CLEARLY) return null;
  return apart > 0 ? "more" : "less";
}

function middleOf(points: readonly number[]): number {
  const sorted = points.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}
