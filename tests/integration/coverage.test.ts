import { beforeEach, describe, expect, it } from "vitest";
import { recordAbsence } from "@/lib/absences/requests/service";
import { getBoard, listCandidates } from "@/lib/coverage/board/queries";
import { unpackedLines } from "@/lib/coverage/board/rules-stretches";
import { AssignCoverInput, BoardInput, CandidatesInput } from "@/lib/coverage/board/schema";
import { assignCover, releaseCover } from "@/lib/coverage/board/service";
import { pinCover, undoChange } from "@/lib/coverage/board/service-undo";
import { getProposedPlan } from "@/lib/coverage/plans/queries";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { acceptPlan, discardPlan, proposePlan } from "@/lib/coverage/plans/service";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { NotFoundError } from "@/lib/errors";
import { settleRuns } from "@/lib/runs/service";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { opensNothing } from "@/tests/support/factories/absences";
import { shownPlan } from "@/tests/support/plans";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "../support/contexts";
import { asOwner, testDb } from "../support/database";
import { makeRecord } from "../support/factories/absences";
import {
  type CoverageOffice,
  createCoverageOffice,
  createOtherManager,
  readBoardPage,
  WEEK,
} from "../support/offices/coverage";
import { liveCovers } from "../support/records";

const asRead = (id: string) => current("coverage_plans", id);

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

function board() {
  return getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...WEEK }));
}

function proposed() {
  return getProposedPlan(office.manager, office.poolId, day(WEEK.from), day(WEEK.to));
}

function propose(mode: "repair" | "optimise" = "repair") {
  return proposePlan(office.manager, ProposePlanInput.parse({ poolId: office.poolId, ...WEEK, mode }));
}

async function planned(mode: "repair" | "optimise" = "repair"): Promise<string> {
  const answer = await propose(mode);
  if (!answer.ok) throw new Error("not planned");
  await settleRuns();
  return answer.value.id;
}

type Names = keyof CoverageOffice["ids"];

function assign(
  executive: Names,
  assistant: Names,
  more: Record<string, unknown> = {},
  manager = office.manager,
) {
  const stretch = { from: WEEK.from, fromPart: "am", to: WEEK.to, toPart: "pm" };
  const who = { executiveId: office.ids[executive], assistantId: office.ids[assistant] };
  return assignCover(manager, AssignCoverInput.parse({ ...who, ...stretch, ...more }));
}

describe("the board", () => {
  it("counts a gap for each half-day without the own assistant", async () => {
    const { gaps, executives } = await board();
    expect(gaps).toBe(10 + 10 + 2);
    const zoe = executives.find((row) => row.id === office.ids.zoe);
    expect(zoe?.slots.filter((slot) => slot.status === "gap").map((slot) => slot.on)).toEqual([
      "2026-08-21",
      "2026-08-21",
    ]);
    const { weeks, ...page } = await readBoardPage(office);
    expect(weeks.map((week) => week.open)).toEqual([22, 2, 2, 2, 2, 2]);
    expect(weeks[0]?.days.reduce((sum, count) => sum + count, 0)).toBe(22);
    const line = unpackedLines(page.lines.first).find(({ id }) => id === office.ids.zoe);
    expect(line?.stretches.map(({ first, last, status }) => [first, last, status])).toEqual([
      [0, 7, "own"],
      [8, 9, "gap"],
    ]);
  });

  it("is not found by the manager of another pool", async () => {
    const other = await createOtherManager();
    await expect(getBoard(other, BoardInput.parse({ poolId: office.poolId, ...WEEK }))).rejects.toThrow(
      NotFoundError,
    );
    await expect(assign("xenia", "ben", {}, other)).rejects.toThrow(NotFoundError);
  });
});

