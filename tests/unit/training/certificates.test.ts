import { describe, expect, it } from "vitest";
import { day } from "@/lib/time/day";
import { dayMonthsLater } from "@/lib/time/month";
import { validUntil, warningDue } from "@/lib/training/certificates/rules";

describe("how long a certificate is valid", () => {
  it("is to the same day of the month, or to the month's last", () => {
    expect(dayMonthsLater(day("2026-08-25"), 12)).toBe("2027-08-25");
    expect(dayMonthsLater(day("2026-08-31"), 6)).toBe("2027-02-28");
  });

  it("is counted from the old last day only where it was renewed in the 90 days before", () => {
    const previous = day("2026-12-01");
    expect(validUntil(day("2026-09-02"), 12, previous)).toBe("2027-12-01");
    expect(validUntil(day("2026-09-01"), 12, previous)).toBe("2027-09-01");
    expect(validUntil(day("2026-12-02"), 12, previous)).toBe("2027-12-02");
  });
});

describe("the warning before a certificate ends", () => {
  const until = day("2026-12-01");

  it.each([
    ["2026-09-01", null, null],
    ["2026-09-02", null, 90],
    ["2026-10-01", 90, null],
    ["2026-11-01", 90, 30],
    ["2026-11-28", 90, 7],
    ["2026-12-01", 7, null],
    ["2026-12-02", null, null],
  ])("on %s, told of %s days, is %s", (today, told, due) => {
    expect(warningDue(until, day(today), told)).toBe(due);
  });
});
