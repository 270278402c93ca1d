import {
  calledOffHours,
  type PlannedShift,
  plannedShifts,
  usualBreakMinutes,
  usualBreakStart,
  type WorkPiece,
  workedMinutesOfShift,
  workWithin,
} from "@/lib/schedules/week/rules";
import { findingsOf } from "@/lib/schedules/week/rules-findings";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { isOfWeek } from "@/lib/schedules/week/rules-findings-look";
import { refusedRuleOf } from "@/lib/schedules/week/rules-findings-shift";
import { hoursAway, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { wishesOn } from "@/lib/schedules/wishes/rules";
import type { Day } from "@/lib/time/day";
import { type Hours, isSameHours, isWithin, sharedHours, withoutHours } from "@/lib/time/hours";

/** Hours for which somebody is wanted, and what is done in them. */
export type WantedHours = Hours & { work: readonly WorkPiece[] };

type RoleFacts = ReadonlyMap<string, { isWithExecutives: boolean }>;

/** Somebody who could work wanted hours: in a shift of their own, or within one they have, in the place of work with executives. */
export type Replacement = {
  id: string;
  name: string;
  /** The shift of theirs that is changed for it; null where they get one of their own. */
  within: PlannedShift | null;
  sameDay: PlannedShift[];
  plannedMinutes: number;
  contractMinutes: number;
  isGlad: boolean;
  findings: Finding[];
};

export type ReplacementBar = "at_work" | "away" | "not_employed" | "skill";
export type Replacements = {
  could: Replacement[];
  bars: { id: string; name: string; bar: ReplacementBar }[];
};

/** What of a shift is called off and nobody has yet: by an absence or a manager, with the work of those hours. */
export function openHoursOf(
  shift: PlannedShift,
  away: readonly Hours[],
  callOffs: readonly (Hours & { work: readonly WorkPiece[]; takenById: string | null })[],
): WantedHours[] {
  const taken = callOffs.filter(({ takenById }) => takenById !== null);
  const work = [...shift.work, ...callOffs.flatMap((one) => one.work)].sort(
    (a, b) => a.startMinute - b.startMinute,
  );
  return calledOffHours(shift, away)
    .flatMap((hours) =>
      taken.reduce<Hours[]>((rest, cut) => rest.flatMap((one) => withoutHours(one, cut)), [hours]),
    )
    .map((hours) => ({ ...hours, work: workWithin(work, hours) }));
}

/** A shift of some wanted hours as a person would have it, with the usual break. */
export function shiftOfWanted(of: PlannedShift, wanted: WantedHours, assistantId: string): PlannedShift {
  const isWhole = isSameHours(of, wanted);
  const breakMinutes = isWhole ? of.breakMinutes : usualBreakMinutes(wanted);
  return {
    ...of,
    ...{ id: "new", assistantId, status: "draft", supersedesId: null, isRemoval: false, version: 0, off: [] },
    ...{ startMinute: wanted.startMinute, endMinute: wanted.endMinute, work: wanted.work, breakMinutes },
    breakStartMinute: isWhole ? of.breakStartMinute : usualBreakStart(wanted, breakMinutes),
  };
}

/** Work of some hours put in the place of what a shift has then. */
export function workWith(work: readonly WorkPiece[], pieces: readonly WorkPiece[]): WorkPiece[] {
  const rest = work.flatMap((piece) =>
    pieces
      .reduce<Hours[]>((left, cut) => left.flatMap((one) => withoutHours(one, cut)), [piece])
      .map((hours) => ({ ...hours, roleId: piece.roleId })),
  );
  return [...rest, ...pieces].sort((a, b) => a.startMinute - b.startMinute);
}

/** What of wanted hours is away from executives: that of them which a person at work can do in the place of support. */
export function awayPieces({ work }: WantedHours, roles: RoleFacts): WorkPiece[] {
  return work.filter(({ roleId }) => roles.get(roleId)?.isWithExecutives === false);
}

/**
 * When the break of a shift begins once some work is put into it: where it was, or right after or before that work. Null where
 * none of these leaves it within the shift, and neither part longer than may be worked in one go.
 */
export function breakBeside(
  { startMinute, endMinute, breakStartMinute, breakMinutes }: PlannedShift,
  pieces: readonly Hours[],
  breakAfterMinutes: number,
): number | null {
  if (breakMinutes === 0) return breakStartMinute;
  const places = [
    breakStartMinute,
    ...pieces.map((piece) => piece.endMinute),
    ...pieces.map((piece) => piece.startMinute - breakMinutes),
  ];
  const fits = (start: number) => {
    const pause = { startMinute: start, endMinute: start + breakMinutes };
    return (
      start >= startMinute &&
      pause.endMinute <= endMinute &&
      !pieces.some((piece) => sharedHours(piece, pause)) &&
      Math.max(start - startMinute, endMinute - pause.endMinute) <= breakAfterMinutes
    );
  };
  return places.find(fits) ?? null;
}

/** The one shift of somebody in which wanted work lies within their work with executives; null for none. */
function shiftAround(
  wanted: readonly WantedHours[],
  others: readonly PlannedShift[],
  on: PlannedShift["on"],
  roles: RoleFacts,
  breakAfterMinutes: number,
): PlannedShift | null {
  const pieces = wanted.flatMap((one) => awayPieces(one, roles));
  if (pieces.length === 0) return null;
  const isSupport = ({ roleId }: WorkPiece) => roles.get(roleId)?.isWithExecutives === true;
  const around = others.find(
    (shift) =>
      shift.on === on &&
      breakBeside(shift, pieces, breakAfterMinutes) !== null &&
      pieces.every((piece) => shift.work.some((own) => isSupport(own) && isWithin(piece, own))),
  );
  return around ?? null;
}

/** Everybody but its owner who could work the wanted hours of a shift, the best first, and what bars the others. */
export function replacementsOf(
  roster: Roster,
  shift: PlannedShift,
  wanted: readonly WantedHours[],
  published: readonly PlannedShift[],
): Replacements {
  const roles: RoleFacts = new Map(roster.roles.map((role) => [role.id, role]));
  const byPerson = new Map<string, PlannedShift[]>();
  for (const one of published) {
    const own = byPerson.get(one.assistantId ?? "") ?? [];
    own.push(one);
    byPerson.set(one.assistantId ?? "", own);
  }
  const found: Replacements = { could: [], bars: [] };
  for (const person of roster.people) {
    if (person.id === shift.assistantId) continue;
    const others = byPerson.get(person.id) ?? [];
    const answer = replacementBy(roster, person, others, { shift, wanted, roles });
    if (typeof answer === "string") found.bars.push({ id: person.id, name: person.name, bar: answer });
    else found.could.push(answer);
  }
  found.could.sort(byRank);
  return found;
}

type Asked = { shift: PlannedShift; wanted: readonly WantedHours[]; roles: RoleFacts };

function replacementBy(
  roster: Roster,
  person: RosterMember,
  others: readonly PlannedShift[],
  { shift, wanted, roles }: Asked,
): Replacement | ReplacementBar {
  const own = wanted.map((one) => shiftOfWanted(shift, one, person.id));
  const rule = own.map((one) => refusedRuleOf(person, one, others)).find((one) => one !== null) ?? null;
  const within =
    rule === "overlap"
      ? shiftAround(wanted, others, shift.on, roles, roster.rules.policy.breakAfterMinutes)
      : null;
  if (rule && !within) return rule === "overlap" ? "at_work" : rule;
  const pieces = within
    ? wanted.flatMap((one) => awayPieces(one, roles))
    : wanted.flatMap(({ work }) => work);
  if (lackingSkill(person, pieces, roster.rules.roles)) return "skill";
  const findings = within
    ? []
    : findingsOf(person, [...others, ...own], roster.monday, roster.rules, []).filter(
        ({ shiftId, kind }) => shiftId === "new" && kind !== "refused",
      );
  return {
    ...{ id: person.id, name: person.name, within, findings },
    sameDay: others.filter(({ on }) => on === shift.on),
    plannedMinutes: plannedMinutesOf(roster, person, others),
    contractMinutes: person.contractMinutes,
    isGlad: isGladOf(person, shift, wanted),
  };
}

function plannedMinutesOf({ monday }: Roster, person: RosterMember, others: readonly PlannedShift[]): number {
  return others
    .filter(isOfWeek(monday))
    .reduce((sum, one) => sum + workedMinutesOfShift(one, hoursAway(person, one.on)), 0);
}

function isGladOf(person: RosterMember, { on }: PlannedShift, wanted: readonly Hours[]): boolean {
  return wishesOn(person.wishes, on).some(
    (wish) => wish.kind === "gladly" && wanted.some((hours) => sharedHours(wish, hours)),
  );
}

/** What needs a reason last, then what is against a wish; gladly first, then those at work, then those furthest below their hours. */
function byRank(a: Replacement, b: Replacement): number {
  const overrides = ({ findings }: Replacement) => findings.filter(({ kind }) => kind === "override").length;
  const against = ({ findings }: Replacement) => Number(findings.some(({ rule }) => rule === "against_wish"));
  const over = ({ plannedMinutes, contractMinutes }: Replacement) => plannedMinutes - contractMinutes;
  return (
    overrides(a) - overrides(b) ||
    against(a) - against(b) ||
    Number(b.isGlad) - Number(a.isGlad) ||
    Number(b.within !== null) - Number(a.within !== null) ||
    over(a) - over(b)
  );
}

/** Who could work some hours of a role, once all drafts of a week are published. */
export function peopleForHours(roster: Roster, { on, ...piece }: WorkPiece & { on: Day }): Replacements {
  const wanted = { startMinute: piece.startMinute, endMinute: piece.endMinute, work: [piece] };
  const nobodys: PlannedShift = {
    ...{ id: "wanted", assistantId: null, on, ...wanted },
    ...{ breakStartMinute: wanted.startMinute, breakMinutes: 0, status: "draft", version: 0 },
    ...{ supersedesId: null, isRemoval: false },
  };
  return replacementsOf(roster, nobodys, [wanted], plannedShifts(roster.shifts));
}
