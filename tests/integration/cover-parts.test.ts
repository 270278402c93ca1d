import { beforeEach, describe, expect, it } from "vitest";
import { getBoard, listCandidates } from "@/lib/coverage/board/queries";
import { AssignCoverInput, BoardInput, CandidatesInput } from "@/lib/coverage/board/schema";
import { assignCover, releaseCover } from "@/lib/coverage/board/service";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { acceptPlan, proposePlan } from "@/lib/coverage/plans/service";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { day, dayToDate } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { shownPlan } from "@/tests/support/plans";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asExecutiveOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";
import { liveCovers } from "../support/records";

const asRead = (id: string) => current("coverage_plans", id);

type Names = keyof CoverageOffice["ids"];

const TEN_TO_NOON = { startMinute: 600, endMinute: 720 };
let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

async function slotsOf(executive: Names, on: string) {
  const { executives } = await getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...WEEK }));
  const row = executives.find(({ id }) => id === office.ids[executive]);
  return row?.slots.filter((slot) => slot.on === on) ?? [];
}

function assign(executive: Names, assistant: Names, more: Record<string, unknown> = {}) {
  const stretch = { from: WEEK.from, fromPart: "am", to: WEEK.to, toPart: "pm" };
  const who = { executiveId: office.ids[executive], assistantId: office.ids[assistant] };
  return assignCover(office.manager, AssignCoverInput.parse({ ...who, ...stretch, ...more }));
}

function away(assistant: Names, on: string, startMinute: number, endMinute: number) {
  return testDb().absence.create({
    data: {
      assistantId: office.ids[assistant],
      leaveTypeId: "vacation",
      startOn: dayToDate(day(on)),
      startPart: startMinute < 720 ? "am" : "pm",
      endOn: dayToDate(day(on)),
      endPart: endMinute <= 720 ? "am" : "pm",
      startMinute,
      endMinute,
      status: "approved",
    },
  });
}

async function plannedAndAccepted() {
  const proposed = await proposePlan(
    office.manager,
    ProposePlanInput.parse({ poolId: office.poolId, ...WEEK }),
  );
  if (!proposed.ok) throw new Error("not planned");
  const plan = await shownPlan(office.manager, proposed.value.id);
  expect(await acceptPlan(office.manager, await asRead(plan.id))).toMatchObject({ ok: true });
  return plan;
}

