import { beforeEach, describe, expect, it } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { getBoard, listCandidates } from "@/lib/coverage/board/queries";
import { AssignCoverInput, BoardInput, CandidatesInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { AbsenceCardInput, ApproveWithCoverInput } from "@/lib/coverage/leave-cover/schema";
import { approveAbsenceWithCover } from "@/lib/coverage/leave-cover/service";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { acceptPlan, proposePlan } from "@/lib/coverage/plans/service";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { openHandovers } from "@/lib/handovers/service-open";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { opensNothing } from "@/tests/support/factories/absences";
import { shownPlan } from "@/tests/support/plans";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asExecutiveOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRequest } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

type Names = keyof CoverageOffice["ids"];

let office: CoverageOffice;

/** Xenia's calendar is Ana's, who is away all week, and her travel is Ben's. */
beforeEach(async () => {
  office = await createCoverageOffice();
  const { xenia, ana, ben } = office.ids;
  await testDb().supportAssignment.updateMany({
    where: { executiveId: xenia, assistantId: ana },
    data: { dutyIds: ["calendar"] },
  });
  await testDb().supportAssignment.create({
    data: {
      executiveId: xenia,
      assistantId: ben,
      role: "primary",
      dutyIds: ["travel"],
      fromOn: new Date("2026-01-01"),
    },
  });
});

async function slotsOf(executive: Names, on: string) {
  const { executives } = await getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...WEEK }));
  const row = executives.find(({ id }) => id === office.ids[executive]);
  return row?.slots.filter((slot) => slot.on === on) ?? [];
}

function assign(assistant: Names, more: Record<string, unknown> = {}) {
  const stretch = { from: WEEK.from, fromPart: "am", to: WEEK.from, toPart: "pm" };
  const who = { executiveId: office.ids.xenia, assistantId: office.ids[assistant] };
  return assignCover(office.manager, AssignCoverInput.parse({ ...who, ...stretch, ...more }));
}

const covers = () =>
  testDb().coverageAssignment.findMany({
    where: { executiveId: office.ids.xenia, status: "confirmed" },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });

