import { describe, expect, it } from "vitest";
import { rowAt } from "@/components/ui/layout/use-window";
import { groundsOf } from "@/components/wallchart/chart-ground";
import { chartRows, placeOf, todayAt } from "@/components/wallchart/geometry";
import { personNear } from "@/components/wallchart/use-chart-keys";
import { askedNow, wallchartAddress, waysOf } from "@/components/wallchart/wallchart-address";
import {
  type AwaySpan,
  approvedShares,
  daysByMonth,
  firstRows,
  groupedPeople,
} from "@/lib/absences/wallchart/rules";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import type { WorkCalendar } from "@/lib/availability/rules";
import { day, daysFrom } from "@/lib/time/day";
import { addMonths, daysOfMonth, isMonth, type Month } from "@/lib/time/month";

const DAYS = daysFrom(day("2026-08-01"), day("2026-09-30"));

function makeDatedCalendar(overrides: Partial<WorkCalendar> = {}): WorkCalendar {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    startsAtMinute: 480,
    endsAtMinute: 1020,
    validFrom: day("2000-01-01"),
    validTo: null,
  }));
  return { hours, daysOff: new Map(), hiredOn: null, leavesOn: null, ...overrides };
}

/** An absence from one half-day to another, counted from the first morning of August. */
function away(first: number, last: number, overrides: Partial<Record<3 | 4 | 5, unknown>> = {}): AwaySpan {
  return Object.assign([first, last, "vacation", "approved", null, null], overrides) as AwaySpan;
}

function days(calendar: WorkCalendar, spans: AwaySpan[]): number[] {
  return daysByMonth(approvedShares(calendar, spans, DAYS), DAYS);
}

describe("days away", () => {
  it("are the working days only, each in its month", () => {
    expect(days(makeDatedCalendar(), [away(32, 45)])).toEqual([5, 0]);
    expect(days(makeDatedCalendar(), [away(58, 65)])).toEqual([1, 2]);
  });

  it("count half-days as halves, and hours as their share of the day", () => {
    expect(days(makeDatedCalendar(), [away(33, 33)])).toEqual([0.5, 0]);
    expect(days(makeDatedCalendar(), [away(32, 32, { 4: 480, 5: 600 })])).toEqual([0.25, 0]);
    expect(days(makeDatedCalendar(), [away(32, 32, { 4: 480, 5: 720 })])).toEqual([0.5, 0]);
    expect(days(makeDatedCalendar(), [away(32, 33, { 4: 660, 5: 840 })])).toEqual([0.25, 0]);
  });

  it("leave out days off, days before hiring and after leaving, and days one doesn't work", () => {
    const daysOff = new Map([[day("2026-08-17"), "A holiday"]]);
    expect(days(makeDatedCalendar({ daysOff }), [away(32, 35)])).toEqual([1, 0]);
    expect(days(makeDatedCalendar({ hiredOn: day("2026-08-18") }), [away(32, 35)])).toEqual([1, 0]);
    expect(days(makeDatedCalendar({ leavesOn: day("2026-08-17") }), [away(32, 35)])).toEqual([1, 0]);
    const mondays = makeDatedCalendar().hours.slice(0, 1);
    expect(days(makeDatedCalendar({ hours: mondays }), [away(32, 45)])).toEqual([1, 0]);
  });

  it("do not count what is only asked for", () => {
    expect(days(makeDatedCalendar(), [away(32, 45, { 3: "requested" })])).toEqual([0, 0]);
  });
});

describe("grouping", () => {
  it("sorts headings and puts those without one last", () => {
    const compare = (a: string, b: string) => (a < b ? -1 : 1);
    expect(groupedPeople([["B"], [], ["A", "B"]], compare)).toEqual([
      { label: "A", people: [2] },
      { label: "B", people: [0, 2] },
      { label: "", people: [1] },
    ]);
  });

  it("can be cut to the first rows, with only the people in them", () => {
    const view = {
      people: ["a", "b", "c"].map((name) => ({ name })),
      groups: [
        { label: "A", people: [2] },
        { label: "B", people: [0, 2] },
      ],
    } as unknown as WallchartView;
    const cut = firstRows(view, 2);
    expect(cut.people.map((person) => person.name)).toEqual(["c", "a"]);
    expect(cut.groups).toEqual([
      { label: "A", people: [0] },
      { label: "B", people: [1] },
    ]);
  });
});

