import { beforeEach, describe, expect, it } from "vitest";
import { DecideAbsenceInput, EndAbsenceInput, ReportSicknessInput } from "@/lib/absences/requests/schema";
import { cancelAbsence, requestAbsence } from "@/lib/absences/requests/service";
import { endAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import { getBoard } from "@/lib/coverage/board/queries";
import { BoardInput } from "@/lib/coverage/board/schema";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { readAbsenceContext, requireLedAbsence } from "@/lib/coverage/leave-cover/queries-context";
import { planAbsence } from "@/lib/coverage/leave-cover/queries-plan";
import { ApproveWithCoverInput, CoverAbsenceInput } from "@/lib/coverage/leave-cover/schema";
import { approveAbsenceWithCover, coverAbsence } from "@/lib/coverage/leave-cover/service";
import { NotFoundError } from "@/lib/errors";
import { opensNothing } from "@/tests/support/factories/absences";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRequest } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";
import { absenceStatusOf, liveCovers, noticesOf } from "../support/records";

const asRead = (id: string) => current("absences", id);

let office: CoverageOffice;

/** Ben, who supports Bo and covers for nobody yet, asks for three days of the week after Ana's. */
const DAYS = { from: "2026-08-24", to: "2026-08-26" } as const;
const FRIDAY_BEFORE = new Date("2026-08-21T07:00:00Z");
const WHOLE = { ...DAYS, fromPart: "am", toPart: "pm" } as const;

beforeEach(async () => {
  office = await createCoverageOffice();
});

type Name = "ana" | "ben" | "cia" | "dan";

async function asked(who: Name, days: Record<string, unknown> = DAYS): Promise<string> {
  const ctx = await asAssistantOf(office.userIds[who] ?? "");
  const answer = await requestAbsence(ctx, makeRequest(days), opensNothing);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function planFor(id: string, ctx = office.manager) {
  const scene = await readAbsenceContext(ctx, await requireLedAbsence(ctx, id));
  if (!scene) throw new Error("nothing to plan");
  return planAbsence(scene);
}

async function approve(id: string, more: Record<string, unknown> = {}, ctx = office.manager) {
  return approveAbsenceWithCover(ctx, ApproveWithCoverInput.parse({ ...(await asRead(id)), ...more }));
}

function namesOf(gaps: readonly { executiveId: string; on: string; part: string }[]) {
  return gaps.map(({ executiveId, on, part }) => ({ executiveId, on, part }));
}

async function approveLeavingOpen(id: string): Promise<void> {
  const refused = await approve(id, { covers: [] });
  if (refused.ok) throw new Error("nothing stays open");
  const answer = await approve(id, { covers: [], acceptedGaps: refused.details?.gaps });
  if (!answer.ok) throw new Error(answer.reason);
}

async function versionOf(id: string): Promise<number> {
  return (await testDb().absence.findUniqueOrThrow({ where: { id } })).version;
}

async function boardOf(days: { from: string; to: string }) {
  return getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...days }));
}

