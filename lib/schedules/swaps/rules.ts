import { defineMoves } from "@/lib/moves/rules";
import { type PlannedShift, publishedOnly } from "@/lib/schedules/week/rules";
import { findingsOf } from "@/lib/schedules/week/rules-findings";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { refusedRuleOf } from "@/lib/schedules/week/rules-findings-shift";
import { lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { sharedHours } from "@/lib/time/hours";
import { instantIn } from "@/lib/time/zone";

export const SHIFT_REQUEST_KINDS = ["swap", "drop", "take", "ask"] as const;
export type ShiftRequestKind = (typeof SHIFT_REQUEST_KINDS)[number];

export const SHIFT_REQUEST_STATUSES = [
  "pending_acceptance",
  "pending_approval",
  "approved",
  "denied",
  "cancelled",
  "expired",
] as const;
export type ShiftRequestStatus = (typeof SHIFT_REQUEST_STATUSES)[number];

const LIVE = ["pending_acceptance", "pending_approval"] as const satisfies readonly ShiftRequestStatus[];

/**
 * From which statuses each move of a request about a shift leads: a colleague accepts, the last who is asked may decline for
 * good, a manager approves or denies, those whose it is cancel, and time or a change of the shift ends it.
 */
export const SHIFT_REQUEST_MOVES = defineMoves("shift_requests", SHIFT_REQUEST_STATUSES, {
  accept: { from: ["pending_acceptance"], to: "pending_approval" },
  decline: { from: ["pending_acceptance"], to: "denied" },
  approve: { from: ["pending_approval"], to: "approved" },
  deny: { from: LIVE, to: "denied" },
  cancel: { from: LIVE, to: "cancelled" },
  expire: { from: LIVE, to: "expired" },
});

/** True while nobody has ended a request. */
export function isLiveRequest(status: ShiftRequestStatus): status is (typeof LIVE)[number] {
  return LIVE.some((one) => one === status);
}

const LAST_HOURS = 2;
const HOUR_MS = 3_600_000;

type Start = Pick<PlannedShift, "on" | "startMinute">;

/** When a request about some shifts ends by itself: two hours before the first of them begins. */
export function requestEndsAt(timeZone: string, shifts: readonly Start[]): Date {
  const starts = shifts.map(({ on, startMinute }) => instantIn(timeZone, on, startMinute).getTime());
  return new Date(Math.min(...starts) - LAST_HOURS * HOUR_MS);
}

/** A shift, and whom it goes to. */
export type ShiftHandOn = { shift: PlannedShift; toId: string };

type Exchange = {
  shift: PlannedShift;
  withShift: PlannedShift | null;
  ownerId: string | null;
  takerId: string;
};

/** What a request does once it is approved: the shift goes to its taker, the one it is exchanged for to its owner. */
export function handOnsOf({ shift, withShift, ownerId, takerId }: Exchange): ShiftHandOn[] {
  const back = withShift && ownerId ? [{ shift: withShift, toId: ownerId }] : [];
  return [{ shift, toId: takerId }, ...back];
}

/** The published shifts of a roster once some are handed on; those that are stand as drafts, so that all is looked at. */
export function shiftsAfter(roster: Roster, handOns: readonly ShiftHandOn[]): PlannedShift[] {
  const moved = new Set(handOns.map(({ shift }) => shift.id));
  const stay = publishedOnly(roster.shifts).filter(({ id }) => !moved.has(id));
  return [...stay, ...handedOn(handOns)];
}

/** Shifts as their new people have them. */
export function handedOn(handOns: readonly ShiftHandOn[]): PlannedShift[] {
  return handOns.map(({ shift, toId }) => ({ ...shift, assistantId: toId, status: "draft" as const }));
}

/** What would be found of the shifts that are handed on, in the week of a roster, with all of them exchanged. */
export function findingsOfHandOns(roster: Roster, handOns: readonly ShiftHandOn[]): Finding[] {
  const after = shiftsAfter(roster, handOns);
  const moved = new Set(handOns.map(({ shift }) => shift.id));
  const takers = new Set(handOns.map(({ toId }) => toId));
  return roster.people
    .filter(({ id }) => takers.has(id))
    .flatMap((person) => findingsOf(person, after, roster.monday, roster.rules, roster.overrides))
    .filter(({ shiftId }) => moved.has(shiftId));
}

export type BarToShift = "at_work" | "away" | "not_employed" | "skill";

/** Why somebody could not take a shift beside their others; null where they could. What a reason overrides bars nobody. */
export function barToShift(
  roster: Pick<Roster, "rules">,
  person: RosterMember,
  shift: PlannedShift,
  others: readonly PlannedShift[],
): BarToShift | null {
  const rule = refusedRuleOf(person, shift, others);
  if (rule) return rule === "overlap" ? "at_work" : rule;
  return lackingSkill(person, shift.work, roster.rules.roles) ? "skill" : null;
}

/** True where an approved absence takes some of a shift from its person. */
export function isTouchedByAbsence(
  shift: PlannedShift,
  away: readonly { startMinute: number; endMinute: number }[],
): boolean {
  return away.some((hours) => sharedHours(hours, shift) !== null);
}

/** True where no executive is left: every role of a shift is away from them. */
export function isAwayFromExecutives(
  { work }: Pick<PlannedShift, "work">,
  roles: readonly { id: string; isWithExecutives: boolean }[],
): boolean {
  const facts = new Map(roles.map((role) => [role.id, role]));
  return work.every(({ roleId }) => facts.get(roleId)?.isWithExecutives === false);
}
