import type { ShiftPiece } from "@/lib/availability/rules";
import { coversIn, type SlotState } from "@/lib/coverage/demand/rules";
import { gridAround, gridOf, type StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import type { Day } from "@/lib/time/day";
import type { BrokenCover, GapChange } from "./rules-decisions";

export type ShiftEffects = { opened: GapChange[]; closed: GapChange[] };

type RoleFacts = ReadonlyMap<string, { isWithExecutives: boolean }>;
/** What publishing makes of some people's days: the pieces of their shifts, none for a day off, or null where their week counts again. */
export type DaysAfter = ReadonlyMap<string, ReadonlyMap<Day, readonly ShiftPiece[] | null>>;

/** The days of those whom some drafts concern, once the drafts are published. */
export function daysAfter(
  drafts: readonly PlannedShift[],
  shifts: readonly PlannedShift[],
  roles: RoleFacts,
  emptyDays: readonly Day[],
): DaysAfter {
  const superseded = new Set(drafts.flatMap(({ supersedesId }) => supersedesId ?? []));
  const published = shifts.filter(({ status }) => status === "published");
  const before = published.filter(({ id }) => superseded.has(id));
  const stays = [
    ...published.filter(({ id }) => !superseded.has(id)),
    ...drafts.filter(({ isRemoval }) => !isRemoval),
  ];
  const after = new Map<string, Map<Day, readonly ShiftPiece[] | null>>();
  for (const { assistantId, on } of [...drafts, ...before]) {
    if (assistantId === null) continue;
    const days =
      after.get(assistantId) ?? new Map<Day, readonly ShiftPiece[] | null>(emptyDays.map((day) => [day, []]));
    after.set(assistantId, days);
    if (!days.has(on)) days.set(on, null);
  }
  for (const { assistantId, on, work } of stays) {
    const days = after.get(assistantId ?? "");
    if (!days?.has(on)) continue;
    const pieces = work.map(({ roleId, startMinute, endMinute }) => ({
      startMinute,
      endMinute,
      isWithExecutives: roles.get(roleId)?.isWithExecutives ?? false,
    }));
    days.set(on, [...(days.get(on) ?? []), ...pieces]);
  }
  return after;
}

/** Which executives' half-days become or stop being gaps by other days of some people: the grid with them beside the one without. */
export function shiftEffects(standing: StaffingGrid, after: DaysAfter): ShiftEffects {
  const around = gridAround(standing, new Set(after.keys()));
  const assistants = new Map(standing.office.assistants);
  for (const [id, days] of after) {
    const assistant = assistants.get(id);
    if (!assistant) continue;
    const shifts = { ...assistant.shifts };
    for (const [on, pieces] of days) {
      if (pieces) shifts[on] = pieces;
      else delete shifts[on];
    }
    assistants.set(id, { ...assistant, shifts });
  }
  const changed = gridOf({ ...around.office, assistants });
  const [opened, closed]: [GapChange[], GapChange[]] = [[], []];
  for (const { id, name } of around.office.executives) {
    for (const [i, at] of standing.halfDays.entries()) {
      const [before, now] = [standing.rows.get(id)?.[i], changed.rows.get(id)?.[i]];
      const change = { ...at, executiveId: id, name };
      if (before?.status !== "gap" && now?.status === "gap")
        opened.push({ ...change, covers: brokenBy(after, before, changed) });
      if (before?.status === "gap" && now && now.status !== "gap") closed.push({ ...change, covers: [] });
    }
  }
  return { opened, closed };
}

function brokenBy(after: DaysAfter, before: SlotState | undefined, { office }: StaffingGrid): BrokenCover[] {
  if (!before) return [];
  return coversIn(before).flatMap(({ cover: { id, assistantId } }) => {
    const person = office.assistants.get(assistantId);
    return person && after.has(assistantId) ? [{ id, assistantId, name: person.name }] : [];
  });
}
