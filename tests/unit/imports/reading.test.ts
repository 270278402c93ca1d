import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { readFiles } from "@/lib/imports/sheets/queries";
import { readCalendar, readSheets } from "@/lib/imports/worker/read";
import { day } from "@/lib/time/day";
import { makeOfficeCsv } from "@/tests/support/office-csv";

const office = makeOfficeCsv({ assistants: 300, executives: 600, absencesPerHundred: 5_000 });
const LIMITS = { ms: 60_000, megabytes: 1_024 };
const CALENDAR = { today: day("2026-08-17"), mostBytes: 1_000_000, mostEvents: 10 };

describe("files that are read in a thread", () => {
  it("are read as they would be here, while this thread stays free", async () => {
    await readSheets({});
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const read = await readSheets(office, LIMITS);
    delay.disable();
    const started = performance.now();
    expect(read).toEqual({ ok: true, value: readFiles(office) });
    const msHere = performance.now() - started;
    expect(delay.max / 1e6).toBeLessThan(msHere);
  });

  it("are refused when they take too long, and the next ones are read", async () => {
    expect(await readSheets(office, { ...LIMITS, ms: 1 })).toMatchObject({ reason: "import_too_large" });
    expect(await readSheets({ assistants: "name\n" })).toMatchObject({ ok: true });
  });

  it("are refused when they take too much memory, and the next ones are read", async () => {
    expect(await readSheets(office, { ...LIMITS, megabytes: 12 })).toMatchObject({
      reason: "import_too_large",
    });
    expect(await readSheets({ assistants: "name\n" })).toMatchObject({ ok: true });
  });

  it("come one after another", async () => {
    const [slow, quick] = [readSheets(office, { ...LIMITS, ms: 1 }), readSheets({ assistants: "name\n" })];
    expect(await Promise.all([slow, quick])).toMatchObject([{ ok: false }, { ok: true }]);
  });

  it("may be a calendar", async () => {
    expect(await readCalendar("BEGIN:VCALENDAR\r\nEND:VCALENDAR", CALENDAR)).toMatchObject({
      ok: true,
      value: { events: [], count: 0 },
    });
    expect(await readCalendar("nonsense", CALENDAR)).toMatchObject({
      value: { faults: [{ code: "not_a_calendar" }] },
    });
  });
});
