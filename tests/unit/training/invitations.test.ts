import { describe, expect, it } from "vitest";
import { day } from "@/lib/time/day";
import { type EntryToWrite, entryChanges, entryIcs } from "@/lib/training/invitations/rules";

const MONDAY = { on: day("2026-12-07"), startMinute: 540, endMinute: 720 };
const TUESDAY = { ...MONDAY, on: day("2026-12-08") };
const kept = { isCancelled: false };

describe("what a calendar has to be told", () => {
  it("is each new date, each that differs, and each that is no more, and nothing else", () => {
    expect(entryChanges(new Map(), [MONDAY, TUESDAY]).map(({ position }) => position)).toEqual([1, 2]);
    const known = new Map([
      [1, { ...MONDAY, ...kept }],
      [2, { ...TUESDAY, ...kept }],
    ]);
    expect(entryChanges(known, [MONDAY, TUESDAY])).toEqual([]);
    expect(entryChanges(known, [{ ...MONDAY, endMinute: 780 }])).toEqual([
      { position: 1, date: { ...MONDAY, endMinute: 780 }, isCancelled: false },
      { position: 2, date: TUESDAY, isCancelled: true },
    ]);
  });

  it("is all of it where the location is another, and nothing twice of what is cancelled", () => {
    const known = new Map([[1, { ...MONDAY, isCancelled: true }]]);
    expect(entryChanges(known, [])).toEqual([]);
    expect(entryChanges(known, [MONDAY])).toHaveLength(1);
    expect(entryChanges(new Map([[1, { ...MONDAY, ...kept }]]), [MONDAY], true)).toHaveLength(1);
  });
});

describe("an entry for a calendar", () => {
  const entry: EntryToWrite = {
    ...MONDAY,
    ...{ id: "0193a", sequence: 2, isCancelled: false, changedAt: new Date("2026-12-01T08:00:00Z") },
    ...{ course: "Travel booking", location: "Room 2.11", timeZone: "Europe/Stockholm" },
    organizer: { name: "Eva Hall", email: "eva@standby.example" },
    participant: { name: "Ben Berg", email: "ben@standby.example" },
  };

  it("is one event with its zone, whom it asks and who asks, under one UID", () => {
    const text = entryIcs(entry);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    for (const line of [
      "METHOD:REQUEST",
      "UID:training-0193a@standby",
      "SEQUENCE:2",
      "TZID:Europe/Stockholm",
      "DTSTART;TZID=Europe/Stockholm:20261207T090000",
      "LOCATION:Room 2.11",
      "mailto:eva@standby.example",
      "mailto:ben@standby.example",
    ])
      expect(text.replaceAll("\r\n ", "")).toContain(line);
  });

  it("is called off under the same UID", () => {
    const text = entryIcs({ ...entry, sequence: 3, isCancelled: true });
    for (const line of ["METHOD:CANCEL", "UID:training-0193a@standby", "SEQUENCE:3", "STATUS:CANCELLED"])
      expect(text).toContain(line);
  });
});