describe("a plan", () => {
  it("is proven best, and accepting it leaves exactly what it names open", async () => {
    const id = await planned();
    const plan = await shownPlan(office.manager, id);
    expect(plan.solver.status).toBe("optimal");
    expect(plan.score.uncoveredWeight).toBe(plan.solver.lowerBound?.uncoveredWeight);
    const accepted = await acceptPlan(office.manager, await asRead(id));
    expect(accepted).toMatchObject({ ok: true, value: { acceptedGaps: plan.uncovered.length } });
    expect((await board()).gaps).toBe(plan.uncovered.length);
    expect(await testDb().acceptedGap.count()).toBe(plan.uncovered.length);
  });

  it("says why not the others, by rule, and never names a restriction", async () => {
    await testDb().pairingRestriction.create({
      data: { assistantId: office.ids.ben, executiveId: office.ids.xenia, kind: "hard" },
    });
    const plan = await shownPlan(office.manager, await planned());
    const others = plan.assignments
      .filter((cover) => cover.executiveId === office.ids.xenia)
      .flatMap((c) => c.others);
    const rulesOf = (id: string) => others.find((o) => o.assistantId === id && o.verdict === "ineligible");
    expect(rulesOf(office.ids.ben)).toMatchObject({ rules: [{ rule: "not_available" }] });
    expect(JSON.stringify(plan)).not.toMatch(/restrict|hard|soft/i);
    expect(rulesOf(office.ids.dan)).toMatchObject({
      rules: expect.arrayContaining([{ rule: "skill", dutyId: "calendar", needed: 3, held: 1 }]),
    });
  });

  it("is accepted once, even when two ask at the same moment", async () => {
    const id = await planned();
    const answers = await Promise.all([
      acceptPlan(office.manager, await asRead(id)),
      acceptPlan(office.manager, await asRead(id)),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "plan_not_open" });
  });

  it("is refused when the office has changed since", async () => {
    const id = await planned();
    await recordAbsence(
      office.manager,
      makeRecord(office.ids.ben, { from: "2026-08-19", to: "2026-08-19", status: "approved" }),
      opensNothing,
    );
    expect(await acceptPlan(office.manager, await asRead(id))).toMatchObject({
      ok: false,
      reason: "plan_outdated",
    });
    expect(await liveCovers()).toEqual([]);
  });

  it("steps back for a newer one, and can be put away", async () => {
    const first = await planned();
    const second = await planned();
    expect(await acceptPlan(office.manager, await asRead(first))).toMatchObject({
      ok: false,
      reason: "plan_not_open",
    });
    expect(await discardPlan(office.manager, await asRead(second))).toMatchObject({ ok: true });
    expect(await proposed()).toBeNull();
  });

  it("comes back as a proposal when its acceptance is undone", async () => {
    const id = await planned();
    const accepted = await acceptPlan(office.manager, await asRead(id));
    if (!accepted.ok) throw new Error("not accepted");
    expect(await undoChange(office.manager, { id: accepted.value.changeId })).toMatchObject({ ok: true });
    const after = await board();
    expect(after.gaps).toBe(22);
    expect((await proposed())?.summary.id).toBe(id);
    expect(await undoChange(office.manager, { id: accepted.value.changeId })).toMatchObject({
      reason: "cannot_undo",
    });
  });

  it("leaves pinned cover where it is, whatever it costs", async () => {
    await assign("xenia", "cia", { to: "2026-08-18", pinned: true });
    for (const mode of ["repair", "optimise"] as const) {
      const plan = await shownPlan(office.manager, await planned(mode));
      const first = plan.assignments.find((c) => c.executiveId === office.ids.xenia && c.from === WEEK.from);
      expect(first?.assistantId).toBe(office.ids.cia);
      expect((first?.to ?? "") >= "2026-08-18").toBe(true);
    }
  });
});

