import type { WeekDay } from "@/lib/coverage/serving/queries-week";
import type { OwnShift } from "@/lib/schedules/week/queries-own";
import { clockText, type Hours, hoursOfPart, sharedHours } from "@/lib/time/hours";
import { executivesOn } from "./week-days";

type Mark = Hours & { kind: "cover" | "away" | "role" };

const MARKS = { cover: "bg-cover-bar", away: "bg-line-2", role: "bg-ink-3" };

const LEAST_APART = 9;

type DayBarProps = { day: WeekDay; shifts: readonly OwnShift[]; minute: number | null };

/** The hours of a day as a bar: cover and other roles in some of them and hours away are marked, and where the day is now. */
export function DayBar({ day, shifts, minute }: DayBarProps) {
  if (!day.hours) return null;
  const { startsAtMinute: start, endsAtMinute: end } = day.hours;
  const place = (at: number) => (100 * (Math.min(Math.max(at, start), end) - start)) / (end - start);
  const marks = marksOf(day, shifts, { startMinute: start, endMinute: end });
  const edges = [start, end, ...marks.flatMap((mark) => [mark.startMinute, mark.endMinute])];
  const shown = edges.filter(
    (edge, i) => edges.findIndex((other) => Math.abs(place(other) - place(edge)) < LEAST_APART) === i,
  );
  return (
    <div aria-hidden className="pt-3 md:max-w-xl">
      <div className="relative h-2 rounded-full bg-sunken forced-colors:border">
        {marks.map(({ kind, startMinute, endMinute }) => (
          <span
            key={`${kind}${startMinute}`}
            className={`absolute inset-y-0 rounded-xs ${MARKS[kind]}`}
            style={{ left: `${place(startMinute)}%`, width: `${place(endMinute) - place(startMinute)}%` }}
          />
        ))}
        {minute !== null && (
          <span
            data-live-only
            className="absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-accent forced-colors:bg-[CanvasText]"
            style={{ left: `${place(minute)}%` }}
          />
        )}
      </div>
      <div className="tnum relative mt-1 h-5 text-xs text-ink-3">
        {shown.map((edge) => (
          <span
            key={edge}
            className={`absolute ${edge === end ? "right-0" : ""} ${edge !== start && edge !== end ? "-translate-x-1/2" : ""}`}
            style={edge === end ? undefined : { left: `${place(edge)}%` }}
          >
            {edge % 60 === 0 ? edge / 60 : clockText(edge)}
          </span>
        ))}
      </div>
    </div>
  );
}

function marksOf(day: WeekDay, shifts: readonly OwnShift[], hours: Hours): Mark[] {
  const covers = executivesOn(day).flatMap(({ kind, part, window }) =>
    kind === "cover" && part !== "all" ? [{ kind, hours: window ?? hoursOfPart(part) }] : [],
  );
  const away = day.parts.flatMap(({ part, state, awayHours }) =>
    (state === "away" ? [hoursOfPart(part)] : awayHours).map((one) => ({
      kind: "away" as const,
      hours: one,
    })),
  );
  const roles = shifts.flatMap(({ work }) =>
    work.flatMap((piece) => (piece.isWithExecutives ? [] : [{ kind: "role" as const, hours: piece }])),
  );
  return [...roles, ...covers, ...away].flatMap(({ kind, hours: some }) => {
    const shared = sharedHours(some, hours);
    return shared ? [{ kind, ...shared }] : [];
  });
}
