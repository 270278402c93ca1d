import { usualBreakMinutes, usualBreakStart, workWithin } from "@/lib/schedules/week/rules";
import { type Hours, sharedHours, withoutHours } from "@/lib/time/hours";
import type { Shape } from "./rules-shapes";
import type { HoleView } from "./schema";

const LEAST_LEFT_MINUTES = 60;

/** From the first start of two to their last end. */
export function hoursTogether(a: Hours, b: Hours): Hours {
  return {
    startMinute: Math.min(a.startMinute, b.startMinute),
    endMinute: Math.max(a.endMinute, b.endMinute),
  };
}

/** A shift that takes a hole in as well, where the two touch and its break does not lie in it. */
export function longerShape(shape: Shape, hole: HoleView): Shape | null {
  const touches = hole.startMinute <= shape.endMinute && shape.startMinute <= hole.endMinute;
  const pause = {
    startMinute: shape.breakStartMinute,
    endMinute: shape.breakStartMinute + shape.breakMinutes,
  };
  if (!touches || (shape.breakMinutes > 0 && sharedHours(pause, hole))) return null;
  const { startMinute, endMinute, roleId } = hole;
  const left = shape.work.flatMap((piece) =>
    withoutHours(piece, hole).map((hours) => ({ ...hours, roleId: piece.roleId })),
  );
  const work = [...left, { startMinute, endMinute, roleId }].sort((a, b) => a.startMinute - b.startMinute);
  return withBreak({ ...shape, ...hoursTogether(shape, hole), work });
}

// A break that it has stays; one that it needs is put in.
function withBreak(shape: Shape): Shape {
  if (shape.breakMinutes > 0) return shape;
  const breakMinutes = usualBreakMinutes(shape);
  return { ...shape, breakMinutes, breakStartMinute: usualBreakStart(shape, breakMinutes) };
}

/** How long some hours are, in minutes. */
export function lengthOfHours({ startMinute, endMinute }: Hours): number {
  return endMinute - startMinute;
}

/** A shift that begins later or ends earlier, with its break where that still lies in it; null where too little is left or nothing is cut. */
export function cutShape(shape: Shape, cut: Partial<Hours>): Shape | null {
  const hours = {
    startMinute: Math.max(shape.startMinute, cut.startMinute ?? 0),
    endMinute: Math.min(shape.endMinute, cut.endMinute ?? shape.endMinute),
  };
  const length = lengthOfHours(hours);
  if (length < LEAST_LEFT_MINUTES || length === lengthOfHours(shape)) return null;
  const keepsBreak =
    shape.breakStartMinute > hours.startMinute &&
    shape.breakStartMinute + shape.breakMinutes < hours.endMinute;
  const breakMinutes = keepsBreak ? shape.breakMinutes : usualBreakMinutes(hours);
  const breakStartMinute = keepsBreak ? shape.breakStartMinute : usualBreakStart(hours, breakMinutes);
  return { ...shape, ...hours, breakMinutes, breakStartMinute, work: workWithin(shape.work, hours) };
}
