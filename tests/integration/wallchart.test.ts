import { beforeEach, describe, expect, it } from "vitest";
import { getWallchart, getWallchartScreen } from "@/lib/absences/wallchart/queries";
import { wallchartCsv } from "@/lib/absences/wallchart/queries-csv";
import { WallchartInput, type WallchartView } from "@/lib/absences/wallchart/schema";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { asAssistantOf, asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { createLeaveOffice } from "../support/offices/leave";

type Office = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: Office;

beforeEach(async () => {
  office = await createLeaveOffice();
  await away({ leaveTypeId: "sick" });
  await away({ startOn: new Date("2026-08-24"), endOn: new Date("2026-08-24"), status: "requested" });
});

function away(overrides: Record<string, unknown> = {}) {
  return testDb().absence.create({
    data: {
      assistantId: office.ids.assistantId,
      leaveTypeId: "vacation",
      startOn: new Date("2026-08-19"),
      endOn: new Date("2026-08-20"),
      endPart: "am",
      status: "approved",
      ...overrides,
    },
  });
}

async function chart(ctx: Ctx<Manager | Assistant>, asked: Record<string, unknown> = {}) {
  return getWallchart(ctx, WallchartInput.parse({ month: "2026-08", ...asked }));
}

function person(view: WallchartView, id: string) {
  return view.people.find((one) => one.id === id);
}

async function manager() {
  return asManagerOf(office.manager.userId);
}

describe("the wallchart of a manager", () => {
  it("shows types, requests, covers and figures of their own people", async () => {
    await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      startOn: new Date("2026-08-19"),
      endOn: new Date("2026-08-19"),
    });
    const view = await chart(await manager());
    expect(person(view, office.ids.assistantId)).toMatchObject({
      away: [
        [36, 38, "sick", "approved", null, null],
        [46, 46, "vacation", "requested", null, null],
      ],
      daysAway: [1.5],
    });
    expect(person(view, office.ids.colleagueId)?.covers).toContainEqual([
      36,
      37,
      "Person executive",
      null,
      null,
    ]);
    expect(view.awayPerDay?.slice(18, 20)).toEqual([1, 1]);
    expect(view.pools[0]).toMatchObject({ today: "2026-08-17", isManaged: true });
  });

  it("names the days off of the year, and sums by month", async () => {
    const view = await chart(await manager(), { month: undefined, year: 2026 });
    expect(view.pools[0]?.daysOff).toContainEqual({ on: "2026-12-25", name: "Christmas Day" });
    expect(person(view, office.ids.assistantId)?.daysAway).toEqual([0, 0, 0, 0, 0, 0, 0, 1.5, 0, 0, 0, 0]);
  });

  it.each([
    [{ q: "COLLEAGUE" }, ["colleague"]],
    [{ executive: "person exec" }, ["assistant"]],
    [{ type: "sick" }, ["assistant"]],
    [{ seniority: "lead" }, []],
    [{ site: "nowhere" }, []],
  ])("narrows by %o", async (asked, expected) => {
    const view = await chart(await manager(), asked);
    expect(view.people.map((one) => one.name)).toEqual(expected.map((name) => `Person ${name}`));
  });

  it("groups by executive, those without one last", async () => {
    const view = await chart(await manager(), { group: "executive" });
    expect(view.groups.map((group) => group.label)).toEqual(["Person executive", ""]);
  });

  it("is not found for another manager's pool, nor for one's own when asked for by another", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    await expect(chart(other, { poolId: office.ids.pool })).rejects.toThrow(NotFoundError);
    expect((await chart(other)).people).toEqual([]);
  });

  it("has no more of who has left", async () => {
    const { assistantId } = office.ids;
    const leave = (on: string) =>
      testDb().assistant.update({ where: { id: assistantId }, data: { leavesOn: new Date(on) } });
    await leave("2026-08-17");
    expect(person(await chart(await manager()), assistantId)).toBeDefined();
    await leave("2026-08-16");
    expect(person(await chart(await manager()), assistantId)).toBeUndefined();
  });
});

