import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import { levelOf } from "@/lib/requests/levels/rules";
import {
  type ClockFacts,
  dueAtOf,
  isRunningAt,
  type Pause,
  readClock,
  type SupportCalendar,
} from "@/lib/requests/levels/rules-clock";
import { triedLevel } from "@/lib/requests/levels/rules-try";
import { TryServiceLevelInput } from "@/lib/requests/levels/schema";
import { day } from "@/lib/time/day";

const ALWAYS = { validFrom: day("2000-01-01"), validTo: null };
const calendar: SupportCalendar = {
  timeZone: "Europe/Stockholm",
  hours: STANDARD_WEEK.map((hours) => ({ ...hours, ...ALWAYS })),
  daysOff: new Set([day("2026-12-24"), day("2026-12-25")]),
  leavesOn: null,
};
const at = (text: string) => new Date(`${text}+01:00`);

function facts(overrides: Partial<ClockFacts> = {}): ClockFacts {
  return { targetMinutes: 60, startedAt: at("2026-12-02T08:30"), stoppedAt: null, pauses: [], ...overrides };
}
const due = (overrides: Partial<ClockFacts>) =>
  dueAtOf(calendar, facts(overrides), overrides.targetMinutes ?? 60)?.toISOString() ?? null;

describe("when a promise is due", () => {
  it.each([
    ["within the day", "2026-12-02T08:30", 60, "2026-12-02T09:30"],
    ["over lunch, which is left out", "2026-12-02T11:30", 60, "2026-12-02T13:30"],
    ["at noon, not after lunch", "2026-12-02T11:00", 60, "2026-12-02T12:00"],
    ["at the end of the day, not the next morning", "2026-12-02T16:00", 60, "2026-12-02T17:00"],
    ["over night", "2026-12-02T16:30", 60, "2026-12-03T08:30"],
    ["over a weekend", "2026-12-04T16:30", 60, "2026-12-07T08:30"],
    ["sent at night", "2026-12-02T22:00", 60, "2026-12-03T09:00"],
    ["sent on a Sunday", "2026-12-06T10:00", 30, "2026-12-07T08:30"],
    ["over days off", "2026-12-23T16:30", 60, "2026-12-28T08:30"],
    ["after so many days", "2026-12-02T08:30", 8 * 60 * 3, "2026-12-07T08:30"],
  ])("%s", (_, filed, targetMinutes, expected) => {
    expect(due({ startedAt: at(filed), targetMinutes })).toBe(at(expected).toISOString());
  });

  it("counts the minutes that pass, where clocks change within the hours", () => {
    const nights: SupportCalendar = {
      ...calendar,
      hours: [{ weekday: 7, startsAtMinute: 60, endsAtMinute: 6 * 60, ...ALWAYS }],
    };
    const spring = facts({ startedAt: new Date("2026-03-29T00:00:00Z") });
    const autumn = facts({ startedAt: new Date("2026-10-24T23:00:00Z") });
    expect(dueAtOf(nights, spring, 120)?.toISOString()).toBe("2026-03-29T02:00:00.000Z");
    expect(dueAtOf(nights, autumn, 120)?.toISOString()).toBe("2026-10-25T01:00:00.000Z");
  });

  it("keeps the hour of the clock on the day after clocks change", () => {
    const summer = facts({ startedAt: new Date("2026-10-23T14:30:00Z") });
    expect(dueAtOf(calendar, summer, 60)?.toISOString()).toBe("2026-10-26T07:30:00.000Z");
  });

  it("is never, for an executive who is not supported", () => {
    expect(dueAtOf({ ...calendar, hours: [] }, facts(), 60)).toBeNull();
  });
});

describe("a pause", () => {
  const pause = (from: string, to: string | null): Pause => ({
    from: at(from),
    to: to === null ? null : at(to),
  });

  it("moves the due time by exactly the running minutes it took", () => {
    const pauses = [pause("2026-12-02T10:00", "2026-12-02T14:30")];
    expect(due({ targetMinutes: 690, pauses })).toBe(at("2026-12-03T16:30").toISOString());
    expect(due({ targetMinutes: 690 })).toBe(at("2026-12-03T12:00").toISOString());
  });

  it("outside hours moves nothing", () => {
    const pauses = [
      pause("2026-12-02T18:00", "2026-12-03T07:00"),
      pause("2026-12-03T12:00", "2026-12-03T13:00"),
    ];
    expect(due({ targetMinutes: 690, pauses })).toBe(due({ targetMinutes: 690 }));
  });

  it("hides the due time while it lasts, and counts what was used before", () => {
    const paused = facts({ targetMinutes: 240, pauses: [pause("2026-12-02T09:00", null)] });
    expect(readClock(calendar, paused, at("2026-12-02T16:00"))).toEqual({
      targetMinutes: 240,
      usedMinutes: 30,
      dueAt: null,
      state: "paused",
    });
  });

  it("of any kind moves the due time by its running minutes", () => {
    const minute = fc.integer({ min: 0, max: 4 * 24 * 60 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 1, max: 2_000 }), (a, b, targetMinutes) => {
        const start = at("2026-12-02T08:30").getTime();
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((one) => new Date(start + one * 60_000));
        if (!from || !to) return;
        const pauses = [{ from, to }];
        const paused = dueAtOf(calendar, facts({ pauses }), targetMinutes);
        if (!paused) throw new Error("no due time");
        const used = readClock(calendar, facts({ targetMinutes, pauses }), paused).usedMinutes;
        const plain = readClock(calendar, facts({ targetMinutes }), paused).usedMinutes;
        const taken = readClock(calendar, facts({ startedAt: from, stoppedAt: to }), to).usedMinutes;
        expect(used).toBe(targetMinutes);
        if (paused >= to) expect(plain - used).toBe(taken);
      }),
    );
  });
});

