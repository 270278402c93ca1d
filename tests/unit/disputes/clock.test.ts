import { describe, expect, it } from "vitest";
import { answerDueAt, triageDueAt } from "@/lib/disputes/cases/rules-clock";
import { addDays, type Day, day, weekdayOf } from "@/lib/time/day";

const HOLIDAYS = new Set<Day>([day("2026-05-01"), day("2026-05-14"), day("2026-12-25")]);
const calendar = {
  timeZone: "Europe/Stockholm",
  isWorkingDay: (on: Day) => weekdayOf(on) <= 5 && !HOLIDAYS.has(on),
};
const due = (at: string, tier: 1 | 2 | 3) => answerDueAt(calendar, new Date(at), tier).toISOString();

describe("by when a person answers", () => {
  it("is the same time on the next working day between people, and one day later about workload", () => {
    expect(due("2026-08-17T08:30:00Z", 2)).toBe("2026-08-18T08:30:00.000Z");
    expect(due("2026-08-17T08:30:00Z", 1)).toBe("2026-08-19T08:30:00.000Z");
  });

  it("leaves out weekends and holidays of the pool", () => {
    expect(due("2026-08-21T13:00:00Z", 2)).toBe("2026-08-24T13:00:00.000Z");
    expect(due("2026-04-30T13:00:00Z", 2)).toBe("2026-05-04T13:00:00.000Z");
    expect(due("2026-05-13T13:00:00Z", 1)).toBe("2026-05-18T13:00:00.000Z");
  });

  it("counts what comes on a day off from the next working day's first minute", () => {
    expect(due("2026-08-22T10:00:00Z", 2)).toBe("2026-08-24T22:00:00.000Z");
  });

  it("keeps the time of day over the change of clocks", () => {
    expect(due("2026-10-23T12:00:00Z", 2)).toBe("2026-10-26T13:00:00.000Z");
  });

  it("is four working hours where it is grave, over night and weekend where they end", () => {
    expect(due("2026-08-17T07:00:00Z", 3)).toBe("2026-08-17T11:00:00.000Z");
    expect(due("2026-08-17T03:00:00Z", 3)).toBe("2026-08-17T10:00:00.000Z");
    expect(due("2026-08-21T14:00:00Z", 3)).toBe("2026-08-24T09:00:00.000Z");
    expect(due("2026-12-24T15:30:00Z", 3)).toBe("2026-12-28T10:30:00.000Z");
  });

  it("never lies before it was sent, nor on a day that nobody works", () => {
    for (let i = 0; i < 60; i++)
      for (const tier of [1, 2, 3] as const) {
        const sent = new Date(`${addDays(day("2026-04-20"), i)}T0${i % 10}:30:00Z`);
        const at = answerDueAt(calendar, sent, tier);
        expect(at.getTime()).toBeGreaterThan(sent.getTime());
      }
  });
});

it("it is sorted by the end of the fifth working day", () => {
  expect(triageDueAt(calendar, new Date("2026-08-17T08:30:00Z")).toISOString()).toBe(
    "2026-08-24T15:00:00.000Z",
  );
  expect(triageDueAt(calendar, new Date("2026-05-12T08:30:00Z")).toISOString()).toBe(
    "2026-05-20T15:00:00.000Z",
  );
});
