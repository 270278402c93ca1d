import { describe, expect, it } from "vitest";
import {
  assistantContradictionIn,
  changedHours,
  hoursSummary,
  isSameWeek,
  STANDARD_WEEK,
  weekOn,
  weeksAfter,
} from "@/lib/assistants/rules";
import { CreateAssistantInput } from "@/lib/assistants/schema";
import { day } from "@/lib/time/day";
import { clockText, minuteOf } from "@/lib/time/hours";

const whole = (...weekdays: number[]) =>
  weekdays.map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 }));
const morning = (weekday: number) => ({ weekday, startsAtMinute: 480, endsAtMinute: 720 });
const afternoon = (weekday: number) => ({ weekday, startsAtMinute: 780, endsAtMinute: 1020 });

describe("a week in few words", () => {
  it.each([
    [whole(1, 2, 3, 4, 5), "Mon–Fri", "mån–fre"],
    [whole(1, 2), "Mon, Tue", "mån, tis"],
    [whole(1, 2, 4, 5), "Mon, Tue, Thu, Fri", "mån, tis, tors, fre"],
    [[...whole(1, 2, 3, 4), morning(5)], "Mon–Thu + Fri am", "mån–tors + fre fm"],
    [[morning(3), ...whole(4, 2)], "Tue, Thu + Wed am", "tis, tors + ons fm"],
    [[afternoon(1)], "Mon pm", "mån em"],
    [[], "–", "–"],
  ])("%#: %s", (week, english, swedish) => {
    expect(hoursSummary(week, "en")).toBe(english);
    expect(hoursSummary(week, "sv")).toBe(swedish);
  });
});

describe("a clock as it is typed", () => {
  it.each([
    ["8", 480],
    ["0830", 510],
    ["8.30", 510],
    ["08:30", 510],
    ["17", 1020],
    ["24:00", 1440],
    ["24:01", null],
    ["8:60", null],
    ["noon", null],
    ["", null],
  ])("%s is %s", (typed, minute) => {
    expect(minuteOf(typed)).toBe(minute);
  });

  it("is written with two digits each", () => {
    expect(clockText(510)).toBe("08:30");
  });
});

describe("hours that change on a day", () => {
  const open = day("2000-01-01");
  const patterns = [
    ...whole(1, 2, 3, 4, 5).map((h) => ({ ...h, validFrom: open, validTo: day("2026-08-31") })),
    ...whole(1, 2).map((h) => ({ ...h, validFrom: day("2026-09-01"), validTo: day("2026-09-30") })),
  ];

  it("are those in force on the day, both ends included", () => {
    expect(weekOn(patterns, day("2026-08-31"))).toHaveLength(5);
    expect(weekOn(patterns, day("2026-09-01"))).toHaveLength(2);
    expect(weekOn(patterns, day("2026-10-01"))).toEqual([]);
  });

  it("come in the order of their first days, the end of all hours among them", () => {
    expect(weeksAfter(patterns, day("2026-08-01"))).toEqual([
      { from: "2026-09-01", hours: whole(1, 2) },
      { from: "2026-10-01", hours: [] },
    ]);
    expect(weeksAfter(patterns, day("2026-09-30"))).toEqual([{ from: "2026-10-01", hours: [] }]);
  });

  it("are the same whatever the order of the days", () => {
    expect(isSameWeek(whole(1, 2), whole(2, 1))).toBe(true);
    expect(isSameWeek(whole(1, 2), [...whole(1), morning(2)])).toBe(false);
  });
});

describe("what cannot all be true of an assistant", () => {
  const sound = { hours: whole(1, 2), skills: [], languages: [], hiredOn: null, leavesOn: null };

  it.each([
    [{ hours: whole(1, 1) }, "weekday_twice"],
    [{ hours: [{ weekday: 1, startsAtMinute: 600, endsAtMinute: 600 }] }, "hours_end_before_start"],
    [{ hiredOn: day("2026-02-02"), leavesOn: day("2026-02-01") }, "leaves_before_hired"],
    [{ skills: [{ dutyId: "travel" }, { dutyId: "travel" }] }, "duty_twice"],
    [{ languages: [{ language: "sv" }, { language: "sv" }] }, "language_twice"],
  ])("%o is refused as %s", (change, reason) => {
    expect(assistantContradictionIn({ ...sound, ...change })).toMatchObject({ ok: false, reason });
  });

  it("is nothing about somebody hired and leaving on one day", () => {
    const one = day("2026-02-02");
    expect(assistantContradictionIn({ ...sound, hiredOn: one, leavesOn: one })).toBeNull();
  });
});

describe("a new assistant from outside", () => {
  const least = {
    name: " Ada ",
    email: " ADA@Office.Example ",
    poolId: "01a1b2c3-0000-7000-8000-000000000001",
  };

  it("has an e-mail in lower case and works the standard week unless told otherwise", () => {
    const parsed = CreateAssistantInput.parse(least);
    expect(parsed).toMatchObject({ name: "Ada", email: "ada@office.example", ftePercent: 100 });
    expect(parsed.hours).toEqual(STANDARD_WEEK);
  });

  it.each([
    { email: "nobody" },
    { name: "Ada\u0000" },
    { ftePercent: 0 },
    { skills: [{ dutyId: "travel", proficiency: 6 }] },
    { languages: [{ language: "sv", level: "C3" }] },
    { userId: "x" },
  ])("may not be %o", (change) => {
    expect(CreateAssistantInput.safeParse({ ...least, ...change }).success).toBe(false);
  });
});

describe("another week from a day on", () => {
  const dated = (weekday: number, validFrom: string, validTo: string | null = null) => ({
    ...morning(weekday),
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  });
  const today = day("2026-08-17");
  const patterns = [dated(1, "2000-01-01", "2026-08-31"), dated(2, "2026-09-01")];
  const change = (from: string | null, ...week: number[]) =>
    changedHours(patterns, { hours: week.map(morning), from: from === null ? null : day(from), today });

  it("counts from today until the next change, and leaves the past", () => {
    expect(change(null, 5)).toEqual([
      dated(1, "2000-01-01", "2026-08-16"),
      dated(5, "2026-08-17", "2026-08-31"),
      dated(2, "2026-09-01"),
    ]);
  });

  it("replaces all that was planned from a named day on", () => {
    expect(change("2026-08-20", 5)).toEqual([dated(1, "2000-01-01", "2026-08-19"), dated(5, "2026-08-20")]);
    expect(change("2000-01-01", 5)).toEqual([dated(5, "2000-01-01")]);
  });

  it("changes nothing where it is today's week already, and can be no hours at all", () => {
    expect(change(null, 1)).toEqual(patterns);
    expect(change(null)).toEqual([dated(1, "2000-01-01", "2026-08-16"), dated(2, "2026-09-01")]);
  });
});
