import type { CefrLevel } from "@/lib/assistants/schema";
import type { DutyProfile } from "@/lib/hiring/requisitions/rules";
import { defineMoves } from "@/lib/moves/rules";

export const INTERVIEW_STATUSES = ["offered", "booked", "cancelled"] as const;
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

/** An interview is offered, booked on a time, moved to another one, and called off by either side. */
export const INTERVIEW_MOVES = defineMoves("interviews", INTERVIEW_STATUSES, {
  book: { from: ["offered"], to: "booked" },
  move: { from: ["booked"], to: null },
  cancel: { from: ["offered", "booked"], to: "cancelled" },
});

export const MOST_PANEL = 6;
export const INTERVIEW_MINUTES = [30, 45, 60, 90] as const;

/** A candidate chooses at least so long ahead, and moves or chooses at most so far. */
export const NOTICE_MS = 24 * 3_600_000;
export const FARTHEST_DAYS = 30;
/** How often a candidate may move an interview themselves. */
export const MOST_MOVES = 2;

const MINUTE_MS = 60_000;

export function interviewEnd(startsAt: Date, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * MINUTE_MS);
}

/** True once a booked interview has begun: it is neither moved nor called off any more. */
export function isHeld(
  { status, startsAt }: { status: InterviewStatus; startsAt: Date | null },
  now: Date,
): boolean {
  return status === "booked" && startsAt !== null && startsAt <= now;
}

/** Whether a candidate may still move their interview: twice, until a day before. */
export function mayMoveOwn(
  { startsAt, timesMoved }: { startsAt: Date | null; timesMoved: number },
  now: Date,
): boolean {
  return startsAt !== null && timesMoved < MOST_MOVES && startsAt.getTime() - NOTICE_MS > now.getTime();
}

/** One thing a panel judges: a duty at a level, or a language. */
export type Criterion =
  | { kind: "duty"; key: string; level: number }
  | { kind: "language"; key: string; level: CefrLevel | null };

const MOST_DUTIES = 4;
const MOST_LANGUAGES = 2;

/** What a panel judges of a requisition: its largest duties, and its languages; at most six things. */
export function criteriaOf({ duties, languages }: DutyProfile): Criterion[] {
  const largest = [...duties].sort((a, b) => b.minutesPerWeek - a.minutesPerWeek).slice(0, MOST_DUTIES);
  return [
    ...languages.slice(0, MOST_LANGUAGES).map(({ language, level }): Criterion => {
      return { kind: "language", key: language, level };
    }),
    ...largest.map(({ dutyId, level }): Criterion => ({ kind: "duty", key: dutyId, level })),
  ];
}

/** What a criterion is known by on a card. */
export function criterionId({ kind, key }: Pick<Criterion, "kind" | "key">): string {
  return `${kind}-${key}`;
}
