import { beforeEach, describe, expect, it } from "vitest";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import { getProposedPlan, requirePlan, requirePlanRun } from "@/lib/coverage/plans/queries";
import { explainPlanPart } from "@/lib/coverage/plans/queries-explanations";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import type { StoredAnswer } from "@/lib/coverage/plans/rules-view";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { acceptPlan, proposePlan } from "@/lib/coverage/plans/service";
import { startPlanRun, stopPlan } from "@/lib/coverage/plans/service-runs";
import { NotFoundError } from "@/lib/errors";
import { settleRuns } from "@/lib/runs/service";
import { day } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { shownPlan } from "@/tests/support/plans";
import { current } from "@/tests/support/versions";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

const asRead = (id: string) => current("coverage_plans", id);

let office: CoverageOffice;
let planId: string;

beforeEach(async () => {
  office = await createCoverageOffice();
  planId = await propose();
  await settleRuns();
});

async function propose(): Promise<string> {
  const asked = ProposePlanInput.parse({ poolId: office.poolId, ...WEEK, mode: "optimise" });
  const answer = await proposePlan(office.manager, asked);
  if (!answer.ok) throw new Error("not planned");
  return answer.value.id;
}

function rowOf(id: string) {
  return testDb().coveragePlan.findUniqueOrThrow({ where: { id } });
}

/** Makes it look as if a run of another process went on behind the plan, whose last sign of life was so long ago. */
async function runElsewhere({ silentSeconds = 0 } = {}): Promise<string> {
  const { id } = await testDb().run.create({
    data: {
      kind: "plan",
      key: planId,
      askedById: office.manager.actor.userId,
      progress: { stage: "search", gap: 0.04 },
    },
    select: { id: true },
  });
  await testDb()
    .$executeRaw`UPDATE runs SET heartbeat_at = now() - make_interval(secs => ${silentSeconds}) WHERE id = ${id}::uuid`;
  return id;
}

/** Makes the plan look as it does before its proof: nothing covered, nothing proven. */
async function reopen(): Promise<StoredAnswer> {
  const answer = (await rowOf(planId)).result as unknown as StoredAnswer;
  const open: StoredAnswer = {
    ...answer,
    assignments: [],
    uncovered: [],
    result: {
      ...answer.result,
      status: "heuristic",
      assignments: [],
      lowerBound: null,
      gap: null,
      score: { ...answer.result.score, uncoveredWeight: 1_000_000 },
    },
  };
  await testDb().coverageAssignment.deleteMany({ where: { planId } });
  await testDb().coveragePlan.update({
    where: { id: planId },
    data: { result: open as unknown as Prisma.InputJsonObject },
  });
  return open;
}

async function run(first: StoredAnswer): Promise<void> {
  const read = await loadOffice(testDb(), { poolIds: [office.poolId] }, day(WEEK.from), day(WEEK.to));
  const grid = gridOf(read);
  const question = { grid, stored: problemOf(grid, office.poolId) };
  await startPlanRun(office.manager, { planId, question, first, mode: "optimise" });
}

