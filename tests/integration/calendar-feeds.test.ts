import ICAL from "ical.js";
import ical from "node-ical";
import { beforeEach, describe, expect, it } from "vitest";
import { readFeed } from "@/lib/calendars/queries-feeds";
import { listFeeds, makeFeed, removeFeed } from "@/lib/calendars/service";
import { NotFoundError } from "@/lib/errors";
import { asAssistantOf, asExecutiveOf, asManagerOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { createLeaveOffice } from "../support/offices/leave";

type Office = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: Office;

beforeEach(async () => {
  office = await createLeaveOffice();
});

async function tokenOf(kind: "assistant" | "executive" | "pool", userId: string): Promise<string> {
  const poolId = kind === "pool" ? office.ids.pool : undefined;
  const ctx =
    kind === "executive"
      ? await asExecutiveOf(userId)
      : kind === "assistant"
        ? await asAssistantOf(userId)
        : await asManagerOf(userId);
  const answer = await makeFeed(ctx, { kind, ...(poolId && { poolId }) });
  if (!answer.ok) throw new Error("refused");
  return answer.value.token;
}

async function read(token: string, now = MONDAY_MORNING): Promise<string> {
  const answer = await readFeed({ db: testDb(), now }, token);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.ics;
}

function eventsOf(ics: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent");
}

function linesOf(ics: string, like: RegExp): string[] {
  return eventsOf(ics)
    .map((event) => {
      const get = (name: string) => String(event.getFirstPropertyValue(name));
      return `${get("summary")} ${get("dtstart")}–${get("dtend")} ${get("status")} ${get("sequence")}`;
    })
    .filter((line) => like.test(line))
    .sort();
}

function away(overrides: Record<string, unknown> = {}) {
  return testDb().absence.create({
    data: {
      assistantId: office.ids.assistantId,
      leaveTypeId: "sick",
      startOn: new Date("2026-08-19"),
      endOn: new Date("2026-08-20"),
      status: "approved",
      note: "a secret word",
      ...overrides,
    },
  });
}

describe("a pool's calendar", () => {
  it("says who is away, never why, in whole days, halves and hours", async () => {
    await away();
    await away({
      startOn: new Date("2026-08-21"),
      endOn: new Date("2026-08-21"),
      startPart: "pm",
      leaveTypeId: "vacation",
    });
    await away({
      startOn: new Date("2026-10-26"),
      endOn: new Date("2026-10-26"),
      endPart: "am",
      startMinute: 570,
      endMinute: 690,
    });
    await away({ startOn: new Date("2026-09-01"), endOn: new Date("2026-09-01"), status: "requested" });
    const ics = await read(await tokenOf("pool", office.manager.userId));
    expect(linesOf(ics, /./)).toEqual([
      "Person assistant: away 2026-08-19–2026-08-21 CONFIRMED 0",
      "Person assistant: away 2026-08-21T13:00:00–2026-08-21T17:00:00 CONFIRMED 0",
      "Person assistant: away 2026-10-26T09:30:00–2026-10-26T11:30:00 CONFIRMED 0",
    ]);
    expect(ics).not.toMatch(/sick|vacation|annual|secret/i);
  });

  it("is read alike by two parsers, on both sides of a clock change", async () => {
    await away({ startOn: new Date("2026-10-23"), endOn: new Date("2026-10-23"), startPart: "pm" });
    await away({ startOn: new Date("2026-10-26"), endOn: new Date("2026-10-26"), endPart: "am" });
    await away({ startOn: new Date("2026-12-24"), endOn: new Date("2026-12-25") });
    const ics = await read(await tokenOf("pool", office.manager.userId));
    const calendar = new ICAL.Component(ICAL.parse(ics));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") as ICAL.Component);
    const mine = calendar.getAllSubcomponents("vevent").map((component) => {
      const start = component.getFirstPropertyValue("dtstart") as ICAL.Time;
      if (start.isDate) return start.toString();
      start.zone = zone;
      return start.toJSDate().toISOString();
    });
    const theirs = Object.values(ical.sync.parseICS(ics)).flatMap((event) =>
      event?.type === "VEVENT"
        ? [
            event.datetype === "date"
              ? `${event.start.getFullYear()}-${event.start.getMonth() + 1}-${event.start.getDate()}`
              : event.start.toISOString(),
          ]
        : [],
    );
    const expected = ["2026-10-23T11:00:00.000Z", "2026-10-26T07:00:00.000Z", "2026-12-24"];
    expect(mine.sort()).toEqual(expected);
    expect(theirs.sort()).toEqual(expected);
  });

  it("keeps the UID over a change, raises the sequence, and cancels what is no more", async () => {
    const { id } = await away();
    const token = await tokenOf("pool", office.manager.userId);
    const first = await read(token);
    expect(await read(token)).toBe(first);
    await testDb().absence.update({ where: { id }, data: { endOn: new Date("2026-08-21") } });
    const second = await read(token);
    expect(linesOf(second, /./)).toEqual(["Person assistant: away 2026-08-19–2026-08-22 CONFIRMED 1"]);
    await testDb().absence.update({ where: { id }, data: { status: "cancelled" } });
    const third = await read(token);
    expect(linesOf(third, /./)).toEqual([
      "Cancelled: Person assistant: away 2026-08-19–2026-08-22 CANCELLED 2",
    ]);
    expect(third).toContain("TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE");
    const uids = [first, second, third].map((ics) => eventsOf(ics)[0]?.getFirstPropertyValue("uid"));
    expect(new Set(uids).size).toBe(1);
  });

  it("is folded at 75 octets and escaped", async () => {
    await testDb().user.update({
      where: { id: office.assistant.userId },
      data: { name: `Åsa, "Å"; \\ ${"Öberg-Lindström ".repeat(6)}` },
    });
    await away();
    const ics = await read(await tokenOf("pool", office.manager.userId));
    for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics).toContain("\\, ");
    expect(String(eventsOf(ics)[0]?.getFirstPropertyValue("summary"))).toContain('Åsa, "Å"; \\ Öberg');
  });

  it("is for its managers and its assistants only", async () => {
    const pool = { kind: "pool" as const, poolId: office.ids.pool };
    await expect(makeFeed(await asManagerOf(office.otherManager.userId), pool)).rejects.toThrow(
      NotFoundError,
    );
    await expect(makeFeed(await asExecutiveOf(office.executive.userId), pool)).rejects.toThrow(NotFoundError);
    expect((await makeFeed(await asAssistantOf(office.colleague.userId), pool)).ok).toBe(true);
  });
});