describe("who could cover", () => {
  const asked = () =>
    CandidatesInput.parse({
      executiveId: office.ids.xenia,
      from: WEEK.from,
      fromPart: "am",
      to: WEEK.to,
      toPart: "pm",
    });

  it("is said of a restricted pairing in the same words as of any other pairing, hard or soft", async () => {
    const before = await listCandidates(office.manager, asked());
    const pairing = { assistantId: office.ids.ben, executiveId: office.ids.xenia };
    const restriction = await testDb().pairingRestriction.create({ data: { ...pairing, kind: "soft" } });
    expect(await listCandidates(office.manager, asked())).toEqual(before);
    await testDb().pairingRestriction.update({ where: { id: restriction.id }, data: { kind: "hard" } });
    const after = await listCandidates(office.manager, asked());
    const ben = after.find((candidate) => candidate.assistantId === office.ids.ben);
    expect(ben).toMatchObject({ state: "ineligible", freeHalfDays: 0, rules: [{ rule: "not_available" }] });
    expect(JSON.stringify(after)).not.toMatch(/restrict|hard|soft|case/i);
  });

  it("says how much longer whoever does not know the executive needs", async () => {
    const ben = async () =>
      (await listCandidates(office.manager, asked())).find((one) => one.assistantId === office.ids.ben);
    expect(await ben()).toMatchObject({ familiarityPercent: 125, minutes: 900, minutesNeeded: 1130 });
    await testDb().coverageAssignment.create({
      data: {
        executiveId: office.ids.xenia,
        assistantId: office.ids.ben,
        startOn: new Date("2026-06-04"),
        startPart: "pm",
        endOn: new Date("2026-06-10"),
        endPart: "am",
        status: "completed",
      },
    });
    expect(await ben()).toMatchObject({ familiarityPercent: 105 });
  });
});

