import { describe, expect, it } from "vitest";
import { changesOfContent, generatedFor, isForDay, type KnownItem } from "@/lib/handovers/content/rules";
import { day } from "@/lib/time/day";
import { fallsOn } from "@/lib/time/recurrence";

const NEVER = { weekdays: [], monthDay: null, minute: null };
const records = {
  requests: [{ id: "r", summary: "Book Malmö", dutyId: "travel", dueOn: null }],
  recurring: [
    { id: "mon", text: "Agenda", dutyId: "meetings", weekdays: [1], monthDay: null, minute: 540 },
    { id: "last", text: "Expenses", dutyId: null, weekdays: [], monthDay: 31, minute: null },
  ],
  dates: [
    { id: "d", on: day("2026-08-18"), text: "Board" },
    { id: "e", on: day("2026-08-25"), text: "Later" },
  ],
};

function makeKnown(sourceId: string, more: Partial<KnownItem> = {}): KnownItem {
  const request = { kind: "request" as const, text: "Book Malmö", on: null, ...NEVER };
  return { id: `item ${sourceId}`, sourceId, isEdited: false, isDismissed: false, ...request, ...more };
}

it("takes from the records what falls in the days", () => {
  const inWeek = generatedFor(records, day("2026-08-17"), day("2026-08-21"));
  expect(inWeek.map((item) => item.sourceId)).toEqual(["r", "mon", "d"]);
  const atEnd = generatedFor(records, day("2026-08-31"), day("2026-08-31"));
  expect(atEnd.map((item) => item.sourceId)).toEqual(["r", "mon", "last"]);
});

it("takes what is about the duties handed over, and what is about none in particular", () => {
  const about = (dutyIds: string[]) =>
    generatedFor(records, day("2026-08-31"), day("2026-08-31"), dutyIds).map((item) => item.sourceId);
  expect(about(["meetings"])).toEqual(["mon", "last"]);
  expect(about(["travel", "calendar"])).toEqual(["r", "last"]);
});

it("lets a duty of the 31st fall on the last day of each month", () => {
  const monthly = { weekdays: [], monthDay: 31 };
  expect(fallsOn(monthly, day("2026-02-28"))).toBe(true);
  expect(fallsOn(monthly, day("2028-02-28"))).toBe(false);
  expect(fallsOn(monthly, day("2028-02-29"))).toBe(true);
  expect(fallsOn({ weekdays: [], monthDay: 15 }, day("2026-02-15"))).toBe(true);
  expect(fallsOn({ weekdays: [], monthDay: 15 }, day("2026-02-28"))).toBe(false);
  expect(fallsOn({ weekdays: [7], monthDay: null }, day("2026-08-16"))).toBe(true);
});

describe("staying in step", () => {
  const wanted = generatedFor({ ...records, recurring: [], dates: [] }, day("2026-08-17"), day("2026-08-17"));

  it("adds, follows and takes away", () => {
    expect(changesOfContent([], wanted, false).create).toEqual(wanted);
    expect(changesOfContent([makeKnown("r")], wanted, false)).toEqual({ create: [], update: [], remove: [] });
    expect(changesOfContent([makeKnown("r", { text: "Old" })], wanted, false).update).toMatchObject([
      { id: "item r", text: "Book Malmö" },
    ]);
    expect(changesOfContent([makeKnown("gone")], wanted, false).remove).toEqual(["item gone"]);
  });

  it("leaves alone what somebody edited or dismissed", () => {
    const own = [makeKnown("r", { text: "Mine", isEdited: true }), makeKnown("gone", { isEdited: true })];
    expect(changesOfContent(own, wanted, false)).toEqual({ create: [], update: [], remove: [] });
    const dismissed = makeKnown("r", { text: "Old", isDismissed: true });
    expect(changesOfContent([dismissed], wanted, false)).toEqual({ create: [], update: [], remove: [] });
  });

  it("keeps a request that is done during the cover, but not a date that is called off", () => {
    const known = [makeKnown("done"), makeKnown("off", { kind: "date" })];
    expect(changesOfContent(known, wanted, true).remove).toEqual(["item off"]);
  });
});

it("knows what is for a day", () => {
  const monday = day("2026-08-17");
  const item = { on: null, ...NEVER };
  expect(isForDay({ ...item, kind: "recurring", weekdays: [1] }, monday)).toBe(true);
  expect(isForDay({ ...item, kind: "request", on: "2026-08-14" }, monday)).toBe(true);
  expect(isForDay({ ...item, kind: "request" }, monday)).toBe(false);
  expect(isForDay({ ...item, kind: "date", on: "2026-08-18" }, monday)).toBe(false);
  expect(isForDay({ ...item, kind: "watch", on: "2026-08-17" }, monday)).toBe(false);
});
