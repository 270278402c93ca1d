import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { type Hours, isSameHours } from "@/lib/time/hours";
import { checkWork, type WorkRefusal } from "./queries-work";
import { type PlannedShift, usualBreakMinutes, usualBreakStart, workOf } from "./rules";
import type { ChangeShiftInput, DraftShiftInput } from "./schema";
import type { ShiftDraft } from "./service-drafts";

/** The draft that is asked for, with the usual break where none is named; refuses work that can't be, and a break outside the shift. */
export async function askedDraft(
  ctx: Ctx<Manager>,
  input: DraftShiftInput,
): Promise<Result<ShiftDraft, WorkRefusal>> {
  const { poolId, assistantId, on, startMinute, endMinute } = input;
  const breakMinutes = input.breakMinutes ?? usualBreakMinutes(input);
  const work = await checkWork(ctx, { ...input, breakMinutes });
  if (!work.ok) return work;
  const breakStartMinute = input.breakStartMinute ?? usualBreakStart(input, breakMinutes);
  const times = { on, startMinute, endMinute, breakMinutes, breakStartMinute };
  const draft = { poolId, assistantId, ...times, work: work.value, note: input.note ?? "" };
  return isBreakInside(draft) ? ok(draft) : refuse("break_too_long", { path: "breakStartMinute" });
}

/** What a shift becomes by the changes that are asked for; what they leave out stays as it fits. Refuses what drafting refuses. */
export async function askedChange(
  tx: Ctx<Manager>,
  shift: PlannedShift & { poolId: string },
  input: ChangeShiftInput,
): Promise<Result<ShiftDraft, WorkRefusal>> {
  const hours = {
    startMinute: input.startMinute ?? shift.startMinute,
    endMinute: input.endMinute ?? shift.endMinute,
  };
  const areHoursKept = isSameHours(hours, shift);
  const breakMinutes = input.breakMinutes ?? breakAfter(shift, hours);
  const kept =
    input.roleId || input.work ? undefined : areHoursKept ? shift.work : workOf(shift.work, shift, hours);
  const asked = { ...hours, breakMinutes, roleId: input.roleId, work: input.work ?? kept };
  const work = await checkWork(tx, asked);
  if (!work.ok) return work;
  const isBreakKept = areHoursKept && breakMinutes === shift.breakMinutes;
  const breakStartMinute =
    input.breakStartMinute ?? (isBreakKept ? shift.breakStartMinute : usualBreakStart(hours, breakMinutes));
  const draft = {
    poolId: shift.poolId,
    assistantId: input.assistantId === undefined ? shift.assistantId : input.assistantId,
    on: input.on ?? shift.on,
    ...hours,
    breakMinutes,
    breakStartMinute,
    work: work.value,
    note: input.note ?? shift.note ?? "",
  };
  return isBreakInside(draft) ? ok(draft) : refuse("break_too_long", { path: "breakStartMinute" });
}

/** A shift of the same length keeps its break; another length has the usual one. */
function breakAfter(shift: PlannedShift, hours: Hours): number {
  const isSameLength = hours.endMinute - hours.startMinute === shift.endMinute - shift.startMinute;
  return isSameLength ? shift.breakMinutes : usualBreakMinutes(hours);
}

function isBreakInside({ startMinute, endMinute, breakStartMinute, breakMinutes }: ShiftDraft): boolean {
  return (
    breakMinutes === 0 || (breakStartMinute >= startMinute && breakStartMinute + breakMinutes <= endMinute)
  );
}
