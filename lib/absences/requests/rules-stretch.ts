import { type Refusal, type Result, refuse } from "@/lib/result";
import { daysBetween } from "@/lib/time/day";
import { type AskedStretch, type Stretch, type StretchRefusal, stretchOf } from "@/lib/time/stretch";

/** Parental leave is the longest there is. */
const LONGEST_DAYS = 3 * 366;

export type LeaveStretchRefusal = StretchRefusal | "absence_too_long";

/** The stretch that leave is asked for: a legal one, and no longer than three years. */
export function leaveStretchOf(asked: AskedStretch): Result<Stretch, LeaveStretchRefusal> {
  const stretch = stretchOf(asked);
  return stretch.ok ? (refusalOfLength(stretch.value) ?? stretch) : stretch;
}

/** Refuses an absence of more than three years. */
export function refusalOfLength({ from, to }: Stretch): Refusal<"absence_too_long"> | null {
  return daysBetween(from, to) > LONGEST_DAYS ? refuse("absence_too_long", { path: "to" }) : null;
}

/** The smallest unit a stretch is taken in. */
export function unitOf(stretch: Stretch): "day" | "half" | "hour" {
  if (stretch.startMinute !== null) return "hour";
  return stretch.fromPart === "am" && stretch.toPart === "pm" ? "day" : "half";
}

const COARSENESS = { day: 0, half: 1, hour: 2 };

/** Refuses halves and hours of a type that is taken by whole days, and hours of one that is taken by halves. */
export function refusalOfUnit(
  unit: "day" | "half" | "hour",
  stretch: Stretch,
): Refusal<"whole_days_only" | "half_days_only"> | null {
  if (COARSENESS[unitOf(stretch)] <= COARSENESS[unit]) return null;
  if (unit === "half") return refuse("half_days_only", { path: "startMinute" });
  const path =
    stretch.startMinute !== null ? "startMinute" : stretch.fromPart === "pm" ? "fromPart" : "toPart";
  return refuse("whole_days_only", { path });
}
