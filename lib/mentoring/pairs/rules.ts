import { defineMoves } from "@/lib/moves/rules";
import { addDays, type Day, daysBetween, laterDay } from "@/lib/time/day";

export const MENTORSHIP_STATUSES = ["proposed", "active", "paused", "ended", "declined"] as const;
export type MentorshipStatus = (typeof MENTORSHIP_STATUSES)[number];

/** What is not over: of these somebody has one as a learner, and they count as load of a mentor. */
export const LIVE_MENTORSHIP = ["proposed", "active", "paused"] as const;

/** A mentorship begins when both have said yes, may rest, and ends once. */
export const MENTORSHIP_MOVES = defineMoves("mentorships", MENTORSHIP_STATUSES, {
  begin: { from: ["proposed"], to: "active" },
  decline: { from: ["proposed"], to: "declined" },
  pause: { from: ["active"], to: "paused" },
  resume: { from: ["paused"], to: "active" },
  end: { from: ["active", "paused"], to: "ended" },
});
export type MentorshipMove = keyof typeof MENTORSHIP_MOVES.moves;

export const CADENCES = ["weekly", "fortnightly", "monthly"] as const;
export type Cadence = (typeof CADENCES)[number];

const DAYS_OF: Readonly<Record<Cadence, number>> = { weekly: 7, fortnightly: 14, monthly: 28 };

/** The day from which the next meeting is due: a turn after the last one, or the first day. */
export function meetingDue(cadence: Cadence, startsOn: Day, lastHeld: Day | null): Day {
  return lastHeld === null ? startsOn : laterDay(startsOn, addDays(lastHeld, DAYS_OF[cadence]));
}

/** Who might be a mentor, with what counts for it. */
export type MentorFacts = {
  id: string;
  name: string;
  levels: ReadonlyMap<string, number>;
  load: number;
  limit: number;
  /** Kept apart from one of the learner's executives, or one leads the other's pool. */
  isBarred: boolean;
};

/** A mentor who is proposed: which of the goals they master, and whom they mentor already. */
export type MentorProposal = {
  id: string;
  name: string;
  holds: { dutyId: string; level: number }[];
  load: number;
  limit: number;
};

/** What one has to hold to teach it. */
export const TEACHING_LEVEL = 4;

/** Who could teach what somebody wants to learn: those who master most of it first, then by level, load and name. */
export function rankMentors(dutyIds: readonly string[], people: readonly MentorFacts[]): MentorProposal[] {
  return people
    .filter(({ isBarred, load, limit }) => !isBarred && load < limit)
    .map(({ id, name, levels, load, limit }) => {
      const held = dutyIds.map((dutyId) => ({ dutyId, level: levels.get(dutyId) ?? 0 }));
      return { id, name, load, limit, holds: held.filter(({ level }) => level >= TEACHING_LEVEL) };
    })
    .filter(({ holds }) => holds.length > 0)
    .sort(
      (a, b) =>
        b.holds.length - a.holds.length ||
        levelsOf(b) - levelsOf(a) ||
        a.load - b.load ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
}

function levelsOf({ holds }: Pick<MentorProposal, "holds">): number {
  return holds.reduce((sum, { level }) => sum + level, 0);
}

/** What the two may talk about now: the beginning, the way, half of the time, the end. */
export type MentoringStage = "beginning" | "under_way" | "halfway" | "ending";

/** Where a mentorship is in the time agreed on. */
export function stageOf(startsOn: Day, endsOn: Day, today: Day): MentoringStage {
  const length = Math.max(1, daysBetween(startsOn, endsOn));
  const share = daysBetween(startsOn, today) / length;
  if (share < 0.15) return "beginning";
  if (share >= 0.85) return "ending";
  return share >= 0.45 && share < 0.6 ? "halfway" : "under_way";
}
