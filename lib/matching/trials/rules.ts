import { defineMoves } from "@/lib/moves/rules";
import { addDays, type Day, daysBetween, weekdayOf } from "@/lib/time/day";

export const TRIAL_STATUSES = ["proposed", "agreed", "declined", "stopped", "confirmed"] as const;
export type TrialStatus = (typeof TRIAL_STATUSES)[number];

/** A trial begins when both have said yes; it ends by its dates, unless it is stopped before or confirmed. */
export const TRIAL_MOVES = defineMoves("trial_pairings", TRIAL_STATUSES, {
  agree: { from: ["proposed"], to: "agreed" },
  decline: { from: ["proposed"], to: "declined" },
  stop: { from: ["proposed", "agreed"], to: "stopped" },
  confirm: { from: ["agreed"], to: "confirmed" },
});
export type TrialMove = keyof typeof TRIAL_MOVES.moves;
/** What is written down of a trial. */
export type TrialAction =
  | "proposed"
  | "accepted"
  | "agreed"
  | "declined"
  | "stopped"
  | "confirmed"
  | "checked_in";

export const MOST_TRIAL_WEEKS = 12;
export const TRIAL_MOMENTS = ["halfway", "ending"] as const;
export type TrialMoment = (typeof TRIAL_MOMENTS)[number];

/** Where a trial is: what was agreed on is under way and over by its dates, and a proposal without two answers lapses. */
export const TRIAL_PHASES = [
  "proposed",
  "lapsed",
  "agreed",
  "active",
  "ended",
  "declined",
  "stopped",
  "confirmed",
] as const;
export type TrialPhase = (typeof TRIAL_PHASES)[number];

type Dated = { from: Day; to: Day };

export function trialPhase({ status, from, to }: Dated & { status: TrialStatus }, today: Day): TrialPhase {
  if (status === "proposed") return today < from ? "proposed" : "lapsed";
  if (status !== "agreed") return status;
  if (today < from) return "agreed";
  return today > to ? "ended" : "active";
}

/** The last day of a trial of some weeks. */
export function lastDayOfTrial(from: Day, weeks: number): Day {
  return addDays(from, 7 * weeks - 1);
}

const WORKING_DAYS_BEFORE_END = 3;
/** After its last day a trial can still be looked back on for so long. */
const DAYS_AFTER_END = 14;
const SATURDAY = 6;

/** When both are asked how it goes: at half time and three working days before the end; where those are the same days, once. */
export function trialCheckInDays({ from, to }: Dated): { halfway: Day | null; ending: Day } {
  const ending = workingDaysBefore(to, WORKING_DAYS_BEFORE_END);
  const halfway = addDays(from, Math.floor((daysBetween(from, to) + 1) / 2));
  return { halfway: halfway < ending ? halfway : null, ending };
}

function workingDaysBefore(last: Day, days: number): Day {
  let on = last;
  for (let left = days; left > 0; ) {
    on = addDays(on, -1);
    if (weekdayOf(on) < SATURDAY) left--;
  }
  return on;
}

/** The moment that can be spoken of on a day, if any: half time until the second one, that until two weeks after the end. */
export function momentOpen(trial: Dated & { status: TrialStatus }, today: Day): TrialMoment | null {
  if (trial.status !== "agreed" && trial.status !== "confirmed") return null;
  const { halfway, ending } = trialCheckInDays(trial);
  if (today > addDays(trial.to, DAYS_AFTER_END)) return null;
  if (today >= ending) return "ending";
  return halfway !== null && today >= halfway ? "halfway" : null;
}
