import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { groupedBy } from "@/lib/groups";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result } from "@/lib/result";
import { scheduleAudit } from "@/lib/schedules/audit";
import { addDays, type Day, dayOfColumn, daysBetween } from "@/lib/time/day";
import { mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { readRoster, readShifts } from "./queries-roster";
import { type PlannedShift, plannedShifts } from "./rules";
import { refusedRuleOf } from "./rules-findings-shift";
import type { Roster } from "./rules-roster";
import type { CopyWeekInput, RemoveDraftsInput } from "./schema";
import { lockWeeks, type ShiftDraft, writeDrafts } from "./service-drafts";

export type LeftOutShiftReason = "overlap" | "away" | "not_employed" | "role_retired" | "day_passed";
export type CopiedWeek = {
  copied: number;
  shiftIds: string[];
  leftOut: { assistantId: string | null; on: Day; reason: LeftOutShiftReason }[];
};

/** Drafts the shifts of one week in another, on the same weekdays. Nothing that is planned there is overwritten: what clashes is left out and named. */
export function copyWeek(ctx: Ctx<Manager>, input: CopyWeekInput): Promise<Result<CopiedWeek>> {
  const { poolId, fromWeek, toWeek, assistantIds } = input;
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const [from, to] = [mondayOf(fromWeek), mondayOf(toWeek)];
    await lockWeeks(tx, poolId, [to]);
    const source = plannedShifts(await readShifts(tx.db, poolId, from, addDays(from, 6)));
    const asked = source.filter(
      ({ on, assistantId }) =>
        on >= from && on <= addDays(from, 6) && (!assistantIds || assistantIds.includes(assistantId ?? "")),
    );
    const roster = await readRoster(tx, poolId, toWeek);
    const copies = asked.map((shift) => ({ ...shift, on: addDays(shift.on, daysBetween(from, to)) }));
    const { shiftIds, leftOut } = await draftInSet(tx, roster, copies);
    if (shiftIds.length > 0)
      await audit(
        tx,
        scheduleAudit("shift.copied", poolId, {
          poolId,
          from: to,
          to: addDays(to, 6),
          count: shiftIds.length,
        }),
      );
    return ok({
      copied: shiftIds.length,
      shiftIds,
      leftOut: leftOut.map(({ shift, reason }) => ({ assistantId: shift.assistantId, on: shift.on, reason })),
    });
  });
}

type DraftedSet<S> = { shiftIds: string[]; leftOut: { shift: S; reason: LeftOutShiftReason }[] };

/** Drafts shifts of a locked week together; those that clash with what is planned, or with each other, are left out with the reason. */
export async function draftInSet<S extends PlannedShift>(
  tx: Ctx<Manager>,
  roster: Roster,
  asked: readonly S[],
): Promise<DraftedSet<S>> {
  const poolId = roster.pool.id;
  const today = dayIn(roster.rules.timeZone, tx.now);
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const retired = new Set(roster.roles.filter(({ isRetired }) => isRetired).map(({ id }) => id));
  const theirs = groupedBy(plannedShifts(roster.shifts), ({ assistantId }) => assistantId ?? "");
  const drafts: ShiftDraft[] = [];
  const leftOut: DraftedSet<S>["leftOut"] = [];
  for (const shift of asked) {
    const others = theirs.get(shift.assistantId ?? "") ?? [];
    const reason = shift.on < today ? "day_passed" : reasonToLeaveOut(shift, others, people, retired);
    if (reason) {
      leftOut.push({ shift, reason });
      continue;
    }
    if (shift.assistantId) theirs.set(shift.assistantId, [...others, shift]);
    drafts.push({ ...shift, poolId });
  }
  return { shiftIds: await writeDrafts(tx, drafts), leftOut };
}

function reasonToLeaveOut(
  copy: PlannedShift,
  others: readonly PlannedShift[],
  people: ReadonlyMap<string, Parameters<typeof refusedRuleOf>[0]>,
  retired: ReadonlySet<string>,
): LeftOutShiftReason | null {
  if (copy.work.some(({ roleId }) => retired.has(roleId))) return "role_retired";
  if (copy.assistantId === null) return null;
  const person = people.get(copy.assistantId);
  return person ? refusedRuleOf(person, copy, others) : "not_employed";
}

/** Takes back drafts of a pool together, such as those of a copied week; what was published meanwhile stays. */
export function removeDrafts(
  ctx: Ctx<Manager>,
  { poolId, ids }: RemoveDraftsInput,
): Promise<Result<{ removed: number }>> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const where = { id: { in: ids }, poolId, status: "draft" } as const;
    const rows = await tx.db.shift.findMany({ where, select: { on: true } });
    const days = rows.map(({ on }) => dayOfColumn(on));
    await lockWeeks(tx, poolId, days);
    const { count } = await tx.db.shift.deleteMany({ where });
    const [first, last] = [days.sort()[0], days.at(-1)];
    if (first && last)
      await audit(tx, scheduleAudit("shift.withdrawn", poolId, { poolId, from: first, to: last, count }));
    return ok({ removed: count });
  });
}