describe("an absence of some hours", () => {
  beforeEach(() => away("ben", "2026-08-18", 600, 720));

  it("opens its hours only, in proportion, and leaves the rest to the own assistant", async () => {
    const [am, pm] = await slotsOf("bo", "2026-08-18");
    expect(am).toMatchObject({
      status: "gap",
      ownAssistantId: office.ids.ben,
      pieces: [{ window: TEN_TO_NOON, dutyIds: [], minutes: 45, assistantId: null }],
    });
    expect(pm).toMatchObject({ status: "own", pieces: [] });
  });

  it("is covered for its hours by hand, told with them, seen by everybody, and taken back", async () => {
    const answer = await assign("bo", "cia");
    if (!answer.ok) throw new Error(answer.reason);
    expect(await liveCovers()).toMatchObject([
      { startMinute: 600, endMinute: 720, startPart: "am", endPart: "am" },
    ]);
    const told = await testDb().notification.findMany({ orderBy: { id: "asc" } });
    expect(told.map((notice) => (notice.params as { range: unknown }).range)).toEqual(
      Array(2).fill(expect.objectContaining({ from: "2026-08-18", window: TEN_TO_NOON })),
    );
    const serving = async (at: string) =>
      (await getServingAssistant(office.manager, office.ids.bo, new Date(at)))?.name;
    expect(await serving("2026-08-18T08:30:00Z")).toBe("Cia Cedar");
    expect(await serving("2026-08-18T07:30:00Z")).toBe("Ben Berg");
    const week = isoWeekOf(day(WEEK.from));
    const mine = await getAssistantWeek(await asAssistantOf(office.userIds.ben ?? ""), { week });
    expect(mine.days[1]?.parts[0]).toMatchObject({
      state: "work",
      awayHours: [TEN_TO_NOON],
      executives: [{ executiveId: office.ids.bo, kind: "own", minutes: 45 }],
      coveredByOthers: [{ coveredBy: "Cia Cedar", window: TEN_TO_NOON }],
    });
    const hers = await getAssistantWeek(await asAssistantOf(office.userIds.cia ?? ""), { week });
    expect(hers.days[1]?.parts[0]?.executives.find((executive) => executive.kind === "cover")).toMatchObject({
      coverFor: "Ben Berg",
      window: TEN_TO_NOON,
      minutes: 57,
    });
    const { days } = await getExecutiveSupport(await asExecutiveOf(office.userIds.bo ?? ""), { days: 2 });
    expect(days[1]?.parts[0]).toMatchObject({
      status: "cover",
      ownName: "Ben Berg",
      pieces: [{ assistantName: "Cia Cedar", window: TEN_TO_NOON }],
    });
    expect(await undoChange(office.manager, { id: answer.value.changeId })).toMatchObject({ ok: true });
    expect((await slotsOf("bo", "2026-08-18"))[0]?.status).toBe("gap");
  });

  it("counts beside a second one of the same half-day", async () => {
    await away("ben", "2026-08-18", 480, 540);
    expect((await slotsOf("bo", "2026-08-18"))[0]?.pieces).toMatchObject([
      { window: { startMinute: 480, endMinute: 540 }, minutes: 23 },
      { window: TEN_TO_NOON, minutes: 45 },
    ]);
    expect(await assign("bo", "cia", { from: "2026-08-18", to: "2026-08-18" })).toMatchObject({ ok: true });
    expect((await liveCovers()).map(({ startMinute }) => startMinute)).toEqual([480, 600]);
  });

  it("is one cover over noon", async () => {
    await away("cia", "2026-08-19", 600, 840);
    expect(await assign("zoe", "ben", { to: "2026-08-19" })).toMatchObject({ ok: true });
    expect(await liveCovers()).toMatchObject([
      { startPart: "am", endPart: "pm", startMinute: 600, endMinute: 840 },
    ]);
    expect((await slotsOf("zoe", "2026-08-19")).map((slot) => slot.status)).toEqual(["cover", "cover"]);
  });

  it("keeps its person from whole half-days, and from hours it touches, and from no others", async () => {
    expect(await assign("xenia", "ben", { to: "2026-08-18" })).toMatchObject({
      reason: "cover_away",
      details: { on: "2026-08-18", part: "am" },
    });
    await away("cia", "2026-08-18", 480, 540);
    expect(await assign("zoe", "ben", { to: "2026-08-18" })).toMatchObject({ ok: true });
    await away("cia", "2026-08-18", 660, 720);
    expect(await assign("zoe", "ben", { to: "2026-08-18" })).toMatchObject({
      reason: "cover_away",
      details: { window: { startMinute: 660, endMinute: 720 } },
    });
  });

  it("is planned for its hours, and the plan closes it", async () => {
    const ana = { assistantId: office.ids.ana };
    await testDb().absence.updateMany({ where: ana, data: { status: "cancelled" } });
    const plan = await plannedAndAccepted();
    expect(plan.assignments.find((cover) => cover.executiveId === office.ids.bo)).toMatchObject({
      window: TEN_TO_NOON,
      from: "2026-08-18",
    });
    expect((await slotsOf("bo", "2026-08-18"))[0]).toMatchObject({
      status: "cover",
      pieces: [{ window: TEN_TO_NOON }],
    });
  });
});

