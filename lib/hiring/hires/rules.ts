import { criterionId } from "@/lib/hiring/interviews/rules";
import type { DutyProfile } from "@/lib/hiring/requisitions/rules";
import { medianMark } from "@/lib/hiring/scorecards/rules";

type Marks = readonly { criterion: string; mark: number | null }[];

/** The level in each duty of a profile: the median of the panel's marks, or the level that is asked for where nobody saw it. */
export function skillsFrom(
  { duties }: DutyProfile,
  marks: Marks,
): { dutyId: string; proficiency: number; isJudged: boolean }[] {
  return duties.map(({ dutyId, level }) => {
    const id = criterionId({ kind: "duty", key: dutyId });
    const seen = marks.flatMap(({ criterion, mark }) => (criterion === id && mark !== null ? [mark] : []));
    const median = medianMark(seen);
    return { dutyId, proficiency: median ?? level, isJudged: median !== null };
  });
}

const FIRST_WEEKS = [1, 4, 8];

/** An introduction plan: the largest duties from the first week, the others from the fourth and the eighth. */
export function rampFrom(
  { duties }: DutyProfile,
  skills: readonly { dutyId: string; proficiency: number }[],
): { dutyId: string; fromWeek: number; level: number }[] {
  const each = Math.max(1, Math.ceil(duties.length / FIRST_WEEKS.length));
  return [...duties]
    .sort((a, b) => b.minutesPerWeek - a.minutesPerWeek)
    .map(({ dutyId, level }, i) => ({
      dutyId,
      fromWeek: FIRST_WEEKS[Math.min(FIRST_WEEKS.length - 1, Math.floor(i / each))] ?? 1,
      level: skills.find((one) => one.dutyId === dutyId)?.proficiency ?? level,
    }));
}
