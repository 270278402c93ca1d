import type { WallchartPool, WallchartView } from "@/lib/absences/wallchart/schema";
import { type Day, day, daysFrom, weekdayOf } from "@/lib/time/day";
import { todayAt } from "./geometry";

/** The grounds of a view's rows as custom properties, one a pool: written once, however many rows there are. */
export function groundsOf(view: WallchartView): Record<`--ground-${number}`, string> {
  return Object.fromEntries(view.pools.map((pool, i) => [`--ground-${i}`, groundOf(view, pool)]));
}

function groundOf(view: WallchartView, pool: WallchartPool): string {
  const days = daysFrom(day(view.from), day(view.to));
  if (view.view === "year")
    return [todayLine(view, pool), edgesOf(days, startsMonth)].filter(Boolean).join(", ");
  return [edgesOf(days, (on) => weekdayOf(on) === 1), shadesOf(days, pool)].join(", ");
}

/** Past days, today, weekends and days off, as one background and no elements. */
function shadesOf(days: readonly Day[], pool: WallchartPool): string {
  const off = new Set(pool.daysOff.map(({ on }) => on));
  const shadeOf = (on: Day) => {
    if (on === pool.today) return "var(--today)";
    if (off.has(on)) return "var(--sunken)";
    if (weekdayOf(on) > 5) return "var(--canvas)";
    return on < pool.today ? "var(--past)" : "transparent";
  };
  return `linear-gradient(90deg, ${stretchesOf(days, shadeOf)})`;
}

/** A hairline before each day that begins something. */
function edgesOf(days: readonly Day[], isEdge: (on: Day) => boolean): string {
  const lines = days.flatMap((on, i) => {
    if (i === 0 || !isEdge(on)) return [];
    const at = percent(i, days.length);
    return [`transparent calc(${at} - 1px)`, `var(--line) calc(${at} - 1px) ${at}`, `transparent ${at}`];
  });
  return `linear-gradient(90deg, transparent 0, ${lines.join(", ")}, transparent 100%)`;
}

const startsMonth = (on: Day) => on.endsWith("-01");

/** Days of one shade that follow each other are one stop. */
function stretchesOf(days: readonly Day[], shadeOf: (on: Day) => string): string {
  const stops: string[] = [];
  let start = 0;
  days.forEach((on, i) => {
    const next = days[i + 1];
    if (next !== undefined && shadeOf(next) === shadeOf(on)) return;
    stops.push(`${shadeOf(on)} ${percent(start, days.length)} ${percent(i + 1, days.length)}`);
    start = i + 1;
  });
  return stops.join(", ");
}

function percent(part: number, whole: number): string {
  return `${Math.round((1_000_000 * part) / whole) / 10_000}%`;
}

function todayLine(view: WallchartView, pool: WallchartPool): string | null {
  const at = todayAt(pool, day(view.from), day(view.to));
  if (at === null) return null;
  const edge = `${Math.round(at * 100) / 100}%`;
  return `linear-gradient(90deg, transparent calc(${edge} - 1px), var(--accent) calc(${edge} - 1px) calc(${edge} + 1px), transparent calc(${edge} + 1px))`;
}
