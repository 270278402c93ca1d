import { groupedBy } from "@/lib/groups";
import type { RosterDocument } from "@/lib/schedules/roster/problem/problem";
import { hoursAtWork, type PlannedShift, plannedShifts } from "@/lib/schedules/week/rules";
import { type DemandPiece, demandPieces, windowsOn } from "@/lib/schedules/week/rules-demand";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, type DayRange, daysBetween, daysFrom } from "@/lib/time/day";
import { DAY_MINUTES, minutesOf } from "@/lib/time/hours";
import { instantIn } from "@/lib/time/zone";
import { type Shape, type ShapeTemplate, shapeId, workWithoutBreak } from "./rules-shapes";
import type { TurnsBefore } from "./rules-turns";

/** What is asked: which days of whole weeks are to be filled, and all that decides it. */
export type FillQuestion = {
  weeks: readonly Roster[];
  from: Day;
  to: Day;
  templates: readonly ShapeTemplate[];
  /** Published turns at unloved roles before these weeks. */
  turns: TurnsBefore;
  /** The roles that are to be filled; null for all. */
  roleIds: readonly string[] | null;
};

/** A shift that a manager decided on for somebody, and the draft of the day that it takes the place of. */
export type ExtraShift = { assistantId: string; shape: Shape; replacesId: string | null };

export type PersonDocument = RosterDocument["people"][number];
export type ShiftDocument = RosterDocument["shifts"][number];
export type OptionDocument = NonNullable<PersonDocument["options"]>[number];

/** A question while its document is written: what is looked up again and again, and the shifts it holds so far. */
export type Stating = {
  question: FillQuestion;
  first: Roster;
  /** Minutes that really elapse from the first Monday's midnight. */
  elapsed: (on: Day, minute: number) => number;
  needs: ReadonlyMap<Day, readonly DemandPiece[]>;
  /** What each person works once all drafts are published, as each week's roster knows it, by "week person". */
  planned: ReadonlyMap<string, readonly PlannedShift[]>;
  shifts: Map<string, ShiftDocument>;
  shapes: Map<string, Shape>;
  /** The shapes worth trying, by what they depend on: many people have the same hours and skills. */
  tried: Map<string, Shape[]>;
  /** Drafts that may be shared with a role, by person and day. */
  loose: Map<string, PlannedShift>;
};

/** Begins to state a question. */
export function beginStating(question: FillQuestion): Stating {
  const [first] = question.weeks;
  if (!first) throw new Error("a fill without weeks");
  return {
    ...{ question, first, elapsed: elapsedFrom(first), needs: needsByDay(question) },
    planned: plannedByWeek(question),
    ...{ shifts: new Map(), shapes: new Map(), tried: new Map(), loose: new Map() },
  };
}

/** What a person works already between two days, as a week's roster knows it. */
export function plannedBetween(
  { planned }: Stating,
  { week }: Roster,
  personId: string,
  { from, to }: DayRange,
): PlannedShift[] {
  return (planned.get(`${week} ${personId}`) ?? []).filter(({ on }) => on >= from && on <= to);
}

/** The shift of the document that a shape is; equal shapes of a day are one shift, whoever works it. */
export function shiftOfShape({ first, elapsed, shifts, shapes }: Stating, shape: Shape): ShiftDocument {
  const id = shapeId(shape);
  const known = shifts.get(id);
  if (known) return known;
  const { on } = shape;
  const doc: ShiftDocument = {
    id,
    day: daysBetween(first.monday, on),
    from: elapsed(on, shape.startMinute),
    to: elapsed(on, shape.endMinute),
    minutes: minutesOf(hoursAtWork(shape)),
    work: workWithoutBreak(shape).map(({ roleId, startMinute, endMinute }) => ({
      role: roleId,
      from: elapsed(on, startMinute),
      to: elapsed(on, endMinute),
    })),
  };
  shifts.set(id, doc);
  shapes.set(id, shape);
  return doc;
}

function elapsedFrom({ monday, rules }: Roster): (on: Day, minute: number) => number {
  const zero = instantIn(rules.timeZone, monday, 0).getTime();
  const midnights = new Map<Day, number>();
  return (on, minute) => {
    const known = midnights.get(on);
    if (known !== undefined) return known + minute;
    // The clock of a day counts from its noon: a change of clocks lies before that.
    const noon = instantIn(rules.timeZone, on, DAY_MINUTES / 2).getTime();
    const midnight = (noon - zero) / 60_000 - DAY_MINUTES / 2;
    midnights.set(on, midnight);
    return midnight + minute;
  };
}

function needsByDay({ weeks, roleIds }: FillQuestion): Map<Day, DemandPiece[]> {
  return new Map(
    weeks.flatMap(({ monday, demand, roles, rules }) =>
      daysFrom(monday, addDays(monday, 6)).map((on): [Day, DemandPiece[]] => [
        on,
        roles
          .filter(({ id, isRetired }) => !isRetired && (roleIds?.includes(id) ?? true))
          .flatMap(({ id }) => {
            const windows = windowsOn(demand, id, on, rules.daysOff.has(on));
            return demandPieces(on, id, windows, { planned: [], published: [] }, () => []);
          }),
      ]),
    ),
  );
}

function plannedByWeek({ weeks }: FillQuestion): Map<string, PlannedShift[]> {
  return new Map(
    weeks.flatMap(({ week, shifts }) => [
      ...groupedBy(plannedShifts(shifts), ({ assistantId }) => `${week} ${assistantId}`),
    ]),
  );
}