describe("covering by hand", () => {
  it("covers only the half-days that need it, tells both, and writes it down", async () => {
    expect(await assign("zoe", "ben")).toMatchObject({ ok: true });
    const [cover, ...more] = await liveCovers();
    expect(more).toEqual([]);
    expect(cover).toMatchObject({ startPart: "am", endPart: "pm", assistantId: office.ids.ben });
    expect(cover?.startOn).toEqual(new Date("2026-08-21"));
    const told = await testDb().notification.findMany({ orderBy: { kind: "asc" } });
    expect(told.map((notice) => [notice.kind, notice.userId])).toEqual([
      ["cover_assigned", office.userIds.ben],
      ["support_changed", office.userIds.zoe],
    ]);
    expect(await testDb().auditEvent.count({ where: { action: "cover.assigned" } })).toBe(1);
  });

  it("refuses with the reason", async () => {
    expect(await assign("bo", "cia")).toMatchObject({ reason: "nothing_to_cover" });
    expect(await assign("xenia", "ana")).toMatchObject({ reason: "cover_away" });
    expect(await assign("xenia", "cia")).toMatchObject({
      reason: "cover_not_at_work",
      details: { on: "2026-08-21", part: "am" },
    });
    expect(await assign("xenia", "dan")).toMatchObject({ reason: "not_eligible" });
    expect(await assign("yngve", "cia", { to: "2026-08-20" })).toMatchObject({
      reason: "over_capacity",
      details: { freeMinutes: 120, neededMinutes: 150 },
    });
    await testDb().pairingRestriction.create({
      data: { assistantId: office.ids.ben, executiveId: office.ids.xenia, kind: "hard" },
    });
    expect(await assign("xenia", "ben")).toMatchObject({ reason: "not_available_for_executive" });
    expect(await assign("xenia", "ben", { overrideReason: "I insist" })).toMatchObject({
      reason: "not_available_for_executive",
    });
    expect(await liveCovers()).toEqual([]);
  });

  it("lets a manager override skills and time, and keeps the reason", async () => {
    expect(await assign("xenia", "dan", { overrideReason: "Dan knows her well" })).toMatchObject({
      ok: true,
    });
    const [cover] = await liveCovers();
    expect(cover?.overrideReason).toBe("Dan knows her well");
    expect((await propose()).ok).toBe(true);
  });

  it("replaces a day in the middle of a cover, and undo puts it together again", async () => {
    await assign("xenia", "ben");
    const middle = { from: "2026-08-19", to: "2026-08-19" };
    expect(await assign("xenia", "cia", middle)).toMatchObject({ reason: "already_covered" });
    const replaced = await assign("xenia", "cia", { ...middle, replace: true });
    expect((await liveCovers()).map((cover) => cover.assistantId)).toEqual([
      office.ids.ben,
      office.ids.cia,
      office.ids.ben,
    ]);
    if (!replaced.ok) throw new Error("not replaced");
    await undoChange(office.manager, { id: replaced.value.changeId });
    expect(await liveCovers()).toHaveLength(1);
    expect((await board()).gaps).toBe(12);
  });

  it("says who has just given it to whom, however it is asked for, and to the one who did it only to whom", async () => {
    const eva = await testDb().user.create({ data: { email: "eva@x.example", name: "Eva Hall" } });
    await testDb().poolManager.create({ data: { poolId: office.poolId, userId: eva.id } });
    await assign("zoe", "ben");
    const input = {
      executiveId: office.ids.zoe,
      assistantId: office.ids.ben,
      ...WEEK,
      fromPart: "am",
      toPart: "pm",
    };
    const asked = (more: object) => AssignCoverInput.parse({ ...input, ...more });
    for (const more of [{ openOnly: true }, { assistantId: office.ids.cia }, { replace: true }])
      expect(await assignCover(await asManagerOf(eva.id), asked(more))).toMatchObject({
        reason: "already_covered",
        details: { by: "Lena Lead", recent: "yes", cover: "Ben Berg", slots: [{ on: "2026-08-21" }, {}] },
      });
    const own = await assignCover(office.manager, asked({ openOnly: true }));
    expect(own).toMatchObject({ reason: "already_covered", details: { cover: "Ben Berg" } });
    expect(own).not.toHaveProperty("details.by");
  });

  it("says who has ended a cover before", async () => {
    const eva = await testDb().user.create({ data: { email: "eva@x.example", name: "Eva Hall" } });
    await testDb().poolManager.create({ data: { poolId: office.poolId, userId: eva.id } });
    const given = await assign("zoe", "ben");
    if (!given.ok) throw new Error(given.reason);
    const release = { id: given.value.assignmentIds[0] ?? "" };
    await releaseCover(office.manager, release);
    expect(await releaseCover(await asManagerOf(eva.id), release)).toMatchObject({
      reason: "cover_ended",
      details: { by: "Lena Lead", recent: "yes" },
    });
  });

  it("gives one slot to one of two managers who ask at once", async () => {
    const answers = await Promise.all([assign("xenia", "ben"), assign("xenia", "cia", { to: "2026-08-20" })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "already_covered" });
  });

  it("never fills a person beyond their time, however many ask at once", async () => {
    const answers = await Promise.all([assign("xenia", "ben"), assign("yngve", "ben"), assign("zoe", "ben")]);
    const friday = await testDb().coverageAssignment.count({
      where: { assistantId: office.ids.ben, status: "confirmed", endOn: new Date("2026-08-21") },
    });
    expect(answers.filter((answer) => answer.ok)).toHaveLength(friday);
    expect(friday).toBeLessThanOrEqual(1);
  });

  it("releases a part, pins, unpins, and undoes each", async () => {
    await assign("xenia", "ben");
    const [cover] = await liveCovers();
    const id = cover?.id ?? "";
    const pinned = await pinCover(office.manager, { id, pinned: true });
    expect(pinned).toMatchObject({ ok: true });
    if (pinned.ok && pinned.value.changeId) await undoChange(office.manager, { id: pinned.value.changeId });
    expect((await liveCovers())[0]?.pinned).toBe(false);
    const stretch = { from: day("2026-08-18"), fromPart: "pm", to: day("2026-08-18"), toPart: "pm" } as const;
    const released = await releaseCover(office.manager, { id, stretch });
    expect((await board()).gaps).toBe(13);
    if (released.ok) await undoChange(office.manager, { id: released.value.changeId });
    expect((await board()).gaps).toBe(12);
  });
});