async function fileOf(dutyId: string | null) {
  const xenia = await asExecutiveOf(office.userIds.xenia ?? "");
  const answer = await fileSupportRequest(
    xenia,
    FileSupportRequestInput.parse({ summary: "Please see to this", dutyId }),
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.assignee?.name ?? null;
}

describe("an executive with two primaries of different duties", () => {
  it("shows a gap of the one's duties beside the other who is there", async () => {
    const [am] = await slotsOf("xenia", WEEK.from);
    expect(am).toMatchObject({
      status: "gap",
      own: [{ assistantId: office.ids.ben, dutyIds: ["travel"] }],
      pieces: [{ dutyIds: ["calendar"], minutes: 60, assistantId: null }],
    });
  });

  it("is covered by hand for these duties only, by a stranger or the other primary, and read by everybody", async () => {
    expect((await assign("cia")).ok).toBe(true);
    expect(await covers()).toMatchObject([{ dutyIds: ["calendar"], assistantId: office.ids.cia }]);
    const [am] = await slotsOf("xenia", WEEK.from);
    expect(am).toMatchObject({
      status: "cover",
      own: [{ dutyIds: ["travel"] }],
      pieces: [{ dutyIds: ["calendar"], assistantId: office.ids.cia }],
    });
    const { days } = await getExecutiveSupport(await asExecutiveOf(office.userIds.xenia ?? ""), { days: 1 });
    expect(days[0]?.parts[0]?.pieces).toEqual([
      { window: null, dutyIds: ["travel"], assistantName: "Ben Berg" },
      { window: null, dutyIds: ["calendar"], assistantName: "Cia Cedar" },
    ]);
    const week = isoWeekOf(day(WEEK.from));
    const mine = await getAssistantWeek(await asAssistantOf(office.userIds.ben ?? ""), { week });
    expect(mine.days[0]?.parts[0]?.executives.find((one) => one.name === "Xenia Ek")).toMatchObject({
      kind: "own",
      minutes: 30,
      dutyIds: ["travel"],
    });
    expect((await assign("ben", { replace: true })).ok).toBe(true);
    expect((await slotsOf("xenia", WEEK.from))[0]?.pieces).toMatchObject([
      { dutyIds: ["calendar"], assistantId: office.ids.ben },
    ]);
  });

  it("counts the other primary as familiar among the candidates", async () => {
    const stretch = { from: WEEK.from, fromPart: "am", to: WEEK.from, toPart: "pm" };
    const asked = CandidatesInput.parse({ executiveId: office.ids.xenia, ...stretch });
    const candidates = await listCandidates(office.manager, asked);
    const percentOf = (name: Names) =>
      candidates.find((one) => one.assistantId === office.ids[name])?.familiarityPercent;
    expect([percentOf("ben"), percentOf("cia")]).toEqual([110, 125]);
  });

  it("is planned for the missing duties only, and the plan closes them", async () => {
    const input = ProposePlanInput.parse({ poolId: office.poolId, ...WEEK });
    const proposed = await proposePlan(office.manager, input);
    if (!proposed.ok) throw new Error("not planned");
    const plan = await shownPlan(office.manager, proposed.value.id);
    const planned = plan.assignments.filter((one) => one.executiveId === office.ids.xenia);
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.every((one) => one.dutyIds?.join() === "calendar")).toBe(true);
    expect(await acceptPlan(office.manager, { id: plan.id, version: plan.version })).toMatchObject({
      ok: true,
    });
    const states = (await slotsOf("xenia", WEEK.from)).map((slot) => slot.status);
    expect(states).toEqual(["cover", "cover"]);
  });

  it("makes a cover for each absence when both are away, and a handover of each with its duties", async () => {
    await testDb().absence.create({
      data: {
        assistantId: office.ids.ben,
        leaveTypeId: "vacation",
        startOn: new Date(WEEK.from),
        endOn: new Date(WEEK.from),
        status: "approved",
      },
    });
    expect(await assign("cia", { overrideReason: "both are away" })).toMatchObject({ ok: true });
    const rows = await testDb().coverageAssignment.findMany({
      where: { executiveId: office.ids.xenia, status: "confirmed" },
      include: { absence: true },
    });
    expect(rows.map((row) => [row.dutyIds.join(), row.absence?.assistantId]).sort()).toEqual([
      ["calendar", office.ids.ana],
      ["travel", office.ids.ben],
    ]);
    await openHandovers({ actor: null, db: testDb(), now: MONDAY_MORNING });
    const handovers = await testDb().handover.findMany({ where: { executiveId: office.ids.xenia } });
    expect(handovers.map((one) => [one.dutyIds.join(), one.ownerId, one.coverAssistantId]).sort()).toEqual([
      ["calendar", office.ids.ana, office.ids.cia],
      ["travel", office.ids.ben, office.ids.cia],
    ]);
  });

  it("has leave of one of them approved with cover of that one's duties", async () => {
    const days = { from: "2026-08-24", to: "2026-08-24" };
    const asked = await requestAbsence(
      await asAssistantOf(office.userIds.ben ?? ""),
      makeRequest(days),
      opensNothing,
    );
    if (!asked.ok) throw new Error(asked.reason);
    const { id } = asked.value;
    const card = await requireAbsenceCard(office.manager, AbsenceCardInput.parse({ id }));
    const xenia = card.executives.find((one) => one.executiveId === office.ids.xenia);
    expect(xenia?.runs).toMatchObject([{ state: "planned", dutyIds: ["travel"], halfDays: 2 }]);
    const input = ApproveWithCoverInput.parse({
      ...(await current("absences", id)),
      covers: card.covers,
      acceptedGaps: gapsOf(card.gaps),
    });
    expect(await approveAbsenceWithCover(office.manager, input)).toMatchObject({ ok: true });
    expect(await covers()).toMatchObject([{ dutyIds: ["travel"] }]);
  });

  it("asks leave of one to answer for its own duties, not for those the other leaves open already", async () => {
    await testDb().absence.updateMany({
      where: { assistantId: office.ids.ana },
      data: { endOn: new Date("2026-08-28") },
    });
    await testDb().executive.update({
      where: { id: office.ids.bo },
      data: { leavesOn: new Date("2026-08-21") },
    });
    const days = { from: "2026-08-24", to: "2026-08-24" };
    const asked = await requestAbsence(
      await asAssistantOf(office.userIds.ben ?? ""),
      makeRequest(days),
      opensNothing,
    );
    if (!asked.ok) throw new Error(asked.reason);
    const { id } = asked.value;
    const card = await requireAbsenceCard(office.manager, AbsenceCardInput.parse({ id }));
    const xenia = card.executives.find((one) => one.executiveId === office.ids.xenia);
    expect(xenia?.runs.map((run) => run.dutyIds)).toEqual([["travel"]]);
    const ofXenia = card.covers.filter((one) => one.executiveId === office.ids.xenia);
    expect(ofXenia.map((one) => one.dutyIds)).toEqual([["travel"]]);
    expect(card.gaps.filter((gap) => gap.executiveId === office.ids.xenia)).toEqual([]);
  });
});

function gapsOf(gaps: readonly { executiveId: string; on: string; part: string }[]) {
  return gaps.map(({ executiveId, on, part }) => ({ executiveId, on, part }));
}

describe("a request", () => {
  it("goes to the primary of its duty, to the pool while that one is away, else to the one who is there", async () => {
    expect([await fileOf("travel"), await fileOf("calendar"), await fileOf(null)]).toEqual([
      "Ben Berg",
      null,
      "Ben Berg",
    ]);
  });

  it("goes to the cover of its duty", async () => {
    await assign("cia");
    expect([await fileOf("travel"), await fileOf("calendar")]).toEqual(["Ben Berg", "Cia Cedar"]);
  });
});