describe("duties shared by two", () => {
  beforeEach(async () => {
    const held = { assistantId: office.ids.ben, dutyId: "travel" };
    await testDb().assistantSkill.deleteMany({ where: held });
    await testDb().assistantSkill.deleteMany({
      where: { assistantId: office.ids.cia, dutyId: "calendar" },
    });
  });

  it("are planned where nobody can do all, and nowhere else", async () => {
    await testDb().executive.update({
      where: { id: office.ids.yngve },
      data: { leavesOn: dayToDate(day("2026-08-14")) },
    });
    const plan = await plannedAndAccepted();
    const xenia = plan.assignments.filter((cover) => cover.executiveId === office.ids.xenia);
    expect(xenia).toMatchObject([
      { dutyIds: ["calendar"], assistantId: office.ids.ben, to: "2026-08-20" },
      { dutyIds: ["travel"], assistantId: office.ids.cia, to: "2026-08-20" },
    ]);
    const [monday] = await slotsOf("xenia", "2026-08-17");
    expect(monday).toMatchObject({ status: "cover" });
    expect(monday?.pieces.map((piece) => [piece.dutyIds, piece.assistantId])).toEqual([
      [["calendar"], office.ids.ben],
      [["travel"], office.ids.cia],
    ]);
    expect((await slotsOf("xenia", "2026-08-21"))[0]).toMatchObject({ status: "gap", pieces: [] });
  });

  it("are assigned by hand, and the others stay open until somebody has them", async () => {
    expect(await assign("xenia", "ben", { to: "2026-08-18" })).toMatchObject({ reason: "not_eligible" });
    expect(await assign("xenia", "ben", { dutyIds: ["phones"] })).toMatchObject({ reason: "not_a_duty" });
    expect(await assign("xenia", "ben", { to: "2026-08-18", dutyIds: ["calendar"] })).toMatchObject({
      ok: true,
    });
    expect((await slotsOf("xenia", "2026-08-17"))[0]).toMatchObject({
      status: "gap",
      pieces: [
        { dutyIds: ["calendar"], assistantId: office.ids.ben },
        { dutyIds: ["travel"], assistantId: null },
      ],
    });
    const asked = CandidatesInput.parse({
      executiveId: office.ids.xenia,
      from: "2026-08-17",
      fromPart: "am",
      to: "2026-08-17",
      toPart: "pm",
      dutyIds: ["travel"],
    });
    const candidates = await listCandidates(office.manager, asked);
    expect(candidates.find((one) => one.assistantId === office.ids.cia)).toMatchObject({
      state: "free",
      minutes: 60,
      minutesNeeded: 76,
      familiarityPercent: 125,
    });
    expect(await assign("xenia", "cia", { to: "2026-08-18", dutyIds: ["travel"] })).toMatchObject({
      ok: true,
    });
    expect((await liveCovers()).map((cover) => cover.dutyIds)).toEqual([["calendar"], ["travel"]]);
    expect((await slotsOf("xenia", "2026-08-17"))[0]?.status).toBe("cover");
    const told = await testDb().notification.findMany({
      where: { kind: "cover_assigned" },
      orderBy: { id: "asc" },
    });
    expect(told.map((notice) => (notice.params as { dutyIds?: unknown }).dutyIds)).toEqual([
      ["calendar"],
      ["travel"],
    ]);
  });

  it("are taken back one by one: what another has is left alone", async () => {
    await assign("xenia", "ben", { to: "2026-08-18", dutyIds: ["calendar"] });
    await assign("xenia", "cia", { to: "2026-08-18", dutyIds: ["travel"] });
    const [first] = await liveCovers();
    const released = await releaseCover(office.manager, { id: first?.id ?? "" });
    expect(released).toMatchObject({ ok: true });
    expect((await slotsOf("xenia", "2026-08-17"))[0]).toMatchObject({
      status: "gap",
      pieces: [
        { dutyIds: ["travel"], assistantId: office.ids.cia },
        { dutyIds: ["calendar"], assistantId: null },
      ],
    });
    if (!released.ok) return;
    await undoChange(office.manager, { id: released.value.changeId });
    expect((await slotsOf("xenia", "2026-08-17"))[0]?.status).toBe("cover");
  });

  it("leave a cover of all duties with the others when one is given away", async () => {
    await testDb().assistantSkill.create({
      data: { assistantId: office.ids.ben, dutyId: "travel", proficiency: 4 },
    });
    await assign("xenia", "ben", { to: "2026-08-18" });
    expect(await assign("xenia", "cia", { to: "2026-08-17", dutyIds: ["travel"] })).toMatchObject({
      reason: "already_covered",
    });
    await assign("xenia", "cia", { to: "2026-08-17", dutyIds: ["travel"], replace: true });
    const covers = await liveCovers();
    expect(covers.map((cover) => [cover.startOn.getUTCDate(), cover.dutyIds])).toEqual(
      expect.arrayContaining([
        [17, ["calendar"]],
        [17, ["travel"]],
        [18, []],
      ]),
    );
    expect(covers).toHaveLength(3);
  });
});