describe("drawing", () => {
  it("puts halves and hours inside their day, and cuts at both ends", () => {
    expect(placeOf(0, 1, null, 10)).toEqual({ left: 0, width: 10 });
    expect(placeOf(3, 3, null, 10)).toEqual({ left: 15, width: 5 });
    expect(placeOf(-8, 40, null, 10)).toEqual({ left: 0, width: 100 });
    expect(placeOf(2, 3, { start: 600, end: 780 }, 10)).toEqual({ left: 12.5, width: 2.5 });
  });

  it("draws today in the middle of its day, and nowhere outside", () => {
    const pool = { today: "2026-08-05" } as WallchartView["pools"][number];
    expect(todayAt(pool, day("2026-08-01"), day("2026-08-10"))).toBe(45);
    expect(todayAt(pool, day("2026-09-01"), day("2026-09-10"))).toBeNull();
  });

  it("finds the row at a height, and the next person over a heading", () => {
    expect([0, 29, 30, 61, 999].map((y) => rowAt([0, 30, 60, 90], y))).toEqual([0, 0, 1, 2, 2]);
    const rows = chartRows(
      { groups: [0, 1].map((i) => ({ label: `${i}`, people: [i] })) } as unknown as WallchartView,
      true,
    );
    expect(rows.map((row) => row.kind)).toEqual(["group", "person", "group", "person"]);
    expect([personNear(rows, 1, 1), personNear(rows, 3, -1), personNear(rows, 3, 10)]).toEqual([3, 1, 3]);
  });

  it("keeps everything asked for in the address", () => {
    const asked = { from: "2026-08-01", span: "month", group: "site", q: "Å b" };
    expect(wallchartAddress("/x", asked, { from: "2026-09-01" })).toBe(
      "/x?from=2026-09-01&span=month&group=site&q=%C3%85+b",
    );
    expect(wallchartAddress("/x", {})).toBe("/x");
  });
});

describe("the way on", () => {
  const shown = (view: WallchartView["view"], from: string, to: string) => ({
    view,
    from,
    to,
    pools: [{ today: "2026-12-02" }] as WallchartView["pools"],
  });
  const waysFrom = (...days: Parameters<typeof shown>) => {
    const view = shown(...days);
    return Object.values(waysOf({ path: "/x", asked: askedNow({}, view), view }));
  };

  it("goes by what is shown", () => {
    expect(waysFrom("six", "2026-11-30", "2027-01-10")).toEqual([
      "/x?from=2026-10-19",
      "/x",
      "/x?from=2027-01-11",
    ]);
    expect(waysFrom("month", "2026-12-01", "2026-12-31")).toEqual([
      "/x?from=2026-11-01&span=month",
      "/x?span=month",
      "/x?from=2027-01-01&span=month",
    ]);
    expect(waysFrom("year", "2027-01-01", "2027-12-31")).toEqual([
      "/x?from=2026-01-01&span=year",
      "/x?span=year",
      "/x?from=2028-01-01&span=year",
    ]);
  });

  it("says in today's words what an older address asks", () => {
    const asked = { month: "2027-02", q: "b" };
    expect(wallchartAddress("/x", askedNow(asked, shown("month", "2027-02-01", "2027-02-28")))).toBe(
      "/x?from=2027-02-01&span=month&q=b",
    );
    expect(askedNow({ from: "2026-12-03" }, shown("six", "2026-11-30", "2027-01-10")).from).toBeUndefined();
  });
});

describe("the ground of rows", () => {
  it("is quiet in the past, at weekends and on days off, and tinted today", () => {
    const pool = { today: "2026-08-05", daysOff: [{ on: "2026-08-07", name: "A holiday" }] };
    const view = {
      view: "six",
      from: "2026-08-03",
      to: "2026-08-12",
      pools: [pool],
    } as unknown as WallchartView;
    expect(groundsOf(view)["--ground-0"]).toContain(
      "var(--past) 0% 20%, var(--today) 20% 30%, transparent 30% 40%, var(--sunken) 40% 50%, var(--canvas) 50% 70%, transparent 70% 100%",
    );
  });
});

describe("months", () => {
  it("follow each other over the year, and know their last day", () => {
    expect(addMonths("2026-12" as Month, 1)).toBe("2027-01");
    expect(addMonths("2026-01" as Month, -1)).toBe("2025-12");
    expect(daysOfMonth("2028-02" as Month)).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(["2026-13", "2026-00", "26-01"].some(isMonth)).toBe(false);
  });
});
