import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarReport } from "@/lib/calendars/schema";
import { importCalendar } from "@/lib/calendars/service-import";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { createLeaveOffice } from "../support/offices/leave";

type Office = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: Office;

beforeEach(async () => {
  office = await createLeaveOffice();
  // Supports nobody: no leave opens a gap.
  await testDb().supportAssignment.deleteMany();
});

const ASSISTANT = "assistant@office.example";

function makeEvent(lines: string[] = [], uid = "one@elsewhere"): string {
  return ["BEGIN:VEVENT", `UID:${uid}`, "SUMMARY:Holiday", ...lines, "END:VEVENT"].join("\r\n");
}

function makeFile(...parts: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...parts, "END:VCALENDAR", ""].join("\r\n");
}

const DAYS = ["DTSTART;VALUE=DATE:20260824", "DTEND;VALUE=DATE:20260829"];

async function load(content: string, options: Record<string, unknown> = {}): Promise<CalendarReport> {
  const ctx = await asManagerOf(office.manager.userId);
  const answer = await importCalendar(ctx, {
    content,
    type: "vacation",
    status: "approved",
    assistantEmail: ASSISTANT,
    dryRun: false,
    ...options,
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function absences(): Promise<string[]> {
  const rows = await testDb().absence.findMany({ orderBy: [{ startOn: "asc" }, { startMinute: "asc" }] });
  const two = (minute: number | null) => (minute === null ? "" : ` ${minute / 60}`);
  return rows.map(
    (row) =>
      `${row.status} ${row.startOn.toISOString().slice(0, 10)} ${row.startPart}–${row.endOn.toISOString().slice(0, 10)} ${row.endPart}${two(row.startMinute)}${two(row.endMinute)}`,
  );
}

describe("importing a calendar file", () => {
  it("makes whole days, halves over days and hours on the pool's clock", async () => {
    const report = await load(
      makeFile(
        makeEvent(DAYS),
        makeEvent(
          ["DTSTART;TZID=Europe/London:20260831T083000", "DTEND;TZID=Europe/London:20260831T100000"],
          "two",
        ),
        makeEvent(["DTSTART:20260901T110000Z", "DTEND:20260902T090000Z"], "three"),
        makeEvent(["DTSTART:20260903T000000", "DURATION:P1D"], "four"),
      ),
    );
    expect(report).toMatchObject({ applied: true, events: 4, created: 4, faultCount: 0 });
    expect(await absences()).toEqual([
      "approved 2026-08-24 am–2026-08-28 pm",
      "approved 2026-08-31 am–2026-08-31 am 9.5 11",
      "approved 2026-09-01 pm–2026-09-02 am",
      "approved 2026-09-03 am–2026-09-03 pm",
    ]);
  });

  it("reads a zone the file itself describes, and refuses one nobody knows", async () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:W. Europe Standard Time",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010101T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ].join("\r\n");
    const times = (name: string) =>
      makeEvent([`DTSTART;TZID=${name}:20260824T090000`, `DTEND;TZID=${name}:20260824T103000`]);
    await load(makeFile(zone, times("W. Europe Standard Time")));
    expect(await absences()).toEqual(["approved 2026-08-24 am–2026-08-24 am 9 10.5"]);
    expect((await load(makeFile(times("Middle-earth")))).faults).toMatchObject([
      { event: 1, code: "unknown_zone", values: { zone: "Middle-earth" } },
    ]);
  });

  it("changes nothing the second time, follows an event that moves, and cancels one that is cancelled", async () => {
    await load(makeFile(makeEvent(DAYS)));
    expect(await load(makeFile(makeEvent(DAYS)))).toMatchObject({ created: 0, unchanged: 1 });
    const moved = ["SEQUENCE:2", "DTSTART;VALUE=DATE:20260825", "DTEND;VALUE=DATE:20260827"];
    expect(await load(makeFile(makeEvent(moved)))).toMatchObject({ updated: 1 });
    expect(await absences()).toEqual(["approved 2026-08-25 am–2026-08-26 pm"]);
    expect(await load(makeFile(makeEvent(DAYS)))).toMatchObject({ updated: 0, unchanged: 1 });
    const cover = await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId: (await testDb().absence.findFirstOrThrow()).id,
      startOn: new Date("2026-08-25"),
      endOn: new Date("2026-08-25"),
    });
    const gone = [...moved.slice(1), "SEQUENCE:3", "STATUS:CANCELLED"];
    expect(await load(makeFile(makeEvent(gone)))).toMatchObject({ cancelled: 1 });
    expect(await absences()).toEqual(["cancelled 2026-08-25 am–2026-08-26 pm"]);
    const { status } = await testDb().coverageAssignment.findUniqueOrThrow({ where: { id: cover.id } });
    expect(status).toBe("released");
    expect(await load(makeFile(makeEvent(gone)))).toMatchObject({ cancelled: 0, unchanged: 1 });
  });

  it("expands a series, leaves out what is excluded, and takes a moved occurrence by itself", async () => {
    const series = ["DTSTART;VALUE=DATE:20260821", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20260904"];
    const moved = ["RECURRENCE-ID;VALUE=DATE:20260828", "DTSTART;VALUE=DATE:20260827"];
    expect(await load(makeFile(makeEvent(series), makeEvent(moved)))).toMatchObject({ created: 3 });
    expect((await absences()).map((line) => line.slice(9, 19))).toEqual([
      "2026-08-21",
      "2026-08-27",
      "2026-09-11",
    ]);
    expect(await load(makeFile(makeEvent(series), makeEvent(moved)))).toMatchObject({
      created: 0,
      unchanged: 3,
    });
    const endless = ["DTSTART;VALUE=DATE:20260821", "RRULE:FREQ=DAILY"];
    expect((await load(makeFile(makeEvent(endless, "daily")))).faults).toMatchObject([
      { code: "recurs_too_often" },
    ]);
  });

  it("finds people by attendee or organizer, of one's own pools only", async () => {
    const named = [...DAYS, "ORGANIZER:mailto:Colleague@office.example"];
    await load(makeFile(makeEvent(named)), { assistantEmail: undefined });
    expect((await testDb().absence.findFirstOrThrow()).assistantId).toBe(office.ids.colleagueId);
    const ctx = await asManagerOf(office.otherManager.userId);
    const answer = await importCalendar(ctx, {
      content: makeFile(makeEvent(named)),
      type: "vacation",
      status: "approved",
      dryRun: false,
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { applied: false, faults: [{ code: "unknown_assistant" }] },
    });
  });

  it("frees the assistant of covers they hold inside it", async () => {
    await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.assistantId,
      startOn: new Date("2026-08-24"),
      endOn: new Date("2026-08-24"),
    });
    const event = makeFile(makeEvent(DAYS));
    expect(await load(event)).toMatchObject({ applied: false, faults: [{ code: "gaps_not_accepted" }] });
    expect(await load(event, { type: "sick" })).toMatchObject({ applied: true });
    expect(await testDb().coverageAssignment.count({ where: { status: "released" } })).toBe(1);
  });

  it("writes nothing in a dry run, nor when anything is at fault", async () => {
    expect(await load(makeFile(makeEvent(DAYS)), { dryRun: true })).toMatchObject({
      applied: false,
      created: 1,
    });
    const clash = makeEvent(["DTSTART;VALUE=DATE:20260828", "DTEND;VALUE=DATE:20260830"], "two");
    const report = await load(
      makeFile(makeEvent(DAYS), clash, makeEvent(DAYS, "three@x").replace("UID:three@x", "UID:")),
    );
    expect(report.faults).toMatchObject([
      { event: 2, code: "overlaps_event", values: { other: 1 } },
      { event: 3, code: "no_uid" },
    ]);
    expect(await absences()).toEqual([]);
  });

  it.each([
    ["hello", "not_a_calendar"],
    ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "not_a_calendar"],
    [`BEGIN:VCALENDAR\r\n${"x".repeat(6 * 1024 * 1024)}`, "too_large"],
    [makeFile(makeEvent()), "no_start"],
    [makeFile(makeEvent(["DTSTART:20260825T100000", "DTEND:20260825T090000"])), "ends_before_start"],
    [makeFile(makeEvent(["DTSTART;VALUE=DATE:19260825"])), "outside_years"],
    [makeFile(makeEvent([...DAYS, "RRULE:FREQ=YEARLY;BYDAY=20MO"])), "recurs_oddly"],
    [makeFile(makeEvent([...DAYS, "RRULE:FREQ=SECONDLY"])), "recurs_oddly"],
    [makeFile(makeEvent([...DAYS, "RRULE:FREQ=YEARLY;BYWEEKNO=53"])), "recurs_oddly"],
    [makeFile(makeEvent(DAYS), makeEvent(DAYS)), "same_event_twice"],
    [makeFile(...Array.from({ length: 2_001 }, (_, i) => makeEvent(DAYS, `e${i}`))), "too_many_events"],
  ])("says what is wrong: %#", async (content, code) => {
    expect((await load(content)).faults.map((fault) => fault.code)).toContain(code);
    expect(await absences()).toEqual([]);
  });

  it("names what clashes in the office, and refuses leave of one's own", async () => {
    await load(makeFile(makeEvent(DAYS)));
    const other = await load(makeFile(makeEvent(DAYS, "another")));
    expect(other.faults).toMatchObject([{ code: "overlaps_absence", values: { from: "2026-08-24" } }]);
    await testDb().poolManager.create({ data: { poolId: office.ids.pool, userId: office.colleague.userId } });
    const ctx = await asManagerOf(office.colleague.userId);
    const own = await importCalendar(ctx, {
      content: makeFile(makeEvent(DAYS)),
      type: "vacation",
      status: "approved",
      assistantEmail: "colleague@office.example",
      dryRun: true,
    });
    expect(own).toMatchObject({ ok: true, value: { faults: [{ code: "own_absence" }] } });
  });
});