describe("what a change means for others", () => {
  it("frees the covers of somebody who falls ill, and the board shows the gaps again", async () => {
    await assign("xenia", "ben");
    await recordAbsence(
      office.manager,
      makeRecord(office.ids.ben, { type: "sick", from: "2026-08-20", to: "2026-08-21" }),
      opensNothing,
    );
    const { gaps } = await board();
    expect(gaps).toBe(12 + 4 + 4);
    expect((await liveCovers()).map((cover) => cover.endOn)).toEqual([new Date("2026-08-19")]);
  });

  it("reads the same from the side of every person", async () => {
    await assign("xenia", "ben");
    const ben = await asAssistantOf(office.userIds.ben ?? "");
    const ana = await asAssistantOf(office.userIds.ana ?? "");
    const xenia = await asExecutiveOf(office.userIds.xenia ?? "");
    const mine = await getAssistantWeek(ben, { week: isoWeekOf(day(WEEK.from)) });
    expect(mine.days[0]?.parts[0]?.executives).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "Xenia Ek", kind: "cover", coverFor: "Ana Alm" }),
        expect.objectContaining({ name: "Bo Holm", kind: "own" }),
      ]),
    );
    const away = await getAssistantWeek(ana, { week: isoWeekOf(day(WEEK.from)) });
    expect(away.days[0]?.parts[0]).toMatchObject({ state: "away", executives: [] });
    expect(away.days[0]?.parts[0]?.coveredByOthers).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: "Xenia Ek", coveredBy: "Ben Berg" })]),
    );
    const support = await getExecutiveSupport(xenia, { days: 5 });
    expect(support.days.flatMap((d) => d.parts.map((p) => p.assistantName))).toEqual(
      Array(10).fill("Ben Berg"),
    );
    expect(JSON.stringify(support)).not.toMatch(/vacation/);
    expect(JSON.stringify(support.days)).not.toMatch(/Ana/);
    expect(support.now).toMatchObject({ name: "Ben Berg", kind: "cover", coversFor: "Ana Alm", isNow: true });
    expect(await getServingAssistant(xenia, office.ids.xenia)).toMatchObject({
      name: "Ben Berg",
      kind: "cover",
    });
    const saturday = new Date("2026-08-22T09:00:00Z");
    expect(await getServingAssistant(xenia, office.ids.xenia, saturday)).toMatchObject({
      name: "Ana Alm",
      kind: "own",
    });
    expect(await getServingAssistant(xenia, office.ids.yngve)).toBeNull();
  });
});

describe("the database itself", () => {
  const cover = (executive: Names, assistant: Names) => ({
    text: `INSERT INTO coverage_assignments (id, executive_id, assistant_id, start_on, start_part, end_on, end_part, status)
           VALUES (gen_random_uuid(), $1, $2, '2026-08-18', 'am', '2026-08-18', 'pm', 'confirmed')`,
    values: [office.ids[executive], office.ids[assistant]],
  });

  it("refuses cover inside the cover's own absence, and two covers of one half-day", async () => {
    await expect(asOwner((sql) => sql.query(cover("bo", "ana")))).rejects.toMatchObject({ code: "23514" });
    await asOwner((sql) => sql.query(cover("xenia", "ben")));
    await expect(asOwner((sql) => sql.query(cover("xenia", "cia")))).rejects.toMatchObject({ code: "23P01" });
  });

  it("refuses to approve an absence of somebody who still covers", async () => {
    await asOwner((sql) => sql.query(cover("xenia", "ben")));
    const absence = {
      text: `INSERT INTO absences (id, assistant_id, leave_type_id, start_on, end_on, status)
             VALUES (gen_random_uuid(), $1, 'vacation', '2026-08-18', '2026-08-18', 'approved')`,
      values: [office.ids.ben],
    };
    await expect(asOwner((sql) => sql.query(absence))).rejects.toMatchObject({ code: "23514" });
  });

  it("never changes an audit event, not even for its owner, and chains them", async () => {
    await assign("zoe", "ben");
    await expect(asOwner((sql) => sql.query("UPDATE audit_events SET action = 'x'"))).rejects.toMatchObject({
      code: "42501",
    });
    await expect(asOwner((sql) => sql.query("DELETE FROM audit_events"))).rejects.toMatchObject({
      code: "42501",
    });
    const events = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } });
    for (const [i, event] of events.entries()) expect(event.prevHash).toBe(events[i - 1]?.hash ?? "");
  });

  it("keeps one primary for an executive at a time", async () => {
    const second = {
      text: `INSERT INTO support_assignments (id, executive_id, assistant_id, role, from_on)
             VALUES (gen_random_uuid(), $1, $2, 'primary', '2026-08-18')`,
      values: [office.ids.xenia, office.ids.ben],
    };
    await expect(asOwner((sql) => sql.query(second))).rejects.toMatchObject({ code: "23P01" });
  });
});
