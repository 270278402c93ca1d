import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarReport, ImportCalendarInput } from "@/lib/calendars/schema";
import { importCalendar } from "@/lib/calendars/service-import";
import { readCalendar } from "../support/calendars";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createLeaveOffice } from "../support/offices/leave";

type Office = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: Office;

beforeEach(async () => {
  office = await createLeaveOffice();
  // Supports nobody: no leave opens a gap.
  await testDb().supportAssignment.deleteMany();
});

const ASSISTANT = "assistant@office.example";
const COLLEAGUE = "colleague@office.example";
const NOW = new Date("2026-11-30T08:00:00Z");

function makeEvent(uid: string, ...lines: string[]): string {
  return ["BEGIN:VEVENT", `UID:${uid}`, "SUMMARY:Away", ...lines, "END:VEVENT"].join("\r\n");
}

function makeFile(...parts: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...parts, "END:VCALENDAR", ""].join("\r\n");
}

async function load(content: string, options: Partial<ImportCalendarInput> = {}): Promise<CalendarReport> {
  const ctx = { ...(await asManagerOf(office.manager.userId)), now: NOW };
  const base = { content, type: "vacation", status: "approved", assistantEmail: ASSISTANT } as const;
  const answer = await importCalendar(ctx, { ...base, ...options });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function absences(): Promise<string[]> {
  const rows = await testDb().absence.findMany({
    orderBy: [{ startOn: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    include: { assistant: { include: { user: true } } },
  });
  return rows.map(({ assistant, status, startOn, startPart, endOn, endPart, startMinute, endMinute }) => {
    const name = assistant.user.email.split("@")[0];
    const [from, to] = [startOn, endOn].map((date) => date.toISOString().slice(5, 10));
    const hours = startMinute === null || endMinute === null ? "" : ` ${startMinute / 60}–${endMinute / 60}`;
    return `${name} ${status} ${from} ${startPart}–${to} ${endPart}${hours}`;
  });
}

const DAY = "DTSTART;VALUE=DATE:20261215";

describe("whose absence an event is", () => {
  const file = (...lines: string[]) => makeFile(makeEvent("one", DAY, ...lines));

  it("is its organizer's, not that of colleagues who are told", async () => {
    const told = file(`ORGANIZER:mailto:${ASSISTANT}`, `ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:${COLLEAGUE}`);
    await load(told, { assistantEmail: undefined });
    expect(await absences()).toEqual(["assistant approved 12-15 am–12-15 pm"]);
  });

  it("is the attendees' where a stranger called them, without rooms and those who declined", async () => {
    const called = file(
      "ORGANIZER:mailto:boss@elsewhere.example",
      "ATTENDEE;CUTYPE=ROOM:mailto:room@office.example",
      `ATTENDEE;PARTSTAT=DECLINED:mailto:${ASSISTANT}`,
      `ATTENDEE;EMAIL=${COLLEAGUE}:urn:uuid:5d3f5b5c`,
    );
    await load(called, { assistantEmail: undefined });
    expect(await absences()).toEqual(["colleague approved 12-15 am–12-15 pm"]);
  });
});

it("an event of several people is pointed out", async () => {
  const attendees = [ASSISTANT, COLLEAGUE].map((email) => `ATTENDEE:mailto:${email}`);
  const both = makeFile(makeEvent("one", DAY, ...attendees), makeEvent("two", DAY.replace("15", "16")));
  const report = await load(both, { assistantEmail: undefined, dryRun: true, leaveOut: ["two"] });
  expect(report).toMatchObject({ created: 2, ofSeveral: 1 });
});

describe("an event that takes nobody's time is left out and counted", () => {
  it.each([
    ["05-free-and-working-elsewhere", "free", 2],
    ["06-method-cancel-without-status", "cancelled", 1],
    ["08-organizer-away-colleagues-told", "free", 1],
    ["01-zero-length", "no_working_time", 1],
    ["16-same-uid-newer-sequence", "older_version", 1],
  ])("%s", async (name, reason, count) => {
    const report = await load(readCalendar(name));
    expect(report).toMatchObject({ applied: true, faultCount: 0, leftOut: { [reason]: count } });
    expect(await absences()).toHaveLength(name.startsWith("16") ? 1 : 0);
  });

  it("07: a declined one", async () => {
    const declined = readCalendar("07-attendee-declined").replace("p7@bugs.example", ASSISTANT);
    for (const assistantEmail of [undefined, ASSISTANT])
      expect(await load(declined, { assistantEmail })).toMatchObject({
        faultCount: 0,
        created: 0,
        leftOut: { declined: 1 },
      });
  });

  it("04: hours outside work make no half-days", async () => {
    expect(await load(readCalendar("04-oof-friday1700-monday0800"))).toMatchObject({
      created: 0,
      leftOut: { no_working_time: 1 },
    });
    await load(
      makeFile(
        makeEvent("days", "DTSTART:20261214T170000Z", "DTEND:20261216T080000Z"),
        makeEvent("evening", "DTSTART:20261217T180000Z", "DTEND:20261217T200000Z"),
        makeEvent("morning", "DTSTART:20261217T190000Z", "DTEND:20261218T090000Z"),
        makeEvent("weekend", "DTSTART:20261219", "DTEND:20261221"),
      ),
    );
    expect(await absences()).toEqual([
      "assistant approved 12-15 am–12-16 am",
      "assistant approved 12-18 am–12-18 am 8–10",
    ]);
  });
});

describe("what changed in the calendar since", () => {
  const series = (...lines: string[]) =>
    makeFile(makeEvent("ser1", "DTSTART:20261201", "RRULE:FREQ=WEEKLY;COUNT=3", ...lines));

  it("26: a deleted occurrence cancels its absence, and comes back in a newer version", async () => {
    await load(readCalendar("26-series-step1"));
    const second = readCalendar("26-series-step2-occurrence-deleted");
    expect(await load(second)).toMatchObject({ cancelled: 1, unchanged: 3 });
    expect((await absences())[1]).toBe("assistant cancelled 12-08 am–12-08 pm");
    expect(await load(second)).toMatchObject({ cancelled: 0, created: 0, unchanged: 4 });
    expect(await load(readCalendar("26-series-step1"))).toMatchObject({ created: 0, cancelled: 0 });
    const third = readCalendar("26-series-step1").replace("SEQUENCE:0", "SEQUENCE:2");
    expect(await load(third)).toMatchObject({ created: 1, unchanged: 3 });
    expect(await absences()).toContain("assistant approved 12-08 am–12-08 pm");
  });

  it("27: what was cancelled and stands again in a newer version comes back", async () => {
    const event = (sequence: number, ...lines: string[]) =>
      makeFile(makeEvent("one", DAY, `SEQUENCE:${sequence}`, ...lines));
    await load(event(0));
    await load(event(1, "STATUS:CANCELLED"));
    expect(await load(event(1))).toMatchObject({ created: 0, unchanged: 1 });
    expect(await load(event(2))).toMatchObject({ created: 1 });
    expect(await absences()).toEqual([
      "assistant cancelled 12-15 am–12-15 pm",
      "assistant approved 12-15 am–12-15 pm",
    ]);
  });

  it("what a manager declined stays so, and what was only asked for is withdrawn", async () => {
    const event = (uid: string, on: number, ...lines: string[]) =>
      makeEvent(uid, `DTSTART:202612${on}`, ...lines);
    await load(makeFile(event("a", 15)), { status: "requested" });
    await testDb().absence.updateMany({ data: { status: "declined" } });
    expect(await load(makeFile(event("a", 15, "SEQUENCE:3")))).toMatchObject({ created: 0, unchanged: 1 });
    await load(makeFile(event("b", 16)), { status: "requested" });
    expect(await load(makeFile(event("b", 16, "STATUS:CANCELLED")))).toMatchObject({ cancelled: 1 });
    expect(await absences()).toEqual([
      "assistant declined 12-15 am–12-15 pm",
      "assistant withdrawn 12-16 am–12-16 pm",
    ]);
  });

  it("an event that became a series, or free, no longer stands beside itself", async () => {
    await load(makeFile(makeEvent("ser1", "DTSTART:20261201")));
    expect(await load(series("SEQUENCE:1"))).toMatchObject({ created: 3, cancelled: 1, faultCount: 0 });
    expect(await load(series("SEQUENCE:2", "TRANSP:TRANSPARENT"))).toMatchObject({ cancelled: 3 });
  });

  it("02: events that change places come in at once", async () => {
    const days = (a: string, b: string) =>
      makeFile(makeEvent("a", `DTSTART:${a}`), makeEvent("b", `DTSTART:${b}`));
    await load(days("20261215", "20261216"));
    expect(await load(days("20261216", "20261215"))).toMatchObject({ applied: true, updated: 2 });
    expect(await load(days("20261217", "20261216"))).toMatchObject({ applied: true, updated: 2 });
    expect(await absences()).toEqual([
      "assistant approved 12-16 am–12-16 pm",
      "assistant approved 12-17 am–12-17 pm",
    ]);
  });
});

describe("a file with faults", () => {
  const faulty = makeFile(
    makeEvent("good", DAY),
    makeEvent("bad", "DTSTART:2026-12-29"),
    "BEGIN:VEVENT\r\nDTSTART:20261216\r\nEND:VEVENT",
  );

  it("comes in without the events that are left out", async () => {
    const first = await load(faulty);
    expect(first.faults.map(({ uid, code }) => `${uid} ${code}`)).toEqual([
      "bad unreadable_value",
      "#3 no_uid",
    ]);
    expect(await load(faulty, { leaveOut: first.faults.map(({ uid }) => uid) })).toMatchObject({
      applied: true,
      created: 1,
      leftOut: { by_choice: 2 },
    });
    expect(await absences()).toEqual(["assistant approved 12-15 am–12-15 pm"]);
  });

  it.each([
    ["18-eight-years", "absence_too_long"],
    ["24-dashed-date-silently-other-day", "unreadable_value"],
  ])("says what is wrong: %s", async (name, code) => {
    expect((await load(readCalendar(name))).faults).toMatchObject([{ code }]);
  });

  it("17: a sequence in milliseconds is none", async () => {
    expect(await load(readCalendar("17-sequence-over-int4"))).toMatchObject({ applied: true, created: 1 });
    expect(await load(readCalendar("17-sequence-over-int4"))).toMatchObject({ unchanged: 1 });
  });
});

it("32: two thousand events come in within seconds", async () => {
  const from = Date.UTC(2026, 0, 5);
  const stamp = (i: number) => new Date(from + i * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
  const days = Array.from({ length: 4_000 }, (_, i) => i).filter((i) => i % 7 < 5);
  const file = makeFile(...days.slice(0, 1_999).map((i) => makeEvent(`e${i}`, `DTSTART:${stamp(i)}`)));
  const report = await load(file);
  expect(report).toMatchObject({ applied: true, events: 1_999, faultCount: 0 });
  expect(report.created + (report.leftOut.no_working_time ?? 0)).toBe(1_999);
  expect(await load(file)).toMatchObject({ created: 0, unchanged: report.created });
});
