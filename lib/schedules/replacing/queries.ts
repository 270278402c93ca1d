import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { TemplateWork } from "@/lib/schedules/setup/schema";
import { requireShift } from "@/lib/schedules/week/queries";
import { readRoster, readShifts } from "@/lib/schedules/week/queries-roster";
import { calledOffHours, type PlannedShift, publishedOnly, type WorkPiece } from "@/lib/schedules/week/rules";
import { hoursAway } from "@/lib/schedules/week/rules-person";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { type Hours, isWithin, sharedHours } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";
import { openHoursOf, type Replacements, replacementsOf, type WantedHours } from "./rules";
import type { CalledOffView } from "./schema";

/** Hours of a shift that a manager called off or gave away, with what was done then and who has them. */
export type CallOff = Hours & {
  id: string;
  work: readonly WorkPiece[];
  takenById: string | null;
  workBefore: readonly WorkPiece[] | null;
  takenVersion: number | null;
  breakBefore: number | null;
};

/** What is called off of a shift by a manager, in the order of hours. */
export async function readCallOffs({ db }: Ctx<Manager>, shiftId: string): Promise<CallOff[]> {
  const rows = await db.shiftCallOff.findMany({ where: { shiftId }, orderBy: { startMinute: "asc" } });
  return rows.map(({ work, workBefore, ...row }) => ({
    ...row,
    work: TemplateWork.parse(work),
    workBefore: workBefore === null ? null : TemplateWork.parse(workBefore),
  }));
}

/** A shift with its week as it is published, what is called off of it, and the hours for which nobody is there. */
export type CalledOffShift = {
  shift: PlannedShift & { poolId: string };
  roster: Roster;
  callOffs: CallOff[];
  away: Hours[];
  wanted: WantedHours[];
};

/** Reads a shift of a pool one leads with all that replacing asks; any other is not found. */
export async function readCalledOffShift(ctx: Ctx<Manager>, id: string): Promise<CalledOffShift> {
  const shift = await requireShift(ctx, id);
  const [roster, callOffs] = await Promise.all([
    readRoster(ctx, shift.poolId, isoWeekOf(shift.on)),
    readCallOffs(ctx, id),
  ]);
  const owner = roster.people.find((person) => person.id === shift.assistantId);
  const away = owner ? hoursAway(owner, shift.on) : [];
  return { shift, roster, callOffs, away, wanted: openHoursOf(shift, away, callOffs) };
}

/** Who could work what is called off of a shift, who has hours of it already, and whether its person is still away then. */
export type Replacing = Replacements & { taken: (Hours & { name: string })[]; isAway: boolean };

/** Who could work what is called off of a shift and nobody has yet, the best first; nobody where nothing is. */
export async function getReplacing(ctx: Ctx<Manager>, id: string): Promise<Replacing> {
  const { shift, roster, wanted, callOffs, away } = await readCalledOffShift(ctx, id);
  const people =
    wanted.length === 0
      ? { could: [], bars: [] }
      : replacementsOf(roster, shift, wanted, publishedOnly(roster.shifts));
  const nameOf = (shiftId: string) => {
    const taker = roster.shifts.find((one) => one.id === shiftId)?.assistantId;
    return roster.people.find((person) => person.id === taker)?.name ?? "";
  };
  return {
    ...people,
    taken: callOffs.flatMap(({ takenById, startMinute, endMinute }) =>
      takenById ? [{ startMinute, endMinute, name: nameOf(takenById) }] : [],
    ),
    isAway: away.some((hours) => sharedHours(hours, shift)),
  };
}

/** What is called off of a shift, and who has those hours now. */
export async function requireCalledOff(ctx: Ctx<Manager>, id: string): Promise<CalledOffView> {
  const { shift, away, callOffs } = await readCalledOffShift(ctx, id);
  const ids = callOffs.flatMap(({ takenById }) => takenById ?? []);
  const takers = await ctx.db.shift.findMany({
    where: { id: { in: ids } },
    select: { id: true, assistantId: true },
  });
  return {
    id,
    version: shift.version,
    calledOff: calledOffHours(shift, away),
    takenBy: takers.map(({ id: shiftId, assistantId }) => ({ shiftId, assistantId })),
  };
}

/** A published shift that an absence calls off, wholly or for some hours; or would, while it is only asked for. */
export type TouchedShift = { shift: PlannedShift; poolId: string; calledOff: Hours[]; isOpen: boolean };

/** The published shifts of somebody that an absence touches, the first day first, and whether hours of them are nobody's yet. */
export async function listShiftsTouched(
  { db }: Ctx<Manager>,
  assistantId: string,
  away: Stretch,
): Promise<TouchedShift[]> {
  const { poolId } = await db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { poolId: true },
  });
  const shifts = publishedOnly(await readShifts(db, poolId, away.from, away.to, [assistantId]));
  return shifts.flatMap((shift) => {
    if (shift.assistantId !== assistantId) return [];
    const hours = hoursOfStretchOn(away, shift.on);
    const touched = hours ? calledOffHours({ ...shift, off: [] }, [hours]) : [];
    if (touched.length === 0) return [];
    const off = shift.off ?? [];
    return [
      {
        shift,
        poolId,
        calledOff: touched,
        isOpen: touched.some((one) => !off.some((cut) => isWithin(one, cut))),
      },
    ];
  });
}
