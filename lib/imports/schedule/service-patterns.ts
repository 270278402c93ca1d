import "server-only";
import type { Manager } from "@/lib/actor";
import { changedCycle, cycleOn, type DatedHours, isSameWeek } from "@/lib/assistants/rules";
import { SetWorkingPatternInput } from "@/lib/assistants/schema";
import { setWorkingPattern } from "@/lib/assistants/service-pattern";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import type { Day } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import type { KnownSchedule } from "./queries";
import { makeOutcome, type RowsOutcome } from "./rules-outcome";
import type { PatternRow } from "./rules-rows";

/**
 * Gives assistants the hours of a file, in the order of their days; what counts already changes nothing. All rows of one person and
 * day go together: where one is wrong, those hours are left out.
 */
export async function applyPatterns(
  tx: Ctx<Manager>,
  { assistants }: KnownSchedule,
  rows: readonly PatternRow[],
  wrongLines: readonly number[],
): Promise<RowsOutcome> {
  const { outcome, count, fault } = makeOutcome("patterns");
  const known = new Map<string, DatedHours[]>();
  const inOrder = [...groupedBy(rows, ({ email, from }) => `${from} ${email}`)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  for (const [, group] of inOrder) {
    const [first] = group as [PatternRow];
    const place = { column: "assistant_email", value: first.email };
    const assistant = assistants.get(first.email);
    const wrong = group.find(({ weeks }) => weeks !== first.weeks);
    if (!assistant) {
      fault(first.line, "unknown_assistant", place);
      continue;
    }
    if (wrong) {
      fault(wrong.line, "not_a_week_of", { column: "weeks" }, { weeks: first.weeks });
      continue;
    }
    if (isTorn(group, wrongLines)) continue;
    const weeks = weeksOf(group);
    const hours = known.get(assistant.assistantId) ?? assistant.hours;
    if (areSameWeeks(hours, first.from, weeks)) {
      count("unchanged", group.length);
      continue;
    }
    const asked = { id: assistant.assistantId, from: first.from, weeks };
    const answer = await setWorkingPattern(tx, SetWorkingPatternInput.parse(asked));
    if (!answer.ok) {
      const code = answer.reason === "hours_end_before_start" ? "ends_before_starts" : answer.reason;
      if (code === "weekday_twice") fault(first.line, "day_twice", { column: "weekday" }, { day: "" });
      else fault(first.line, code, { column: "from", value: first.from });
      continue;
    }
    known.set(assistant.assistantId, changedCycle(hours, weeks, first.from));
    count("updated", group.length);
  }
  return outcome;
}

// A row between those of a group that could not be read is most likely one of theirs.
function isTorn(group: readonly PatternRow[], wrongLines: readonly number[]): boolean {
  const lines = group.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return wrongLines.some((line) => line >= first - 1 && line <= last + 1);
}

function weeksOf(group: readonly PatternRow[]): WeekdayHours[][] {
  const count = group[0]?.weeks ?? 1;
  return Array.from({ length: count }, (_, i) =>
    group
      .filter(({ week }) => week === i + 1)
      .map(({ weekday, startMinute, endMinute, place }) => ({
        ...{ weekday, startsAtMinute: startMinute, endsAtMinute: endMinute },
        ...(place === "remote" && { place }),
      })),
  );
}

function areSameWeeks(hours: readonly DatedHours[], from: Day, weeks: readonly WeekdayHours[][]): boolean {
  const now = cycleOn(hours, from);
  if (now.weeks.length !== weeks.length) return false;
  return weeks.every((week, i) => {
    const other = now.weeks[(now.week - 1 + i) % weeks.length] ?? [];
    const placesOf = (days: readonly WeekdayHours[]) =>
      days
        .flatMap(({ weekday, place }) => (place === "remote" ? [weekday] : []))
        .sort()
        .join();
    return isSameWeek(week, other) && placesOf(week) === placesOf(other);
  });
}