describe("the days of a wallchart", () => {
  it("roll from this week's Monday over six weeks when none are named", async () => {
    const view = await chart(await manager(), { month: undefined });
    expect(view).toMatchObject({ view: "six", from: "2026-08-17", to: "2026-09-27" });
    expect(person(view, office.ids.assistantId)?.away[0]?.slice(0, 2)).toEqual([4, 6]);
  });

  it.each([
    [{ from: "2026-09-03" }, ["six", "2026-08-31", "2026-10-11"]],
    [{ from: "2026-09-03", span: "month" }, ["month", "2026-09-01", "2026-09-30"]],
    [{ from: "2026-09-03", span: "year" }, ["year", "2026-01-01", "2026-12-31"]],
    [{ span: "month" }, ["month", "2026-08-01", "2026-08-31"]],
    [{ month: "2027-02" }, ["month", "2027-02-01", "2027-02-28"]],
    [{ year: 2028 }, ["year", "2028-01-01", "2028-12-31"]],
  ])("are those %o asks for", async (asked, [view, from, to] = []) => {
    expect(await chart(await manager(), { month: undefined, ...asked })).toMatchObject({ view, from, to });
  });

  it("lie within the years that a day may name", () => {
    expect(WallchartInput.safeParse({ from: "2100-12-31" }).success).toBe(false);
    expect(WallchartInput.safeParse({ from: "2000-01-02" }).success).toBe(false);
  });
});

describe("the wallchart as its page opens", () => {
  const screen = async (asked: Record<string, unknown> = {}, rows = 1, most = 40) =>
    getWallchartScreen(
      await manager(),
      { ...WallchartInput.parse(asked), hasCovers: false, day: undefined, rows },
      most,
    );

  it("draws the first rows, and says how many there are", async () => {
    const { first, rowCount, peopleCount } = await screen();
    expect(first.people.map((one) => one.name)).toEqual(["Person assistant"]);
    expect([rowCount, peopleCount, first.awayPerDay]).toEqual([2, 2, null]);
    expect((await screen({}, 2)).first).toEqual(await chart(await manager(), { month: undefined }));
  });

  it("lists who is away today, or on the day asked for", async () => {
    await away({
      assistantId: office.ids.colleagueId,
      startOn: new Date("2026-08-17"),
      endOn: new Date("2026-08-18"),
    });
    const { onDay } = await screen();
    expect(onDay).toMatchObject({ on: "2026-08-17", more: 0 });
    expect(onDay.away.map(({ name, away: spans }) => [name, spans[0]?.slice(0, 3)])).toEqual([
      ["Person colleague", [0, 2, "vacation"]],
    ]);
    expect((await screen({}, 1, 0)).onDay).toMatchObject({ away: [], more: 1 });
  });
});

describe("the wallchart of an assistant", () => {
  it("says of colleagues that they are away, and no more, whatever the address asks", async () => {
    const ctx = await asAssistantOf(office.colleague.userId);
    const view = await chart(ctx);
    expect(person(view, office.ids.assistantId)).toMatchObject({
      away: [[36, 38, null, "approved", null, null]],
      covers: null,
      daysAway: null,
    });
    expect(view.awayPerDay).toBeNull();
    expect((await chart(ctx, { type: "sick" })).people).toEqual([]);
    await expect(chart(ctx, { poolId: office.ids.otherPool })).rejects.toThrow(NotFoundError);
  });

  it("shows the own absences with their type, asked for and approved", async () => {
    const view = await chart(await asAssistantOf(office.assistant.userId));
    expect(person(view, office.ids.assistantId)?.away.map((span) => span[2])).toEqual(["sick", "vacation"]);
  });
});

describe("the wallchart as a file", () => {
  it("hides what the screen hides, and lets no cell be a formula", async () => {
    await testDb().user.update({ where: { id: office.assistant.userId }, data: { name: "=cmd()" } });
    const input = WallchartInput.parse({ month: "2026-08" });
    const own = await wallchartCsv(await manager(), input);
    expect(own).toContain(`"'=cmd()",Stockholm,,sick,approved,2026-08-19,am,2026-08-20,am,,\r\n`);
    const ctx = await manager();
    const swedish = await wallchartCsv({ ...ctx, actor: { ...ctx.actor, locale: "sv" } }, input);
    expect(swedish).toContain(`"'=cmd()";Stockholm;;sick;approved;2026-08-19;am;2026-08-20;am;;\r\n`);
    const theirs = await wallchartCsv(await asAssistantOf(office.colleague.userId), input);
    expect(theirs).toContain(",away,approved,");
    expect(theirs).not.toMatch(/sick|requested/);
  });
});
