import type { SupportDay, SupportPart } from "@/lib/coverage/serving/queries-support";
import { type Day, weekdayOf } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";

/** Half-days one after another with the same person, as one bar: from column `start`, `span` columns wide, two a day. */
export type DayStretch = {
  start: number;
  span: number;
  from: { on: Day; part: DayPart };
  to: { on: Day; part: DayPart };
  status: SupportPart["status"] | "holiday";
  name: string | null;
  /** What differs within the half-days, where they are not one whole. */
  pieces: SupportPart["pieces"];
};

/** The first days on which support is worked: Monday to Friday, and a weekend day where it is needed. */
export function supportDays(days: readonly SupportDay[], count: number): SupportDay[] {
  const isNeeded = ({ parts }: SupportDay) => parts.some((part) => part.status !== "not_needed");
  return days.filter((day) => weekdayOf(day.on) <= 5 || isNeeded(day)).slice(0, count);
}

/** The bars of some days, in order: each half-day lies in exactly one. */
export function stretchesOf(days: readonly SupportDay[]): DayStretch[] {
  const stretches: DayStretch[] = [];
  days.forEach((day, i) => {
    day.parts.forEach((part, j) => {
      const at = { on: day.on, part: part.part };
      const next: DayStretch = { start: 2 * i + j + 1, span: 1, from: at, to: at, ...lookOf(day, part) };
      const last = stretches.at(-1);
      if (last && isAlike(last, next)) Object.assign(last, { span: last.span + 1, to: at });
      else stretches.push(next);
    });
  });
  return stretches;
}

function lookOf({ holiday }: SupportDay, part: SupportPart): Pick<DayStretch, "status" | "name" | "pieces"> {
  if (holiday) return { status: "holiday", name: holiday, pieces: [] };
  return { status: part.status, name: part.assistantName ?? part.ownName, pieces: part.pieces };
}

function isAlike(a: DayStretch, b: DayStretch): boolean {
  const sign = ({ status, name, pieces }: DayStretch) => JSON.stringify([status, name, pieces]);
  return sign(a) === sign(b);
}
