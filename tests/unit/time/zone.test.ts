import { describe, expect, it } from "vitest";
import { dayIn, halfDayIn, isTimeZone } from "@/lib/time/zone";

const at = (text: string) => new Date(text);

describe("the clock of a pool", () => {
  it.each([
    ["Europe/Stockholm", "2026-08-16T22:00:00Z", "2026-08-17"],
    ["Europe/Stockholm", "2026-08-16T21:59:59Z", "2026-08-16"],
    ["Europe/Stockholm", "2026-01-16T23:00:00Z", "2026-01-17"],
    ["Asia/Kathmandu", "2026-08-16T18:14:59Z", "2026-08-16"],
    ["Asia/Kathmandu", "2026-08-16T18:15:00Z", "2026-08-17"],
    ["America/Los_Angeles", "2026-08-17T06:59:00Z", "2026-08-16"],
    ["Pacific/Kiritimati", "2026-08-17T10:00:00Z", "2026-08-18"],
    ["Europe/Stockholm", "2026-03-29T00:59:00Z", "2026-03-29"],
    ["Europe/Stockholm", "2026-10-25T22:59:00Z", "2026-10-25"],
    ["Europe/Stockholm", "2026-10-25T23:00:00Z", "2026-10-26"],
  ])("in %s at %s shows %s", (zone, instant, on) => {
    expect(dayIn(zone, at(instant))).toBe(on);
  });

  it.each([
    ["Europe/Stockholm", "2026-08-17T10:59:59Z", "am"],
    ["Europe/Stockholm", "2026-08-17T11:00:00Z", "pm"],
    ["Europe/Stockholm", "2026-01-15T11:59:59Z", "am"],
    ["Europe/Stockholm", "2026-01-15T12:00:00Z", "pm"],
    ["Europe/Stockholm", "2026-03-29T11:00:00Z", "pm"],
    ["Europe/Stockholm", "2026-10-25T11:30:00Z", "am"],
    ["Asia/Kathmandu", "2026-08-17T07:14:59Z", "am"],
    ["Asia/Kathmandu", "2026-08-17T07:15:00Z", "pm"],
  ])("in %s at %s is in the %s half", (zone, instant, part) => {
    expect(halfDayIn(zone, at(instant)).part).toBe(part);
  });

  it("knows which zones there are", () => {
    expect(["Europe/Stockholm", "UTC", "Mars/Olympus", ""].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
