import {
  hoursAtWork,
  minutesOfShift,
  type ShiftTimes,
  usualBreakMinutes,
  usualBreakStart,
  type WorkPiece,
} from "@/lib/schedules/week/rules";
import type { DemandPiece } from "@/lib/schedules/week/rules-demand";
import type { Day } from "@/lib/time/day";
import { AFTERNOON_STARTS_AT, MORNING_ENDS_AT } from "@/lib/time/half-day";
import { type Hours, isSameHours, sharedHours } from "@/lib/time/hours";

/** A shift that somebody might work on a day: when, with which break, and in which roles. */
export type Shape = ShiftTimes & { work: WorkPiece[] };

/** Hours and work that a pool plans again and again. */
export type ShapeTemplate = Hours & { breakMinutes: number; work: readonly WorkPiece[] };

type ShapesOf = {
  on: Day;
  /** The person's hours of the day by their pattern. */
  usual: Hours;
  /** What roles need on the day, of those the person may work in. */
  needs: readonly DemandPiece[];
  templates: readonly ShapeTemplate[];
  /** The role of work with one's executives, where whole days are filled with it; null where shifts lie on the pattern. */
  withExecutives: string | null;
};

const LEAST_MINUTES = 60;
/** A template may begin or end so much outside a person's own hours. */
const MAY_LEAVE_MINUTES = 120;
const MOST_SHAPES = 24;
const LATER_BREAK_MINUTES = 60;

/**
 * The shifts worth trying for a person and day: their own hours in one role, parts of them for what a role needs, also at
 * lunch, and the pool's templates. Where a published week replaces the pattern, such parts lie in a day with executives.
 */
export function shapesOf({ on, usual, needs, templates, withExecutives }: ShapesOf): Shape[] {
  const roles = [...new Set(needs.map(({ roleId }) => roleId))];
  const parts = needs.flatMap((need) => partsOf(need, usual));
  const shapes = [
    ...(withExecutives ? [wholeShape(on, usual, withExecutives)] : []),
    ...roles.flatMap((roleId) => [wholeShape(on, usual, roleId), ...later(wholeShape(on, usual, roleId))]),
    ...templates.filter((template) => isNear(template, usual)).map((template) => ofTemplate(on, template)),
    ...parts.map((part) =>
      withExecutives ? within(on, usual, part, withExecutives) : wholeShape(on, part, part.roleId),
    ),
  ];
  return distinct(shapes)
    .filter((shape) => minutesOfShift(shape) >= LEAST_MINUTES)
    .slice(0, MOST_SHAPES);
}

function distinct(shapes: readonly Shape[]): Shape[] {
  return [...new Map(shapes.map((shape) => [shapeId(shape), shape])).values()];
}

/** What tells one shape of a day from another: hours, break and work. */
export function shapeId({ on, startMinute, endMinute, breakStartMinute, breakMinutes, work }: Shape): string {
  const pause = breakMinutes > 0 ? `${breakStartMinute}+${breakMinutes}` : "-";
  const pieces = work.map((piece) => `${piece.roleId} ${piece.startMinute}-${piece.endMinute}`);
  return [on, `${startMinute}-${endMinute}`, pause, ...pieces].join(" ");
}

/** A shift of some hours in one role, with the usual break. */
export function wholeShape(on: Day, { startMinute, endMinute }: Hours, roleId: string): Shape {
  const hours = { startMinute, endMinute };
  const breakMinutes = usualBreakMinutes(hours);
  return {
    on,
    ...hours,
    breakMinutes,
    breakStartMinute: usualBreakStart(hours, breakMinutes),
    work: [{ ...hours, roleId }],
  };
}

// The same day with its break an hour later, so that two people of one role need not be away together.
function later(shape: Shape): Shape[] {
  const breakStartMinute = shape.breakStartMinute + LATER_BREAK_MINUTES;
  const fits = shape.breakMinutes > 0 && breakStartMinute + shape.breakMinutes < shape.endMinute;
  return fits ? [{ ...shape, breakStartMinute }] : [];
}

function ofTemplate(on: Day, { startMinute, endMinute, breakMinutes, work }: ShapeTemplate): Shape {
  const breakStartMinute = usualBreakStart({ startMinute, endMinute }, breakMinutes);
  return { on, startMinute, endMinute, breakMinutes, breakStartMinute, work: [...work] };
}

function isNear(template: Hours, usual: Hours): boolean {
  return (
    template.startMinute >= usual.startMinute - MAY_LEAVE_MINUTES &&
    template.endMinute <= usual.endMinute + MAY_LEAVE_MINUTES
  );
}

/** The same day with a part of it at a role that people are missing in, for each such part. */
export function sharedDays(day: Shape, needs: readonly DemandPiece[]): Shape[] {
  const [main] = day.work;
  if (!main) return [];
  const others = needs.filter(({ roleId }) => roleId !== main.roleId);
  return distinct(
    others.flatMap((need) => partsOf(need, day).map((part) => within(day.on, day, part, main.roleId))),
  );
}

/** What of a need lies in a person's hours: all of it, its morning, its lunch and its afternoon. */
function partsOf(need: DemandPiece, usual: Hours): WorkPiece[] {
  const cuts: Hours[] = [
    need,
    { startMinute: 0, endMinute: MORNING_ENDS_AT },
    { startMinute: MORNING_ENDS_AT, endMinute: AFTERNOON_STARTS_AT },
    { startMinute: AFTERNOON_STARTS_AT, endMinute: need.endMinute },
  ];
  return cuts.flatMap((cut) => {
    const inNeed = sharedHours(need, cut);
    const own = inNeed && sharedHours(inNeed, usual);
    return own ? [{ ...own, roleId: need.roleId }] : [];
  });
}

// A day with executives, and a part of it at another role. A part over noon moves the break behind it.
function within(on: Day, usual: Hours, part: WorkPiece, withExecutives: string): Shape {
  const day = wholeShape(on, usual, withExecutives);
  if (isSameHours(usual, part)) return { ...day, work: [part] };
  const isOverBreak = sharedHours(part, {
    startMinute: day.breakStartMinute,
    endMinute: day.breakStartMinute + day.breakMinutes,
  });
  const fitsBehind = part.endMinute + day.breakMinutes < usual.endMinute;
  const breakStartMinute = isOverBreak && fitsBehind ? part.endMinute : day.breakStartMinute;
  const work = [
    { startMinute: usual.startMinute, endMinute: part.startMinute, roleId: withExecutives },
    part,
    { startMinute: part.endMinute, endMinute: usual.endMinute, roleId: withExecutives },
  ].filter((piece) => piece.startMinute < piece.endMinute);
  return { ...day, breakStartMinute, work };
}

/** The work of a shift without its break. */
export function workWithoutBreak(
  shape: Pick<Shape, keyof ShiftTimes> & { work: readonly WorkPiece[] },
): WorkPiece[] {
  return hoursAtWork(shape).flatMap((hours) =>
    shape.work.flatMap((piece) => {
      const shared = sharedHours(piece, hours);
      return shared ? [{ ...shared, roleId: piece.roleId }] : [];
    }),
  );
}
