import { describe, expect, it } from "vitest";
import { criteriaOf, mayMoveOwn } from "@/lib/hiring/interviews/rules";
import { interviewIcs } from "@/lib/hiring/interviews/rules-invitation";
import { firstTimes, freeStarts, withPause } from "@/lib/hiring/interviews/rules-times";

const ALL = { minutes: 45, from: 0, until: 10_000 };

describe("the free times of a panel", () => {
  const ana = { hours: [{ start: 540, end: 720 }], busy: [{ start: 600, end: 630 }] };
  const ben = { hours: [{ start: 570, end: 1_000 }], busy: [] };

  it("begin at a quarter of an hour, within everybody's hours, and touch nothing else of theirs", () => {
    expect(freeStarts([ana, ben], ALL)).toEqual([630, 645, 660, 675]);
    expect(freeStarts([ana, { hours: [], busy: [] }], ALL)).toEqual([]);
  });

  it("keep the pause before and after another interview", () => {
    const asked = { hours: ben.hours, busy: [withPause({ start: 660, end: 690 }, 10)] };
    expect(freeStarts([ana, asked], ALL)).toEqual([]);
    expect(freeStarts([asked], { ...ALL, until: 800 })).toEqual([570, 585, 600, 705, 720, 735, 750]);
  });

  it("are shown at most two of a day at first, apart from each other", () => {
    const times = [0, 15, 30, 90, 120, 400].map((start) => ({ day: start < 300 ? "a" : "b", start }));
    expect(firstTimes(times, 45).map(({ start }) => start)).toEqual([0, 90, 400]);
  });
});

describe("what a panel judges", () => {
  it("is at most two languages and the four largest duties", () => {
    const duties = [1, 5, 3, 4, 2].map((n) => ({ dutyId: `d${n}`, level: n, minutesPerWeek: n * 60 }));
    const languages = [{ language: "fr", level: "C1" as const }];
    expect(criteriaOf({ duties, languages }).map(({ key }) => key)).toEqual(["fr", "d5", "d4", "d3", "d2"]);
  });
});

describe("moving one's interview", () => {
  const now = new Date("2026-08-17T07:00:00Z");
  it("is possible twice, and until a day before", () => {
    const startsAt = new Date("2026-08-18T07:00:01Z");
    expect(mayMoveOwn({ startsAt, timesMoved: 1 }, now)).toBe(true);
    expect(mayMoveOwn({ startsAt, timesMoved: 2 }, now)).toBe(false);
    expect(mayMoveOwn({ startsAt: new Date("2026-08-18T07:00:00Z"), timesMoved: 0 }, now)).toBe(false);
  });
});

describe("an interview in a calendar", () => {
  const invitation = {
    ...{ uid: "interview-1@standby", sequence: 2, changedAt: new Date("2026-10-01"), summary: "Interview" },
    ...{ place: "Video", minutes: 45, timeZone: "Europe/Stockholm", isCancelled: false },
    startsAt: new Date("2026-10-26T08:00:00Z"),
    organizer: { name: "Norrvik", email: "standby@office.example" },
    attendee: { name: "Camille", email: "camille@mail.example" },
  };

  it("keeps the clock of the pool across the change of clocks, and names nobody but its reader", () => {
    const { text, method } = interviewIcs(invitation);
    expect(method).toBe("REQUEST");
    expect(text).toContain("DTSTART;TZID=Europe/Stockholm:20261026T090000");
    expect(text).toContain("SEQUENCE:2");
    expect(text.match(/^ATTENDEE/gm)).toHaveLength(1);
  });

  it("is called off under the same id", () => {
    const { text } = interviewIcs({ ...invitation, isCancelled: true, sequence: 3 });
    expect(text).toMatch(
      /METHOD:CANCEL[\s\S]*UID:interview-1@standby[\s\S]*SEQUENCE:3[\s\S]*STATUS:CANCELLED/,
    );
  });
});
