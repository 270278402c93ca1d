import type { Day } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";

/** A cover of a half-day whose person is not there any more. */
export type BrokenCover = { id: string; assistantId: string; name: string };

/** A half-day of an executive that becomes a gap, or stops being one; with the covers of it that break by the change. */
export type GapChange = HalfDay & { executiveId: string; name: string; covers: BrokenCover[] };

/** What becomes of a cover that breaks in a half-day: it is kept all the same, or released. */
export type CoverDecision = HalfDay & { coverId: string; decision: "keep" | "release" };

/** The covers that break by a change of shifts, each in its half-day, for which nobody has decided yet. */
export function undecidedCovers(
  opened: readonly GapChange[],
  decisions: readonly CoverDecision[],
): { coverId: string; on: Day; part: HalfDay["part"] }[] {
  const isDecided = (id: string, { on, part }: HalfDay) =>
    decisions.some((one) => one.coverId === id && one.on === on && one.part === part);
  return opened.flatMap((gap) =>
    gap.covers.flatMap(({ id }) => (isDecided(id, gap) ? [] : [{ coverId: id, on: gap.on, part: gap.part }])),
  );
}
