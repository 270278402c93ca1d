import type { ShownDay } from "@/app/_shared/week/week-day-head";
import type { ProposedShiftView } from "@/lib/schedules/fills/schema";
import type { ScheduledShift, ScheduleWeek } from "@/lib/schedules/week/queries";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { hoursAway } from "@/lib/schedules/week/rules-person";
import { addDays, type Day, day, daysFrom, weekdayOf } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";

/** The first and the last hour that the grid shows, in minutes; what lies beyond is drawn at its edge. */
export const DAY_START = 6 * 60;
export const DAY_END = 22 * 60;

/** Somebody's row: who, minutes planned and of contract, and when they are away. */
export type GridPerson = {
  id: string;
  name: string;
  share: number;
  planned: number;
  contract: number;
  away: (Hours & { on: Day })[];
};

export type GridRole = { id: string; name: string; letter: string; isWithExecutives: boolean };

/** A week of the schedule as it is sent to the page. */
export type GridData = {
  people: GridPerson[];
  shifts: ScheduledShift[];
  pieces: DemandPiece[];
  findings: Finding[];
};

/** The row of shifts that nobody works yet. */
export const OPEN_ROW = "open";

/** The week as the page gets it: a text, so that a thousand people cost little to draw. */
export function packedGrid(week: ScheduleWeek): string {
  const days = daysFrom(week.monday, addDays(week.monday, 6));
  const data: GridData = {
    people: week.people.map((person) => ({
      id: person.id,
      name: person.name,
      share: person.ftePercent,
      planned: week.plannedMinutes.get(person.id) ?? 0,
      contract: person.contractMinutes,
      away: days.flatMap((on) => hoursAway(person, on).map((hours) => ({ on, ...hours }))),
    })),
    shifts: week.shifts,
    pieces: week.pieces,
    findings: week.findings,
  };
  return JSON.stringify(data);
}

/** The days shown: Monday to Friday, and the weekend where something is planned or needed on it. */
export function daysShown(week: ScheduleWeek, today: Day): ShownDay[] {
  const busy = new Set([...week.shifts.map(({ on }) => on), ...week.pieces.map(({ on }) => on)]);
  return daysFrom(week.monday, addDays(week.monday, 6))
    .filter((on) => weekdayOf(on) <= 5 || busy.has(on))
    .map((on) => ({
      on,
      isToday: on === today,
      isPast: on < today,
      dayOff: week.rules.daysOff.get(on) ?? null,
    }));
}

/** The letters that stand for roles where a bar is short: the first of the name, or as many as tell it from others. */
export function lettersOf(names: readonly string[]): string[] {
  return names.map((name, i) => {
    for (let length = 1; length < name.length; length++) {
      const start = name.slice(0, length).toLocaleLowerCase();
      if (!names.slice(0, i).some((other) => other.toLocaleLowerCase().startsWith(start)))
        return name.slice(0, length);
    }
    return name;
  });
}

/** A shift to be drawn: as it will be, and what is published beside it where that differs. */
export type GridShift = ScheduledShift & {
  published: ScheduledShift | null;
  /** Its place among the shifts of a fill, for one that is proposed. */
  proposed?: number;
  replacesId?: string | null;
};

/** The shifts of a fill, to be drawn among the others; each has a name of its own, since it is no record yet. */
export function proposedShifts(shifts: readonly ProposedShiftView[]): GridShift[] {
  return shifts.map(({ on, ...shift }, proposed) => ({
    ...shift,
    id: `proposed ${shift.assistantId} ${on}`,
    on: day(on),
    ...{ status: "draft", version: 0, supersedesId: null, isRemoval: false, calledOff: [] },
    published: null,
    proposed,
  }));
}

/** The shifts of each row as they will be once all is published; what is to be taken away stays and says so. */
export function shiftsByRow(shifts: readonly ScheduledShift[]): Map<string, GridShift[]> {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const superseded = new Set(shifts.flatMap(({ supersedesId }) => supersedesId ?? []));
  const rows = new Map<string, GridShift[]>();
  for (const shift of shifts) {
    if (shift.status === "published" && superseded.has(shift.id)) continue;
    const published = shift.supersedesId ? (byId.get(shift.supersedesId) ?? null) : null;
    const key = shift.assistantId ?? OPEN_ROW;
    rows.set(key, [...(rows.get(key) ?? []), { ...shift, published }]);
  }
  return rows;
}

export type GridSection = "open" | "drafts" | "others";
export type GridItem =
  | { kind: "heading"; section: Exclude<GridSection, "open">; count: number }
  | { kind: "row"; id: string; person: GridPerson | null; section: GridSection };

type Ordered = {
  people: readonly GridPerson[];
  rows: ReadonlyMap<string, readonly GridShift[]>;
  /** Those who stood under "to publish" when the week was opened: they stay there. */
  toPublish: ReadonlySet<string>;
  isShown: (id: string) => boolean;
};

/** What the grid shows, from top to bottom: open shifts, people with something to publish, everybody else. */
export function gridItems({ people, rows, toPublish, isShown }: Ordered): GridItem[] {
  const shown = people.filter(({ id }) => isShown(id));
  const [drafts, others] = [
    shown.filter(({ id }) => toPublish.has(id)),
    shown.filter(({ id }) => !toPublish.has(id)),
  ];
  const rowOf = (section: GridSection) => (person: GridPerson) => ({
    kind: "row" as const,
    id: person.id,
    person,
    section,
  });
  return [
    ...(rows.has(OPEN_ROW)
      ? [{ kind: "row" as const, id: OPEN_ROW, person: null, section: "open" as const }]
      : []),
    ...(drafts.length > 0
      ? [
          { kind: "heading" as const, section: "drafts" as const, count: drafts.length },
          ...drafts.map(rowOf("drafts")),
        ]
      : []),
    ...(others.length > 0
      ? [
          { kind: "heading" as const, section: "others" as const, count: others.length },
          ...others.map(rowOf("others")),
        ]
      : []),
  ];
}

/** People with a draft among their shifts, or whose published shift a draft takes elsewhere. */
export function peopleWithDrafts(shifts: readonly ScheduledShift[]): Set<string> {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  return new Set(
    shifts
      .filter(({ status }) => status === "draft")
      .flatMap(({ assistantId, supersedesId }) => [
        assistantId,
        byId.get(supersedesId ?? "")?.assistantId ?? null,
      ])
      .filter((id) => id !== null),
  );
}

/** Holes by day: pieces of roles in which people are missing. */
export function holesOf(pieces: readonly DemandPiece[]): DemandPiece[] {
  return pieces.filter((piece) => missingIn(piece) > 0);
}

/** Where minutes lie on the scale of a day, in percent. */
export function placeOf({ startMinute, endMinute }: Hours): { left: number; width: number } {
  const at = (minute: number) =>
    (100 * (Math.min(Math.max(minute, DAY_START), DAY_END) - DAY_START)) / (DAY_END - DAY_START);
  return { left: at(startMinute), width: at(endMinute) - at(startMinute) };
}
