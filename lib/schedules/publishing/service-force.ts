import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { dayToDate } from "@/lib/time/day";
import type { PublicationPlan } from "./rules-preview";
import type { PublishWeekInput } from "./schema";

/** Keeps the reasons given for the findings of a publication, each for the shift as it is. */
export async function writeOverrides(
  tx: Ctx<Person>,
  { findings, drafts }: Pick<PublicationPlan, "findings" | "drafts">,
  given: PublishWeekInput["overrides"],
): Promise<void> {
  const shifts = new Map(drafts.map((shift) => [shift.id, shift]));
  const reasons = new Map(given.map(({ shiftId, rule, reason }) => [`${shiftId} ${rule}`, reason]));
  const data = findings.flatMap(({ shiftId, rule, kind, reason: known, assistantId }) => {
    const reason = reasons.get(`${shiftId} ${rule}`);
    const shift = shifts.get(shiftId);
    if (kind !== "override" || known !== null || !reason || !shift) return [];
    const { on, startMinute, endMinute } = shift;
    return [
      {
        shiftId,
        rule,
        reason,
        assistantId,
        on: dayToDate(on),
        startMinute,
        endMinute,
        byId: tx.actor.userId,
        at: tx.now,
      },
    ];
  });
  if (data.length > 0) await tx.db.shiftOverride.createMany({ data });
}

/**
 * Makes drafts what is published, in sets: new ones as they are; changes move onto the published rows, so that their ids stay;
 * what is taken away is kept as removed. Two that exchange their hours may meet on the way.
 */
export async function putInForce(tx: Ctx<Manager>, drafts: readonly PlannedShift[]): Promise<void> {
  const idsOf = (some: readonly PlannedShift[]) => some.map(({ id }) => id);
  const fresh = idsOf(drafts.filter(({ supersedesId }) => supersedesId === null));
  const removals = drafts.filter(({ isRemoval }) => isRemoval);
  const changes = idsOf(drafts.filter(({ supersedesId, isRemoval }) => supersedesId !== null && !isRemoval));
  await tx.db.$executeRaw`SET CONSTRAINTS shifts_no_overlap DEFERRED`;
  if (removals.length > 0) {
    const gone = removals.flatMap(({ supersedesId }) => supersedesId ?? []);
    await tx.db.shift.deleteMany({ where: { id: { in: idsOf(removals) } } });
    await tx.db.shift.updateMany({
      where: { id: { in: gone } },
      data: { status: "removed", version: { increment: 1 } },
    });
  }
  if (changes.length > 0) await moveOnto(tx, changes);
  if (fresh.length > 0)
    await tx.db.shift.updateMany({
      where: { id: { in: fresh } },
      data: { status: "published", version: { increment: 1 } },
    });
}

async function moveOnto(tx: Ctx<Manager>, ids: readonly string[]): Promise<void> {
  const drafts = [...ids];
  await tx.db.$executeRaw`
    DELETE FROM shift_call_offs USING shifts d WHERE d.id = ANY(${drafts}::uuid[]) AND shift_call_offs.shift_id = d.supersedes_id`;
  await tx.db.$executeRaw`
    DELETE FROM shift_work USING shifts d WHERE d.id = ANY(${drafts}::uuid[]) AND shift_work.shift_id = d.supersedes_id`;
  await tx.db.$executeRaw`
    UPDATE shift_work SET shift_id = d.supersedes_id FROM shifts d WHERE d.id = ANY(${drafts}::uuid[]) AND shift_work.shift_id = d.id`;
  await tx.db.$executeRaw`
    UPDATE shift_overrides SET shift_id = d.supersedes_id FROM shifts d
    WHERE d.id = ANY(${drafts}::uuid[]) AND shift_overrides.shift_id = d.id`;
  await tx.db.$executeRaw`
    UPDATE shifts SET assistant_id = d.assistant_id, on_day = d.on_day, start_minute = d.start_minute, end_minute = d.end_minute,
      break_start_minute = d.break_start_minute, break_minutes = d.break_minutes, is_locked = d.is_locked, note = d.note,
      version = shifts.version + 1
    FROM shifts d WHERE d.id = ANY(${drafts}::uuid[]) AND shifts.id = d.supersedes_id`;
  await tx.db.shift.deleteMany({ where: { id: { in: drafts } } });
}
