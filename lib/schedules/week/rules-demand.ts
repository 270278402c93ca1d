import { type Day, weekdayOf } from "@/lib/time/day";
import { type Hours, withoutHours } from "@/lib/time/hours";
import { hoursAtWork, type PlannedShift, workWithin } from "./rules";

/** How many people a role needs in some hours of a weekday between two days, or of one day alone. */
export type DemandWindow = Hours & {
  roleId: string;
  weekday: number | null;
  on: Day | null;
  headcount: number;
  validFrom: Day;
  validTo: Day | null;
};

/** A stretch of a day in which as many are needed, there by the plan and there as published. */
export type DemandPiece = Hours & {
  roleId: string;
  on: Day;
  needed: number;
  /** With drafts counted as published. */
  there: number;
  published: number;
};

/**
 * The windows of a role that count on a day. What is said for the day alone counts instead of its weekday's; a day off needs
 * nobody unless that is said.
 */
export function windowsOn(
  demand: readonly DemandWindow[],
  roleId: string,
  on: Day,
  isDayOff: boolean,
): DemandWindow[] {
  const ofRole = demand.filter((one) => one.roleId === roleId);
  const ofDay = ofRole.filter((one) => one.on === on);
  if (ofDay.length > 0) return ofDay;
  if (isDayOff) return [];
  const weekday = weekdayOf(on);
  return ofRole.filter(
    (one) => one.weekday === weekday && one.validFrom <= on && (one.validTo === null || on <= one.validTo),
  );
}

type Presence = { roleId: string; hours: Hours; isPublished: boolean; isPlanned: boolean };
type Plan = { planned: readonly PlannedShift[]; published: readonly PlannedShift[] };

/**
 * What a day of a role needs and has, piece by piece: where windows overlap the higher number counts, and breaks and what an
 * absence calls off make holes. Pieces in which nobody is needed and nobody is there are left out.
 */
export function demandPieces(
  on: Day,
  roleId: string,
  windows: readonly DemandWindow[],
  plan: Plan,
  awayOf: (assistantId: string) => readonly Hours[],
): DemandPiece[] {
  const there = presences(on, roleId, plan, awayOf);
  const edges = [
    ...windows.flatMap((one) => [one.startMinute, one.endMinute]),
    ...there.flatMap(({ hours }) => [hours.startMinute, hours.endMinute]),
  ];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const pieces: DemandPiece[] = [];
  for (const [i, startMinute] of cuts.entries()) {
    const endMinute = cuts[i + 1];
    if (endMinute === undefined) break;
    const covers = (hours: Hours) => hours.startMinute <= startMinute && endMinute <= hours.endMinute;
    const here = there.filter(({ hours }) => covers(hours));
    const piece = {
      roleId,
      on,
      startMinute,
      endMinute,
      needed: Math.max(0, ...windows.filter(covers).map((one) => one.headcount)),
      there: here.filter((one) => one.isPlanned).length,
      published: here.filter((one) => one.isPublished).length,
    };
    if (piece.needed + piece.there + piece.published > 0) add(pieces, piece);
  }
  return pieces;
}

function add(pieces: DemandPiece[], piece: DemandPiece): void {
  const last = pieces.at(-1);
  const isSame =
    last?.endMinute === piece.startMinute &&
    last.needed === piece.needed &&
    last.there === piece.there &&
    last.published === piece.published;
  if (isSame) pieces[pieces.length - 1] = { ...last, endMinute: piece.endMinute };
  else pieces.push(piece);
}

function presences(
  on: Day,
  roleId: string,
  { planned, published }: Plan,
  awayOf: (assistantId: string) => readonly Hours[],
): Presence[] {
  const stands = new Set(published);
  const isBoth = new Set(planned.filter((shift) => stands.has(shift)));
  const all = [...planned, ...published.filter((shift) => !isBoth.has(shift))];
  return all.flatMap((shift) => {
    const { assistantId } = shift;
    if (shift.on !== on || assistantId === null) return [];
    const away = awayOf(assistantId);
    return hoursAtWork(shift)
      .flatMap((hours) => workWithin(shift.work, hours))
      .filter((piece) => piece.roleId === roleId)
      .flatMap((piece) =>
        away.reduce<Hours[]>((rest, cut) => rest.flatMap((one) => withoutHours(one, cut)), [piece]),
      )
      .map((hours) => ({
        roleId,
        hours,
        isPublished: stands.has(shift),
        isPlanned: !stands.has(shift) || isBoth.has(shift),
      }));
  });
}

/** How many people are missing in a piece. */
export function missingIn({ needed, there }: DemandPiece): number {
  return Math.max(0, needed - there);
}
