import { describe, expect, it } from "vitest";
import { isStillLearning, levelOn, weekBegins } from "@/lib/assistants/rules-ramp";
import { meetingDue, rankMentors, stageOf } from "@/lib/mentoring/pairs/rules";
import { day } from "@/lib/time/day";

describe("the level of somebody new", () => {
  const skills = new Map([["travel", 4]]);
  const ramp = new Map([
    [
      "travel",
      [
        { from: day("2026-08-17"), level: 2 },
        { from: day("2026-08-31"), level: 3 },
        { from: null, level: 5 },
      ],
    ],
  ]);

  it("is no more than the highest step that is open, and counts as held without steps", () => {
    const on = (text: string) => levelOn({ skills, ramp }, "travel", day(text));
    expect([on("2026-08-16"), on("2026-08-17"), on("2026-08-30"), on("2026-08-31")]).toEqual([0, 2, 2, 3]);
    expect(levelOn({ skills }, "travel", day("2026-08-16"))).toBe(4);
    expect(levelOn({ skills: new Map(), ramp }, "travel", day("2026-08-31"))).toBe(0);
  });

  it("is still being learnt only where enough is held", () => {
    const on = day("2026-08-17");
    expect(isStillLearning({ skills, ramp }, "travel", 3, on)).toBe(true);
    expect(isStillLearning({ skills, ramp }, "travel", 2, on)).toBe(false);
    expect(isStillLearning({ skills, ramp }, "travel", 5, on)).toBe(false);
  });

  it("begins week 1 on the first day at work", () => {
    expect([weekBegins(day("2026-08-19"), 1), weekBegins(day("2026-08-19"), 3)]).toEqual([
      "2026-08-19",
      "2026-09-02",
    ]);
  });
});

describe("mentors for some goals", () => {
  const someone = (id: string, levels: [string, number][], more = {}) => ({
    ...{ id, name: id, levels: new Map(levels), load: 0, limit: 2, isBarred: false },
    ...more,
  });
  const ids = (people: ReturnType<typeof someone>[]) =>
    rankMentors(["travel", "calendar"], people).map(({ id }) => id);

  it("are those who master most of them, then the higher levels, then the lighter load", () => {
    const people = [
      someone("busy", [["travel", 5]], { load: 1 }),
      someone("both", [
        ["travel", 4],
        ["calendar", 4],
      ]),
      someone("free", [["travel", 5]]),
      someone("lower", [["travel", 4]]),
    ];
    expect(ids(people)).toEqual(["both", "free", "busy", "lower"]);
  });

  it("are never those below level 4, with no time, or kept apart", () => {
    const four: [string, number][] = [["travel", 4]];
    const people = [
      someone("three", [["travel", 3]]),
      someone("full", four, { load: 2 }),
      someone("barred", four, { isBarred: true }),
    ];
    expect(ids(people)).toEqual([]);
  });
});

describe("a mentorship", () => {
  it("is due a meeting a turn after the last one, and from its first day", () => {
    const starts = day("2026-08-17");
    expect(meetingDue("weekly", starts, null)).toBe(starts);
    expect(meetingDue("fortnightly", starts, day("2026-08-20"))).toBe("2026-09-03");
    expect(meetingDue("monthly", starts, day("2026-07-01"))).toBe(starts);
  });

  it("has a beginning, a half and an end", () => {
    const stage = (on: string) => stageOf(day("2026-01-01"), day("2026-04-11"), day(on));
    expect([stage("2026-01-01"), stage("2026-01-31"), stage("2026-02-20"), stage("2026-04-05")]).toEqual([
      "beginning",
      "under_way",
      "halfway",
      "ending",
    ]);
  });
});
