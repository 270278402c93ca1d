import { describe, expect, it } from "vitest";
import { executiveContradictionIn, minutesADay } from "@/lib/executives/rules";
import { CreateExecutiveInput } from "@/lib/executives/schema";

const monday = { weekday: 1, startsAtMinute: 480, endsAtMinute: 1020 };

describe("what cannot all be true of an executive", () => {
  const sound = { supportHours: [monday], duties: [], languages: [] };

  it.each([
    [{ supportHours: [monday, monday] }, "weekday_twice", "supportHours"],
    [{ supportHours: [{ ...monday, endsAtMinute: 400 }] }, "hours_end_before_start", "supportHours"],
    [{ duties: [{ dutyId: "travel" }, { dutyId: "travel" }] }, "duty_twice", "duties"],
    [{ languages: [{ language: "sv" }, { language: "sv" }] }, "language_twice", "languages"],
  ])("%o is refused as %s", (change, reason, path) => {
    expect(executiveContradictionIn({ ...sound, ...change })).toMatchObject({ reason, path });
  });

  it("is nothing about different days, duties and languages", () => {
    expect(
      executiveContradictionIn({ ...sound, supportHours: [monday, { ...monday, weekday: 2 }] }),
    ).toBeNull();
  });
});

describe("a new executive from outside", () => {
  const least = { name: "Xenia", email: "x@office.example", poolId: "01a1b2c3-0000-7000-8000-000000000001" };

  it("needs full cover at least proficiency 1 in any language, Monday to Friday, unless told otherwise", () => {
    const parsed = CreateExecutiveInput.parse({
      ...least,
      duties: [{ dutyId: "calendar", minutesPerDay: 60 }],
      languages: [{ language: "SV" }],
    });
    expect(parsed).toMatchObject({ tier: 1, onsite: false, leavesOn: null });
    expect(parsed.duties).toEqual([
      { dutyId: "calendar", minutesPerDay: 60, minProficiency: 1, coverLevel: "full" },
    ]);
    expect(parsed.languages).toEqual([{ language: "sv", level: null }]);
    expect(parsed.supportHours).toHaveLength(5);
  });

  it.each([{ tier: 6 }, { duties: [{ dutyId: "calendar", minutesPerDay: 1441 }] }, { onsite: "yes" }])(
    "may not be %o",
    (change) => {
      expect(CreateExecutiveInput.safeParse({ ...least, ...change }).success).toBe(false);
    },
  );

  it("adds up the minutes of a day", () => {
    expect(minutesADay([{ minutesPerDay: 60 }, { minutesPerDay: 20 }])).toBe(80);
  });
});
