import {
  isSameBreak,
  isSameNote,
  isSameWork,
  type PlannedShift,
  type WorkPiece,
} from "@/lib/schedules/week/rules";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";

/** What a publication says of a person's day: before, after, and what kind of change that is. */
export type ChangeKind = "new" | "gone" | "moved" | "longer" | "shorter" | "role" | "break" | "note";

export type ShiftSide = Hours & { on: Day; work: readonly WorkPiece[] };

export type ShiftChange = {
  shiftId: string;
  assistantId: string;
  kind: ChangeKind;
  before: ShiftSide | null;
  after: ShiftSide | null;
};

/**
 * What publishing some drafts tells each person, in the order of the days. A shift that goes to somebody else is gone for the
 * one and new for the other; what nobody works tells nobody.
 */
export function shiftChangesOf(
  drafts: readonly PlannedShift[],
  published: ReadonlyMap<string, PlannedShift>,
): ShiftChange[] {
  return drafts
    .flatMap((draft): ShiftChange[] => {
      const before = draft.supersedesId ? published.get(draft.supersedesId) : undefined;
      const after = draft.isRemoval ? undefined : draft;
      const shiftId = before?.id ?? draft.id;
      const isSamePerson = before && after && before.assistantId === after.assistantId;
      if (isSamePerson) return changeOfOne(shiftId, before, after);
      return [
        ...(before?.assistantId
          ? [
              {
                shiftId,
                assistantId: before.assistantId,
                kind: "gone" as const,
                before: sideOf(before),
                after: null,
              },
            ]
          : []),
        ...(after?.assistantId
          ? [
              {
                shiftId,
                assistantId: after.assistantId,
                kind: "new" as const,
                before: null,
                after: sideOf(after),
              },
            ]
          : []),
      ];
    })
    .sort((a, b) => (dayOfChange(a) < dayOfChange(b) ? -1 : 1));
}

function changeOfOne(shiftId: string, before: PlannedShift, after: PlannedShift): ShiftChange[] {
  if (after.assistantId === null) return [];
  const kind = kindOfChange(before, after);
  return kind
    ? [{ shiftId, assistantId: after.assistantId, kind, before: sideOf(before), after: sideOf(after) }]
    : [];
}

function kindOfChange(before: PlannedShift, after: PlannedShift): ChangeKind | null {
  const [was, is] = [before.endMinute - before.startMinute, after.endMinute - after.startMinute];
  if (before.on !== after.on) return "moved";
  if (was !== is) return is > was ? "longer" : "shorter";
  if (before.startMinute !== after.startMinute) return "moved";
  if (!isSameWork(before.work, after.work)) return "role";
  if (!isSameBreak(before, after)) return "break";
  return isSameNote(before, after) ? null : "note";
}

function sideOf({ on, startMinute, endMinute, work }: PlannedShift): ShiftSide {
  return { on, startMinute, endMinute, work };
}

/** The first day that a change is about. */
export function dayOfChange({ before, after }: Pick<ShiftChange, "before" | "after">): Day {
  const days = [before?.on, after?.on].filter((on) => on !== undefined);
  return days.sort()[0] as Day;
}

const HOUR_MS = 3_600_000;
const ESCALATED_AFTER_HOURS = 24;
const EVENING_HOURS_BEFORE = 6;

/** When a change that nobody has read goes to the managers: after 24 h, or at 18:00 of the day before the first changed one, whichever comes first. */
export function escalatesAt(publishedAt: Date, midnightOfFirstDay: Date): Date {
  const afterADay = publishedAt.getTime() + ESCALATED_AFTER_HOURS * HOUR_MS;
  const evening = midnightOfFirstDay.getTime() - EVENING_HOURS_BEFORE * HOUR_MS;
  return new Date(Math.min(afterADay, Math.max(evening, publishedAt.getTime())));
}
