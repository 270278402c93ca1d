import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { putInForce } from "@/lib/schedules/publishing/service-force";
import { type AskRefusal, askForShift } from "@/lib/schedules/swaps/service";
import { requireRoster } from "@/lib/schedules/week/queries";
import { type PlannedShift, publishedOnly } from "@/lib/schedules/week/rules";
import { DraftShiftInput } from "@/lib/schedules/week/schema";
import { changeShift, draftShift, type ShiftRefusal } from "@/lib/schedules/week/service";
import { isSameHours } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { listPeopleForHours } from "./queries-holes";
import { breakBeside, workWith } from "./rules";
import type { AskForHoursInput, FillHoursInput, RoleHoursInput } from "./schema";

/**
 * Drafts some hours of a role for a person: as a shift of their own, or within one they have in the place of work with executives;
 * or an open shift, where nobody is named. Refuses who could not work then, and what drafting refuses.
 */
export function fillHours(
  ctx: Ctx<Manager>,
  { assistantId, ...hours }: FillHoursInput,
): Promise<Result<{ id: string }, ShiftRefusal | "could_not_take" | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const { could, roster } = await listPeopleForHours(tx, hours);
    const { roleId, startMinute, endMinute } = hours;
    const work = [{ roleId, startMinute, endMinute }];
    const person = could.find(({ id }) => id === assistantId);
    if (assistantId && !person) return refuse("could_not_take", { path: "assistantId" });
    const within = person?.within;
    if (!within) {
      const draft = await draftShift(
        tx,
        DraftShiftInput.parse({ ...hours, assistantId: assistantId ?? null }),
      );
      return draft.ok ? ok({ id: draft.value.id }) : draft;
    }
    const { id, version } = within;
    const breakStartMinute = breakBeside(within, work, roster.rules.policy.breakAfterMinutes);
    const change = await changeShift(tx, {
      ...{ id, version, work: workWith(within.work, work) },
      ...(breakStartMinute !== null && { breakStartMinute }),
    });
    return change.ok ? ok({ id: change.value.id }) : change;
  });
}

/**
 * Asks somebody whether they work some hours of a role: an open shift is published for it, where there is none yet, which is theirs
 * once they say so. Refuses who could not take it, and what drafting refuses; nothing is published then.
 */
export function askForHours(
  ctx: Ctx<Manager>,
  { assistantId, ...hours }: AskForHoursInput,
): Promise<Result<{ id: string }, ShiftRefusal | AskRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const roster = await requireRoster(tx, { poolId: hours.poolId, week: isoWeekOf(hours.on) });
    const known = publishedOnly(roster.shifts).find((shift) => isOpenFor(shift, hours));
    const open = known
      ? ok(known)
      : await draftShift(tx, DraftShiftInput.parse({ ...hours, assistantId: null }));
    if (!open.ok) return open;
    if (!known) await putInForce(tx, [open.value]);
    return askForShift(tx, { kind: "ask", shiftId: open.value.id, toAssistantIds: [assistantId] });
  });
}

function isOpenFor(shift: PlannedShift, { on, roleId, ...hours }: RoleHoursInput): boolean {
  const [only, ...more] = shift.work;
  return (
    shift.assistantId === null &&
    shift.on === on &&
    isSameHours(shift, hours) &&
    only?.roleId === roleId &&
    more.length === 0
  );
}