describe("where a promise stands", () => {
  const states = (now: string, stopped: string | null) =>
    readClock(calendar, facts({ stoppedAt: stopped === null ? null : at(stopped) }), at(now)).state;

  it("is kept exactly at the due minute, and missed a minute later", () => {
    expect(states("2026-12-02T10:00", "2026-12-02T09:30:59")).toBe("kept");
    expect(states("2026-12-02T10:00", "2026-12-02T09:31")).toBe("missed");
    expect(states("2026-12-02T09:30", null)).toBe("running");
    expect(states("2026-12-02T09:31", null)).toBe("missed");
  });

  it("has its figures in the moment it stops", () => {
    const stopped = at("2026-12-02T08:52");
    expect(readClock(calendar, facts({ stoppedAt: stopped }), stopped)).toMatchObject({
      usedMinutes: 22,
      state: "kept",
    });
  });

  it("runs only in support hours", () => {
    expect(isRunningAt(calendar, at("2026-12-02T16:59"))).toBe(true);
    expect(isRunningAt(calendar, at("2026-12-02T00:10"))).toBe(false);
    expect(isRunningAt(calendar, at("2026-12-24T10:00"))).toBe(false);
  });
});

describe("a level that is tried", () => {
  const tried = (input: object, now: string) =>
    triedLevel(
      calendar,
      TryServiceLevelInput.parse({
        executiveId: "019ab3a0-0000-7000-8000-000000000004",
        answerMinutes: 60,
        resolveMinutes: 690,
        filedAt: "2026-12-02T08:30:00+01:00",
        ...input,
      }),
      at(now),
    );
  const step = (time: string, move: string, more: object = {}) => ({
    at: `2026-12-${time}:00+01:00`,
    move,
    ...more,
  });

  it("shows the promise with a wait in it, kept", () => {
    const steps = [
      step("02T08:52", "answer"),
      step("02T10:00", "wait"),
      step("02T14:30", "resume"),
      step("03T16:10", "resolve"),
    ];
    expect(tried({ steps }, "2026-12-03T17:00")).toEqual({
      answer: { targetMinutes: 60, usedMinutes: 22, dueAt: "2026-12-02T08:30:00.000Z", state: "kept" },
      resolve: { targetMinutes: 690, usedMinutes: 670, dueAt: "2026-12-03T15:30:00.000Z", state: "kept" },
    });
  });

  it("goes on where it stopped when it is opened again, and the first word stays given", () => {
    const steps = [step("02T09:30", "resolve"), step("03T09:30", "reopen")];
    expect(tried({ steps }, "2026-12-03T10:30")).toMatchObject({
      answer: { usedMinutes: 60, state: "kept" },
      resolve: { usedMinutes: 120, state: "running" },
    });
  });

  it("keeps the minutes used under new targets", () => {
    const steps = [step("02T09:00", "targets", { resolveMinutes: 45 })];
    expect(tried({ steps }, "2026-12-02T09:10").resolve).toMatchObject({
      targetMinutes: 45,
      usedMinutes: 40,
      dueAt: "2026-12-02T08:15:00.000Z",
    });
  });

  it("has no clock without a target", () => {
    expect(tried({ answerMinutes: null }, "2026-12-02T09:00").answer).toBeNull();
  });
});

describe("the level of a request", () => {
  const level = (typeId: string | null, priority: string | null, tier: number | null) =>
    ({ typeId, priority, tier }) as Parameters<typeof levelOf>[0][number];
  const asked = { typeId: "travel", priority: "urgent", tier: 3 };

  it("is the most particular: type before priority before tier", () => {
    const any = level(null, null, null);
    const tier = level(null, null, 3);
    const urgent = level(null, "urgent", null);
    const travel = level("travel", null, null);
    expect(levelOf([any, tier], asked)).toBe(tier);
    expect(levelOf([tier, urgent], asked)).toBe(urgent);
    expect(levelOf([level(null, "urgent", 3), travel], asked)).toBe(travel);
    expect(levelOf([level("meeting", null, null), any], asked)).toBe(any);
    expect(levelOf([level("meeting", null, null)], asked)).toBeNull();
  });
});