describe("approving leave with its cover", () => {
  it("confirms the plan's cover in the same step and tells those concerned", async () => {
    const id = await asked("ben");
    const plan = await planFor(id);
    expect(plan.gaps).toEqual([]);
    const answer = await approve(id, { covers: plan.covers });
    expect(answer).toMatchObject({ ok: true, value: { acceptedGaps: 0, covers: plan.covers.length } });
    expect(await absenceStatusOf(id)).toBe("approved");
    const bo = (await boardOf(DAYS)).executives.find((row) => row.id === office.ids.bo);
    expect(bo?.slots.map((slot) => slot.status)).toEqual(Array(6).fill("cover"));
    expect((await liveCovers(["offered", "confirmed"])).every((cover) => cover.absenceId === id)).toBe(true);
    expect(await noticesOf(office.userIds.bo)).toContain("support_changed");
    expect(await noticesOf(office.userIds.ben)).toEqual(["absence_decided"]);
  });

  it("takes the plan's own choice when no covers are named", async () => {
    const id = await asked("ben");
    expect(await approve(id)).toMatchObject({ ok: true, value: { acceptedGaps: 0 } });
    expect((await liveCovers(["offered", "confirmed"])).length).toBeGreaterThan(0);
  });

  it("refuses what stays open until exactly that is named, and records who accepted it", async () => {
    const id = await asked("ben");
    const refused = await approve(id, { covers: [] });
    expect(refused).toMatchObject({ ok: false, reason: "gaps_not_accepted", details: { count: 6 } });
    expect(await absenceStatusOf(id)).toBe("requested");
    if (refused.ok) return;
    const gaps = refused.details?.gaps as { executiveId: string; on: string; part: string }[];
    const five = await approve(id, { covers: [], acceptedGaps: gaps.slice(1) });
    expect(five).toMatchObject({ ok: false, reason: "gaps_not_accepted" });
    const other = [...gaps, { ...gaps[0], executiveId: office.ids.zoe }];
    expect(await approve(id, { covers: [], acceptedGaps: other })).toMatchObject({ ok: false });
    expect(await approve(id, { covers: [], acceptedGaps: gaps })).toMatchObject({
      ok: true,
      value: { covers: 0, acceptedGaps: 6, changeId: null },
    });
    const bo = (await boardOf(DAYS)).executives.find((row) => row.id === office.ids.bo);
    expect(bo?.slots[0]).toMatchObject({ status: "gap", acceptedBy: "Lena Lead" });
    expect(await noticesOf(office.userIds.bo)).toEqual(["support_changed"]);
  });

  it("takes the accepted gaps along when the leave is cancelled, so that a new gap is nobody's decision", async () => {
    const id = await asked("ben");
    await approveLeavingOpen(id);
    expect(await testDb().acceptedGap.count({ where: { absenceId: id } })).toBe(6);
    await cancelAbsence(office.manager, DecideAbsenceInput.parse({ id, version: await versionOf(id) }));
    expect(await testDb().acceptedGap.count()).toBe(0);
    await reportSickness(
      await asAssistantOf(office.userIds.ben ?? "", FRIDAY_BEFORE),
      ReportSicknessInput.parse({ from: DAYS.from, to: DAYS.from }),
      opensNothing,
    );
    const bo = (await boardOf(DAYS)).executives.find((row) => row.id === office.ids.bo);
    expect(bo?.slots[0]).toMatchObject({ status: "gap", acceptedBy: null });
  });

  it("keeps the accepted gaps of the days that are left when the leave is shortened", async () => {
    const id = await asked("ben");
    await approveLeavingOpen(id);
    const version = await versionOf(id);
    await endAbsence(office.manager, EndAbsenceInput.parse({ id, version, to: DAYS.from, toPart: "am" }));
    const left = await testDb().acceptedGap.findMany({ where: { absenceId: id } });
    expect(left.map(({ on, part }) => [on.toISOString().slice(0, 10), part])).toEqual([[DAYS.from, "am"]]);
  });

  it("passes the accepted gaps on to sickness in the middle of leave, and to the leave after it", async () => {
    const id = await asked("ben");
    await approveLeavingOpen(id);
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
    const sick = await reportSickness(
      await asAssistantOf(office.userIds.ben ?? "", FRIDAY_BEFORE),
      ReportSicknessInput.parse({ from: "2026-08-25", to: "2026-08-25" }),
      opensNothing,
    );
    if (!sick.ok) throw new Error(sick.reason);
    const gaps = await testDb().acceptedGap.findMany({ orderBy: [{ on: "asc" }, { part: "asc" }] });
    const [first, , ill, , later] = gaps.map((gap) => gap.absenceId);
    expect([first, ill]).toEqual([id, sick.value.id]);
    expect(later).not.toBe(id);
    expect(later).not.toBe(ill);
    expect(gaps).toHaveLength(6);
  });

  it("names the gaps of a part of the stretch that the covers leave open", async () => {
    const id = await asked("ben");
    const cover = {
      executiveId: office.ids.bo,
      assistantId: office.ids.cia,
      from: DAYS.from,
      fromPart: "am",
      to: DAYS.from,
      toPart: "pm",
    };
    const answer = await approve(id, { covers: [cover] });
    expect(answer).toMatchObject({ ok: false, reason: "gaps_not_accepted", details: { count: 4 } });
  });

  it("needs nothing for leave that opens nothing", async () => {
    const id = await asked("dan");
    expect(await approve(id)).toMatchObject({
      ok: true,
      value: { covers: 0, acceptedGaps: 0, changeId: null },
    });
  });

  it("opens what the absent person covers for somebody else, and closes that too", async () => {
    await testDb().coverageAssignment.create({
      data: {
        executiveId: office.ids.yngve,
        assistantId: office.ids.ben,
        startOn: new Date(WEEK.from),
        startPart: "am",
        endOn: new Date(WEEK.to),
        endPart: "pm",
        status: "confirmed",
      },
    });
    const id = await asked("ben", { from: "2026-08-18", to: "2026-08-18" });
    const plan = await planFor(id);
    const executives = new Set([...plan.covers, ...plan.gaps].map((one) => one.executiveId));
    expect(executives).toEqual(new Set([office.ids.bo, office.ids.yngve]));
    const answer = await approve(id, { covers: plan.covers, acceptedGaps: namesOf(plan.gaps) });
    expect(answer).toMatchObject({ ok: true });
    const yngve = (await boardOf(WEEK)).executives.find((row) => row.id === office.ids.yngve);
    expect(yngve?.slots.filter((slot) => slot.assistantId === office.ids.ben)).toHaveLength(8);
  });

  it("is outdated when a cover is no longer free, and changes nothing", async () => {
    const id = await asked("ben");
    const plan = await planFor(id);
    const coverId = plan.covers[0]?.assistantId;
    const name = (Object.keys(office.ids) as Name[]).find((key) => office.ids[key] === coverId) ?? "ana";
    const ill = await asAssistantOf(office.userIds[name] ?? "", FRIDAY_BEFORE);
    await requestAbsence(ill, makeRequest({ ...DAYS, type: "sick" }), opensNothing);
    expect(await approve(id, { covers: plan.covers })).toMatchObject({ ok: false, reason: "plan_outdated" });
    expect(await absenceStatusOf(id)).toBe("requested");
    expect(await liveCovers(["offered", "confirmed"])).toEqual([]);
  });

  it("takes nobody the rules leave out, and nobody twice for the same half-day", async () => {
    const id = await asked("ben");
    const stretch = {
      executiveId: office.ids.bo,
      from: DAYS.from,
      fromPart: "am",
      to: DAYS.to,
      toPart: "pm",
    };
    const dan = await approve(id, { covers: [{ ...stretch, assistantId: office.ids.dan }] });
    expect(dan).toMatchObject({ ok: false, reason: "plan_outdated" });
    const ana = { ...stretch, assistantId: office.ids.ana };
    expect(await approve(id, { covers: [ana, ana] })).toMatchObject({ ok: false, reason: "plan_outdated" });
  });

  it("is decided once when two managers approve at the same moment", async () => {
    const id = await asked("ben");
    const second = await testDb().user.create({ data: { email: "second@x.example", name: "Sara Second" } });
    await testDb().poolManager.create({ data: { poolId: office.poolId, userId: second.id } });
    const answers = await Promise.all([approve(id), approve(id, {}, await asManagerOf(second.id))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "not_possible_now" });
    const bo = (await boardOf(DAYS)).executives.find((row) => row.id === office.ids.bo);
    expect(bo?.slots.every((slot) => slot.status === "cover")).toBe(true);
  });

  it("never leaves a cover inside an absence when the cover goes ill at the same moment", async () => {
    const id = await asked("ben");
    const ill = await asAssistantOf(office.userIds.cia ?? "", FRIDAY_BEFORE);
    const cover = { executiveId: office.ids.bo, assistantId: office.ids.cia, ...WHOLE };
    const [approved, reported] = await Promise.all([
      approve(id, { covers: [cover] }),
      requestAbsence(ill, makeRequest({ ...DAYS, type: "sick" }), opensNothing),
    ]);
    expect(reported.ok).toBe(true);
    if (!approved.ok) expect(approved.reason).toBe("plan_outdated");
    expect(await absenceStatusOf(id)).toBe(approved.ok ? "approved" : "requested");
    expect(
      (await liveCovers(["offered", "confirmed"])).filter((held) => held.assistantId === office.ids.cia),
    ).toEqual([]);
  });

  it("can be taken back as far as the cover goes, by undo", async () => {
    const id = await asked("ben");
    const answer = await approve(id);
    if (!answer.ok || !answer.value.changeId) throw new Error("not covered");
    expect(await undoChange(office.manager, { id: answer.value.changeId })).toMatchObject({ ok: true });
    expect(await liveCovers(["offered", "confirmed"])).toEqual([]);
    expect(await absenceStatusOf(id)).toBe("approved");
    expect(await coverAbsence(office.manager, CoverAbsenceInput.parse(await asRead(id)))).toMatchObject({
      ok: true,
    });
    expect((await liveCovers(["offered", "confirmed"])).length).toBeGreaterThan(0);
  });

  it("is not for the manager of another pool, nor for one's own leave", async () => {
    const id = await asked("ben");
    const stranger = await testDb().user.create({ data: { email: "other@x.example", name: "Other" } });
    await testDb().pool.create({
      data: {
        name: "South",
        timeZone: "UTC",
        holidayRegion: "SE",
        managers: { create: { userId: stranger.id } },
      },
    });
    await expect(approve(id, {}, await asManagerOf(stranger.id))).rejects.toThrow(NotFoundError);
    await testDb().poolManager.create({ data: { poolId: office.poolId, userId: office.userIds.ben ?? "" } });
    const own = await asManagerOf(office.userIds.ben ?? "");
    expect(await approve(id, {}, own)).toMatchObject({ ok: false, reason: "own_absence" });
  });
});

describe("covering an absence that stands", () => {
  it("closes what sickness opened, and refuses what is not approved", async () => {
    const id = await asked("ben", { from: "2026-08-17", to: "2026-08-18", type: "sick" });
    const plan = await planFor(id);
    const cover = async (covers: unknown, acceptedGaps: unknown) =>
      coverAbsence(office.manager, CoverAbsenceInput.parse({ ...(await asRead(id)), covers, acceptedGaps }));
    expect(await cover(plan.covers, namesOf(plan.gaps))).toMatchObject({ ok: true });
    expect((await planFor(id)).covers).toEqual([]);
    const waiting = await asked("cia", DAYS);
    const input = CoverAbsenceInput.parse(await asRead(waiting));
    expect(await coverAbsence(office.manager, input)).toMatchObject({
      ok: false,
      reason: "not_possible_now",
    });
  });
});
