import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import { scheduleAudit } from "@/lib/schedules/audit";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import {
  faultOfWork,
  isSameShift,
  type PlannedShift,
  plannedShifts,
  usualBreakMinutes,
  usualBreakStart,
  type WorkPiece,
} from "@/lib/schedules/week/rules";
import { draftInSet, type LeftOutShiftReason } from "@/lib/schedules/week/service-copy";
import { lockWeeks } from "@/lib/schedules/week/service-drafts";
import { addDays } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import type { KnownSchedule } from "./queries";
import { makeOutcome, type RowsOutcome } from "./rules-outcome";
import type { ShiftRow } from "./rules-rows";

type ShiftOfLine = PlannedShift & { line: number; poolId: string };

const CODES = {
  overlap: "shift_overlaps",
  away: "shift_away",
  not_employed: "shift_not_employed",
  role_retired: "role_retired",
  day_passed: "day_passed",
} as const satisfies Record<LeftOutShiftReason, string>;

/** Drafts the shifts of a file; one that is planned already changes nothing, and none that is planned is overwritten. */
export async function applyShifts(
  tx: Ctx<Manager>,
  known: KnownSchedule,
  rows: readonly ShiftRow[],
): Promise<RowsOutcome> {
  const made = makeOutcome("shifts");
  const shifts = rows.flatMap((row) => shiftOf(row, known, made.fault) ?? []);
  const weeks = groupedBy(shifts, ({ poolId, on }) => `${poolId} ${isoWeekOf(on)}`);
  for (const [key, ofWeek] of [...weeks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [poolId = "", week = ""] = key.split(" ");
    await draftWeek(tx, { poolId, week: week as IsoWeek }, ofWeek, made);
  }
  return made.outcome;
}

async function draftWeek(
  tx: Ctx<Manager>,
  { poolId, week }: { poolId: string; week: IsoWeek },
  asked: readonly ShiftOfLine[],
  { count, fault }: ReturnType<typeof makeOutcome>,
): Promise<void> {
  const monday = mondayOf(week);
  await lockWeeks(tx, poolId, [monday]);
  const roster = await readRoster(tx, poolId, week);
  const planned = plannedShifts(roster.shifts);
  const fresh: ShiftOfLine[] = [];
  for (const shift of asked) {
    const place = planned.findIndex((one) => isSameShift(one, shift));
    if (place === -1) fresh.push(shift);
    else {
      planned.splice(place, 1);
      count("unchanged");
    }
  }
  const { shiftIds, leftOut } = await draftInSet(tx, roster, fresh);
  count("created", shiftIds.length);
  for (const { shift, reason } of leftOut)
    fault(shift.line, CODES[reason], {
      column: reason === "day_passed" ? "date" : "starts",
      value: shift.on,
    });
  if (shiftIds.length === 0) return;
  const about = { poolId, from: monday, to: addDays(monday, 6), count: shiftIds.length };
  await audit(tx, scheduleAudit("shift.imported", poolId, about));
}

function shiftOf(
  row: ShiftRow,
  { pools, assistants, roles }: KnownSchedule,
  fault: ReturnType<typeof makeOutcome>["fault"],
): ShiftOfLine | null {
  const { line, on, startMinute, endMinute } = row;
  const pool = pools.get(row.pool.toLowerCase());
  const assistant = row.email === null ? null : assistants.get(row.email);
  const unknown = row.work.find(({ role }) => !roles.has(role.toLowerCase()));
  if (!pool) fault(line, "pool_elsewhere", { column: "pool", value: row.pool });
  else if (assistant === undefined || (assistant && assistant.poolId !== pool.id))
    fault(line, "unknown_assistant", { column: "assistant_email", value: row.email ?? "" });
  else if (unknown) fault(line, "unknown_role", { column: "roles", value: unknown.role });
  else {
    const work = row.work.map(
      ({ role, hours }): WorkPiece => ({
        ...(hours ?? { startMinute, endMinute }),
        roleId: roles.get(role.toLowerCase())?.id ?? "",
      }),
    );
    const breakMinutes = row.breakMinutes ?? usualBreakMinutes(row);
    const breakStartMinute = row.breakStartMinute ?? usualBreakStart(row, breakMinutes);
    const isInside = breakStartMinute >= startMinute && breakStartMinute + breakMinutes <= endMinute;
    if (faultOfWork(row, work)) fault(line, "roles_not_the_shift", { column: "roles" });
    else if (breakMinutes > 0 && !(isInside && breakMinutes < endMinute - startMinute))
      fault(line, "break_outside_shift", { column: "break_starts" });
    else
      return {
        ...{ id: `line ${line}`, line, poolId: pool.id, assistantId: assistant?.assistantId ?? null, on },
        ...{ startMinute, endMinute, breakMinutes, breakStartMinute, work },
        ...{ status: "draft", version: 0, supersedesId: null, isRemoval: false },
      };
  }
  return null;
}