describe("the run behind a plan", () => {
  it("puts each better plan and its proof into the row as a new version", async () => {
    const { version } = await rowOf(planId);
    const improvements = () => testDb().auditEvent.count({ where: { action: "plan.improved" } });
    const before = await improvements();
    await run(await reopen());
    await settleRuns();
    const plan = await shownPlan(office.manager, planId);
    expect(plan.solver).toMatchObject({ status: "optimal", gap: 0 });
    const improved = (await improvements()) - before;
    expect(improved).toBeGreaterThanOrEqual(1);
    expect(plan.run).toMatchObject({ isSolving: false, version: version + improved });
    expect(await testDb().coverageAssignment.count({ where: { planId, status: "proposed" } })).toBe(
      plan.assignments.length,
    );
    expect(await acceptPlan(office.manager, { id: planId, version: version + improved })).toMatchObject({
      ok: true,
    });
  });

  it("adds a proof to a plan it finds again, which stays the version people read", async () => {
    const answer = (await rowOf(planId)).result as unknown as StoredAnswer;
    const bare = { ...answer.result, status: "heuristic" as const, lowerBound: null, gap: null };
    const first = { ...answer, result: bare };
    await testDb().coveragePlan.update({
      where: { id: planId },
      data: { result: first as unknown as Prisma.InputJsonObject },
    });
    const covers = () => testDb().coverageAssignment.findMany({ where: { planId }, orderBy: { id: "asc" } });
    const [{ version }, before] = [await rowOf(planId), await covers()];
    await run(first);
    await settleRuns();
    const plan = await shownPlan(office.manager, planId);
    expect(plan.solver).toMatchObject({ status: "optimal", gap: 0 });
    expect(plan.run).toMatchObject({ isSolving: false, version });
    expect(plan.assignments.length).toBeGreaterThan(0);
    expect(plan.assignments.every(({ isExplained }) => isExplained)).toBe(true);
    expect(await covers()).toEqual(before);
    expect(await testDb().auditEvent.count({ where: { action: "plan.proven" } })).toBeGreaterThan(0);
  });

  it("is seen going on by every manager of the pool, and by nobody else", async () => {
    await runElsewhere();
    const plan = await getProposedPlan(office.manager, office.poolId, day(WEEK.from), day(WEEK.to));
    expect(plan?.summary.run).toMatchObject({ isSolving: true, stage: "search", gap: 0.04 });
    const stranger = await testDb().user.create({ data: { email: "other@x.example", name: "Other" } });
    await testDb().pool.create({
      data: {
        name: "South",
        timeZone: "UTC",
        holidayRegion: "SE",
        managers: { create: { userId: stranger.id } },
      },
    });
    const other = await asManagerOf(stranger.id);
    await expect(requirePlanRun(other, planId)).rejects.toThrow(NotFoundError);
    await expect(stopPlan(other, { id: planId })).rejects.toThrow(NotFoundError);
    await expect(explainPlanPart(other, { id: planId, kind: "cover", index: 0 })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("ends when it is stopped, and keeps a usable plan", async () => {
    await run(await reopen());
    expect(await stopPlan(office.manager, { id: planId })).toMatchObject({ ok: true });
    await settleRuns();
    expect(await requirePlanRun(office.manager, planId)).toMatchObject({
      isSolving: false,
      isStopped: true,
      status: "proposed",
    });
    expect(await acceptPlan(office.manager, await asRead(planId))).toMatchObject({ ok: true });
    expect(await testDb().auditEvent.count({ where: { action: "plan.stopped" } })).toBe(1);
    expect(await stopPlan(office.manager, { id: planId })).toMatchObject({ reason: "plan_not_open" });
  });

  it("is asked to stop by its record, whichever server it runs on", async () => {
    const id = await runElsewhere();
    await stopPlan(office.manager, { id: planId });
    const run = await testDb().run.findUniqueOrThrow({ where: { id } });
    expect(run).toMatchObject({ status: "running", stopAskedAt: expect.any(Date) });
    expect(await requirePlanRun(office.manager, planId)).toMatchObject({ isSolving: true, isStopped: true });
  });

  it("leaves alone a plan that was accepted while it went on", async () => {
    await run(await reopen());
    let accepted = await acceptPlan(office.manager, await asRead(planId));
    // A better plan may come between reading and accepting.
    while (!accepted.ok && accepted.reason === "plan_improved")
      accepted = await acceptPlan(office.manager, await asRead(planId));
    expect(accepted).toMatchObject({ ok: true });
    await settleRuns();
    expect(await rowOf(planId)).toMatchObject({ status: "accepted" });
  });

  it("gives way to a newer plan, which says whose place it takes", async () => {
    await reopen();
    const newer = await propose();
    expect(await rowOf(planId)).toMatchObject({ status: "superseded" });
    expect((await rowOf(newer)).supersedesId).toBe(planId);
  });

  it("is over when its server died: the plan stays usable, and stopping tidies up", async () => {
    const id = await runElsewhere({ silentSeconds: 60 });
    expect(await requirePlanRun(office.manager, planId)).toMatchObject({ isSolving: false, stage: null });
    await stopPlan(office.manager, { id: planId });
    expect(await testDb().run.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "stopped" });
    expect(await acceptPlan(office.manager, await asRead(planId))).toMatchObject({ ok: true });
  });
});

describe("a plan that an older version of Standby kept otherwise", () => {
  beforeEach(async () => {
    planId = await propose();
    await testDb().coveragePlan.update({ where: { id: planId }, data: { result: { covers: [] } } });
  });

  it("is outdated where it is read, explained or accepted, and a new one can be made", async () => {
    const outdated = { ok: false, reason: "plan_outdated" };
    expect(await requirePlan(office.manager, planId)).toEqual(outdated);
    expect(await explainPlanPart(office.manager, { id: planId, kind: "cover", index: 0 })).toEqual(outdated);
    expect(await acceptPlan(office.manager, await asRead(planId))).toEqual(outdated);
    expect(await getProposedPlan(office.manager, office.poolId, day(WEEK.from), day(WEEK.to))).toBeNull();
    expect((await shownPlan(office.manager, await propose())).assignments.length).toBeGreaterThan(0);
  });
});

describe("accepting what was read", () => {
  it("is refused when a better plan has taken its place", async () => {
    const { version } = await rowOf(planId);
    await run(await reopen());
    await settleRuns();
    expect(await acceptPlan(office.manager, { id: planId, version })).toMatchObject({
      reason: "plan_improved",
    });
  });

  it("at a version that never was says which one stands, and speaks of no better plan", async () => {
    const { version } = await rowOf(planId);
    expect(await acceptPlan(office.manager, { id: planId, version: version + 98 })).toMatchObject({
      reason: "changed_since_read",
      details: { version },
    });
  });
});

describe("an explanation on demand", () => {
  /** Takes the explanations away, as in a plan too large to explain whole. */
  async function forget(): Promise<void> {
    const answer = (await rowOf(planId)).result as unknown as StoredAnswer;
    const bare = { ...answer, assignments: [], uncovered: [], ineligible: {} };
    await testDb().coveragePlan.update({
      where: { id: planId },
      data: { result: bare as unknown as Prisma.InputJsonObject },
    });
  }

  it("says the same as a plan that was explained whole, and is kept", async () => {
    const whole = await shownPlan(office.manager, planId);
    await forget();
    const bare = await shownPlan(office.manager, planId);
    expect(bare.assignments[0]).toMatchObject({ isExplained: false, others: [] });
    expect(bare.uncovered[0]).toMatchObject({ remedies: null });
    for (const kept of [false, true]) {
      const cover = await explainPlanPart(office.manager, { id: planId, kind: "cover", index: 0 });
      expect(cover, String(kept)).toMatchObject({ value: { gap: null, cover: whole.assignments[0] } });
      const gap = await explainPlanPart(office.manager, { id: planId, kind: "gap", index: 0 });
      expect(gap).toMatchObject({ value: { cover: null, gap: whole.uncovered[0] } });
    }
    expect(Object.keys((await rowOf(planId)).explanations as object)).toEqual(
      expect.arrayContaining(["cover 0", "gap 0"]),
    );
  });

  it("is not found beyond the plan", async () => {
    for (const kind of ["cover", "gap"] as const)
      await expect(explainPlanPart(office.manager, { id: planId, kind, index: 99 })).rejects.toThrow(
        NotFoundError,
      );
  });
});
