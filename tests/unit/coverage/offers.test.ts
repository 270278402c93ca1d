import { describe, expect, it } from "vitest";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { offerDeadline, withoutOffers } from "@/lib/coverage/offers/rules";
import { plan } from "@/lib/coverage/planner/plan";
import { verify } from "@/lib/coverage/planner/result/verify";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { type Day, day, weekdayOf } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";
import {
  makeAssistant,
  makeAway,
  makeExecutive,
  makeOffice,
  makeOfficeCover,
  makeStretch,
  makeSupport,
} from "@/tests/support/factories/coverage";

const isWeekday = (on: Day) => weekdayOf(on) <= 5;

function deadline(now: string, on: string, part: "am" | "pm" = "am", timeZone = "Europe/Stockholm"): string {
  const input = { now: new Date(now), timeZone, start: { on: day(on), part }, isWorkingDay: isWeekday };
  return offerDeadline(input).toISOString();
}

describe("the deadline of an offer", () => {
  it("is noon of the next working day by the pool's clock", () => {
    expect(deadline("2026-08-17T07:00:00Z", "2026-08-24")).toBe("2026-08-18T10:00:00.000Z");
    expect(deadline("2026-08-21T15:00:00Z", "2026-08-31")).toBe("2026-08-24T10:00:00.000Z");
    expect(deadline("2026-08-17T07:00:00Z", "2026-08-24", "am", "Europe/London")).toBe(
      "2026-08-18T11:00:00.000Z",
    );
  });

  it("keeps to noon across the change of the clock", () => {
    expect(deadline("2026-10-23T07:00:00Z", "2026-10-30")).toBe("2026-10-26T11:00:00.000Z");
  });

  it("is before the cover starts, yet two hours away at least", () => {
    expect(deadline("2026-08-17T07:00:00Z", "2026-08-18")).toBe("2026-08-18T06:00:00.000Z");
    expect(deadline("2026-08-17T07:00:00Z", "2026-08-18", "pm")).toBe("2026-08-18T10:00:00.000Z");
    expect(deadline("2026-08-17T21:00:00Z", "2026-08-18")).toBe("2026-08-18T06:00:00.000Z");
    expect(deadline("2026-08-17T05:00:00Z", "2026-08-18")).toBe("2026-08-18T06:00:00.000Z");
  });

  it("is half an hour for today", () => {
    expect(deadline("2026-08-17T05:40:00Z", "2026-08-17")).toBe("2026-08-17T06:10:00.000Z");
  });

  it("never searches for a working day without end", () => {
    expect(nextWorkingDay(day("2026-08-17"), () => false)).toBe("2026-08-18");
  });
});

describe("an instant by a zone's clock", () => {
  it("follows the zone", () => {
    expect(instantIn("Asia/Kathmandu", day("2026-08-17"), 12 * 60).toISOString()).toBe(
      "2026-08-17T06:15:00.000Z",
    );
  });
});

const ana = makeAssistant("ana", { absences: [makeAway("2026-08-18", "2026-08-19")] });
const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });
const TUESDAY = makeStretch("2026-08-18", "am", "2026-08-18", "pm");

describe("who declined", () => {
  const declined = [{ executiveId: "zoe", assistantId: "ben", ...TUESDAY }];

  it("is not planned for these half-days again, but for others", async () => {
    const office = makeOffice({ assistants: [ana, makeAssistant("ben")], executives: [zoe], declined });
    const { problem } = problemOf(gridOf(office), "north");
    const result = await plan(problem, {
      seed: 1,
      budget: { iterations: 50 },
      mode: "optimise",
      now: () => 0,
    });
    expect(verify(problem, result).ok).toBe(true);
    expect(result.uncovered.map((gap) => gap.slot)).toEqual([2, 3]);
    expect(result.assignments).toMatchObject([{ assistantId: "ben", from: 4, to: 6 }]);
  });

  it("keeps what a manager gave them by hand all the same", () => {
    const covers = [makeOfficeCover("zoe", "ben", { ...TUESDAY, pinned: true })];
    const office = makeOffice({
      assistants: [ana, makeAssistant("ben")],
      executives: [zoe],
      declined,
      covers,
    });
    const { problem } = problemOf(gridOf(office), "north");
    expect(problem.pinned).toHaveLength(2);
    expect(problem.episodes[0]?.candidates[0]?.minutes).toEqual([75, 75, 75, 75]);
  });
});

describe("what may be relied on", () => {
  it("leaves out what is only offered", () => {
    const covers = [makeOfficeCover("zoe", "ben", { ...TUESDAY, offeredUntil: new Date(0) })];
    const office = makeOffice({ assistants: [ana, makeAssistant("ben")], executives: [zoe], covers });
    const states = (looked: typeof office) => gridOf(looked).rows.get("zoe")?.[2]?.status;
    expect(states(office)).toBe("cover");
    expect(states(withoutOffers(office))).toBe("gap");
  });
});
