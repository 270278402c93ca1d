import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayOfColumn, dayToDate, weekdayOf } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoAssistant, DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { WEEKS } from "./executives";
import { assistantId, MANAGER_ID, poolId } from "./people";
import { NOON, PHONES, RECEPTION, SUPPORT } from "./schedule-setup";

const LONGEST_RUN = 5 * 60;
const CREATED_BEFORE_MS = 5 * 24 * 3_600_000;

type Piece = Hours & { roleId: string };
/** A shift as it is written, with its work. */
export type Planned = Prisma.ShiftCreateManyInput & { id: string; work: Piece[] };

/** Everybody's shifts of a week: the hours of their week, and in turn an hour at reception and phones while others have lunch. */
export function shiftsOf(tx: Ctx, pool: DemoPool, monday: Day, status: "draft" | "published"): Planned[] {
  return pool.assistants.flatMap((assistant, turn) => {
    if ((assistant.leavesInWeeks ?? 0) < 0) return [];
    return WEEKS[assistant.hours].week.map(({ weekday, startsAtMinute, endsAtMinute }) => {
      const hours = { startMinute: startsAtMinute, endMinute: endsAtMinute };
      const work = workOf(hours, (turn + weekday) % pool.assistants.length);
      return shiftOf(tx, pool, assistant, addDays(monday, weekday - 1), hours, work, status);
    });
  });
}

function shiftOf(
  tx: Ctx,
  pool: DemoPool,
  { name }: DemoAssistant,
  on: Day,
  hours: Hours,
  work: Piece[],
  status: "draft" | "published",
): Planned {
  return {
    id: demoId("shift", `${name} ${on} ${status}`),
    poolId: poolId(pool),
    assistantId: assistantId(name),
    on: dayToDate(on),
    ...hours,
    ...breakOf(hours, work),
    status,
    createdById: MANAGER_ID,
    createdAt: new Date(tx.now.getTime() - CREATED_BEFORE_MS),
    work,
  };
}

/** An hour at noon, or before or after it for whoever is at the front then. */
function breakOf({ startMinute, endMinute }: Hours, work: readonly Piece[]) {
  if (endMinute - startMinute <= LONGEST_RUN) return { breakMinutes: 0, breakStartMinute: startMinute };
  const isBusyAtNoon = work.some((piece) => piece.roleId !== SUPPORT && piece.startMinute === NOON);
  const latest = startMinute + LONGEST_RUN;
  const earliest = endMinute - LONGEST_RUN - 60;
  const wished = isBusyAtNoon ? 13 * 60 : NOON;
  return { breakMinutes: 60, breakStartMinute: Math.max(earliest, Math.min(latest, wished)) };
}

function workOf(hours: Hours, turn: number): Piece[] {
  const { startMinute, endMinute } = hours;
  const isWhole = startMinute <= 9 * 60 && endMinute >= 16 * 60 && startMinute >= 8 * 60;
  const front = turn === 1 ? RECEPTION : turn === 4 ? PHONES : null;
  const noon = { startMinute: NOON, endMinute: 13 * 60 };
  if (!front || !isWhole) return [{ ...hours, roleId: SUPPORT }];
  return [
    { startMinute, endMinute: NOON, roleId: SUPPORT },
    { ...noon, roleId: front },
    { startMinute: 13 * 60, endMinute, roleId: SUPPORT },
  ];
}

/** Writes shifts and their work. */
export async function writeShifts(tx: Ctx, shifts: readonly Planned[]): Promise<void> {
  await tx.db.shift.createMany({ data: shifts.map(({ work: _, ...shift }) => shift) });
  await tx.db.shiftWork.createMany({
    data: shifts.flatMap(({ id, work }) => work.map((piece) => ({ ...piece, shiftId: id }))),
  });
}

/** What is not published yet of this week: somebody longer on Friday, somebody at phones in the afternoon, a shift too many. */
export function changesOfWeek(tx: Ctx, monday: Day, published: readonly Planned[]): Planned[] {
  const friday = addDays(monday, 4);
  const ofFriday = published.filter(
    ({ on, endMinute }) => new Date(on).getTime() === dayToDate(friday).getTime() && endMinute === 17 * 60,
  );
  const [longer, phones] = [ofFriday[3], ofFriday[5]];
  if (!longer || !phones) return [];
  const draftOf = (shift: Planned, hours: Hours, work: Piece[]): Planned => ({
    ...shift,
    ...hours,
    work,
    id: demoId("shift", `${shift.id} draft`),
    status: "draft",
    supersedesId: shift.id,
    createdAt: tx.now,
  });
  const late = { startMinute: longer.startMinute, endMinute: 18 * 60 };
  const { startMinute, endMinute } = phones;
  return [
    draftOf(longer, late, [
      { startMinute: late.startMinute, endMinute: 17 * 60, roleId: SUPPORT },
      { startMinute: 17 * 60, endMinute: 18 * 60, roleId: PHONES },
    ]),
    draftOf(phones, { startMinute, endMinute }, [
      { startMinute, endMinute: 13 * 60, roleId: SUPPORT },
      { startMinute: 13 * 60, endMinute, roleId: PHONES },
    ]),
  ];
}

/** The next week as it is drafted: everybody's hours again, one late evening before an early morning among them. */
export function nextWeek(tx: Ctx, pool: DemoPool, monday: Day): Planned[] {
  const drafts = shiftsOf(tx, pool, monday, "draft");
  const whole = pool.assistants.filter(({ hours }) => hours === "office");
  const tired = assistantId(whole[6]?.name ?? "");
  return drafts.map((shift) => {
    const weekday = weekdayOf(dayOfColumn(new Date(shift.on)));
    if (shift.assistantId !== tired || (weekday !== 3 && weekday !== 4)) return shift;
    const hours =
      weekday === 3
        ? { startMinute: 12 * 60, endMinute: 21 * 60 }
        : { startMinute: 7 * 60, endMinute: 12 * 60 };
    const work = [{ ...hours, roleId: weekday === 3 ? PHONES : RECEPTION }];
    return { ...shift, ...hours, ...breakOf(hours, work), work };
  });
}
