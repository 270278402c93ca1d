import { describe, expect, it } from "vitest";
import { firstWorkingDay, foldedBlocks, isBriefDue } from "@/lib/insight/brief/rules";
import type { BriefBlock } from "@/lib/insight/brief/schema";
import { day, weekdayOf } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";

const block = (key: BriefBlock["key"], count: number): BriefBlock => ({
  key,
  count,
  href: "/manager",
  lines: Array.from({ length: count }, (_, i) => ({
    kind: "training",
    name: `Person ${i}`,
    course: "Travel",
    href: "/manager/training",
  })),
});

describe("a brief", () => {
  it("has twelve lines at most, and every block its share of them", () => {
    const folded = foldedBlocks([
      block("gaps", 40),
      block("leave", 0),
      block("unread", 2),
      block("reviews", 9),
    ]);
    expect(folded.map(({ key, count, lines }) => [key, count, lines.length])).toEqual([
      ["gaps", 40, 5],
      ["unread", 2, 2],
      ["reviews", 9, 5],
    ]);
  });

  it("says all where there is room", () => {
    expect(foldedBlocks([block("gaps", 12)])[0]?.lines).toHaveLength(12);
    expect(foldedBlocks([])).toEqual([]);
  });

  it("goes out on the first day of the week that is worked", () => {
    const week = "2026-W15" as IsoWeek;
    const easterMonday = day("2026-04-06");
    const isWorked = (on: string) => weekdayOf(day(on)) <= 5 && on !== easterMonday;
    expect(firstWorkingDay(week, isWorked)).toBe("2026-04-07");
    expect(firstWorkingDay(week, () => false)).toBe("2026-04-06");
  });

  it("goes out from eight on, on that day alone", () => {
    const monday = day("2026-08-17");
    expect(isBriefDue({ on: monday, minute: 479 }, monday)).toBe(false);
    expect(isBriefDue({ on: monday, minute: 480 }, monday)).toBe(true);
    expect(isBriefDue({ on: day("2026-08-18"), minute: 480 }, monday)).toBe(false);
  });
});