describe("an assistant's calendar", () => {
  it("has hours, cover with for whom, and own absence", async () => {
    const { id: absenceId } = await away({ startPart: "pm" });
    await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId,
      startOn: new Date("2026-08-20"),
      endOn: new Date("2026-08-20"),
    });
    const own = await read(await tokenOf("assistant", office.assistant.userId));
    expect(linesOf(own, /2026-08-(18|19|20|21)T?/)).toEqual([
      "At work 2026-08-18T08:00:00–2026-08-18T17:00:00 CONFIRMED 0",
      "At work 2026-08-19T08:00:00–2026-08-19T12:00:00 CONFIRMED 0",
      "At work 2026-08-21T08:00:00–2026-08-21T17:00:00 CONFIRMED 0",
      "Away 2026-08-19T13:00:00–2026-08-20T17:00:00 CONFIRMED 0",
    ]);
    const theirs = await read(await tokenOf("assistant", office.colleague.userId));
    expect(linesOf(theirs, /^Cover.*2026-08-2/)).toEqual([
      "Cover: Person executive (for Person assistant) 2026-08-20–2026-08-21 CONFIRMED 0",
    ]);
  });
});

describe("an executive's calendar", () => {
  it("says who supports, merged into stretches, and what changes when somebody falls ill", async () => {
    const token = await tokenOf("executive", office.executive.userId);
    expect(linesOf(await read(token), /2026-08-17/)).toEqual([
      "Support: Person assistant 2026-08-17–2026-08-22 CONFIRMED 0",
    ]);
    const { id: absenceId } = await away({ endOn: new Date("2026-08-19") });
    await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId,
      startOn: new Date("2026-08-19"),
      endOn: new Date("2026-08-19"),
    });
    const ics = await read(token);
    expect(linesOf(ics, /2026-08-(17|19|20)–/)).toEqual([
      "Support: Person assistant 2026-08-17–2026-08-19 CONFIRMED 1",
      "Support: Person assistant 2026-08-20–2026-08-22 CONFIRMED 0",
      "Support: Person colleague (cover) 2026-08-19–2026-08-20 CONFIRMED 0",
    ]);
    expect(ics).not.toMatch(/sick|away/i);
  });
});

describe("a secret address", () => {
  it("is stored as a hash only, and a new one kills the old", async () => {
    const old = await tokenOf("pool", office.manager.userId);
    expect(JSON.stringify(await testDb().calendarFeed.findMany())).not.toContain(old);
    expect(JSON.stringify(await testDb().auditEvent.findMany(), (_, v) => String(v))).not.toContain(old);
    const fresh = await tokenOf("pool", office.manager.userId);
    await expect(read(old)).rejects.toThrow(NotFoundError);
    expect(await read(fresh)).toContain("BEGIN:VCALENDAR");
  });

  it("opens nothing once the account is shut, the role has ended or it is removed", async () => {
    const token = await tokenOf("assistant", office.assistant.userId);
    const pool = await tokenOf("pool", office.manager.userId);
    await testDb().assistant.update({
      where: { id: office.ids.assistantId },
      data: { leavesOn: new Date("2026-08-16") },
    });
    await expect(read(token)).rejects.toThrow(NotFoundError);
    await testDb().user.update({
      where: { id: office.manager.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    await expect(read(pool)).rejects.toThrow(NotFoundError);
    await expect(read("x".repeat(43))).rejects.toThrow(NotFoundError);
  });

  it("is removed by its owner only", async () => {
    const token = await tokenOf("executive", office.executive.userId);
    const ctx = await asExecutiveOf(office.executive.userId);
    const [feed] = await listFeeds(ctx);
    const id = feed?.id ?? "";
    await expect(removeFeed(await asManagerOf(office.manager.userId), { id })).rejects.toThrow(NotFoundError);
    expect((await removeFeed(ctx, { id })).ok).toBe(true);
    await expect(read(token)).rejects.toThrow(NotFoundError);
  });

  it("is read 60 times an hour and no more", async () => {
    const token = await tokenOf("executive", office.executive.userId);
    const ctx = { db: testDb(), now: MONDAY_MORNING };
    expect((await readFeed(ctx, token)).ok).toBe(true);
    await testDb().rateLimit.updateMany({ where: { key: { startsWith: "feed" } }, data: { points: 59 } });
    expect((await readFeed(ctx, token)).ok).toBe(true);
    expect(await readFeed(ctx, token)).toEqual({ ok: false, reason: "too_many_reads" });
  });

  it("tells two readers at once the same", async () => {
    await away();
    const token = await tokenOf("pool", office.manager.userId);
    const [a, b] = await Promise.all([read(token), read(token)]);
    expect(a).toBe(b);
    expect(await testDb().calendarEvent.count()).toBe(1);
  });
});
