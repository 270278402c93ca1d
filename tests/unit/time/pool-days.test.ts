import { describe, expect, it } from "vitest";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { readSources, type Sources, withoutComments } from "@/tests/support/architecture/source";

/** Ways to read a day or a clock off an instant without saying in which zone. */
const ZONELESS = [
  /\bdayOfColumn\([^)]*\b(?:now|Date\b|instant|createdAt|updatedAt)/,
  /\.toISOString\(\)\s*\.\s*(?:slice|substring|split|substr)\b/,
  /\.(?:get|set)(?:UTC)?(?:Date|Day|Month|FullYear|Hours|Minutes)\(/,
  /\.toLocale(?:Date|Time)?String\(/,
];

/** lib/ics counts what a file's clocks show in minutes: that is no instant, and its zone is beside it. */
const ROOMS_OF_CLOCKS = /^lib\/(time|ics)\//;

function findZonelessDays(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => !ROOMS_OF_CLOCKS.test(path))
    .flatMap(([path, source]) => {
      const found = ZONELESS.map((pattern) => pattern.exec(withoutComments(source))?.[0]);
      return found.flatMap((text) => (text ? [`${path}: ${text}`] : []));
    });
}

describe("the day an instant falls on", () => {
  it("is read nowhere without a zone but in lib/time and lib/ics", () => {
    expect(findZonelessDays(readSources("."))).toEqual([]);
  });

  it.each([
    "const today = dayOfColumn(ctx.now);",
    "const today = dayOfColumn(new Date());",
    "const month = ctx.now.toISOString().slice(0, 7);",
    "const weekday = date.getDay();",
    "date.setUTCDate(date.getUTCDate() + 1);",
  ])("is found where somebody writes %s", (source) => {
    expect(findZonelessDays(new Map([["lib/absences/service.ts", source]]))).not.toEqual([]);
  });

  it("is refused by what reads the day of a column", () => {
    expect(dayOfColumn(new Date("2026-08-17T00:00:00Z"))).toBe("2026-08-17");
    expect(() => dayOfColumn(new Date("2026-08-17T00:30:00Z"))).toThrow(RangeError);
  });

  it("is, anywhere on earth, one of two or three days, and every pool's is among them", () => {
    for (const hour of [0, 6, 10, 11, 12, 18, 23]) {
      const now = new Date(Date.UTC(2026, 10, 29, hour, 34));
      const { from, to } = daysOnEarth(now);
      for (const zone of ["Europe/Stockholm", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue"]) {
        const today = dayIn(zone, now);
        expect(from <= today && today <= to).toBe(true);
      }
    }
  });
});
