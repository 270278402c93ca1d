import { beforeEach, describe, expect, it } from "vitest";
import type { SystemCtx } from "@/lib/context";
import { getBoard } from "@/lib/coverage/board/queries";
import { BoardInput } from "@/lib/coverage/board/schema";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { acceptPlan, proposePlan } from "@/lib/coverage/plans/service";
import { advancePlans } from "@/lib/coverage/plans/service-advance";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { current } from "@/tests/support/versions";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

const asRead = (id: string) => current("coverage_plans", id);

let office: CoverageOffice;
let planId: string;
let changeId: string;

beforeEach(async () => {
  office = await createCoverageOffice();
  const asked = ProposePlanInput.parse({ poolId: office.poolId, ...WEEK });
  const proposed = await proposePlan(office.manager, asked);
  if (!proposed.ok) throw new Error("not planned");
  planId = proposed.value.id;
  const accepted = await acceptPlan(office.manager, await asRead(planId));
  if (!accepted.ok) throw new Error(accepted.reason);
  changeId = accepted.value.changeId;
});

function advanceAt(instant: string) {
  const ctx: SystemCtx = { actor: null, db: testDb(), now: new Date(instant) };
  return advancePlans(ctx);
}

async function states() {
  const [plan, covers] = await Promise.all([
    testDb().coveragePlan.findUniqueOrThrow({ where: { id: planId } }),
    testDb().coverageAssignment.findMany({ where: { planId }, select: { status: true } }),
  ]);
  return { plan: plan.status, covers: [...new Set(covers.map((cover) => cover.status))].sort() };
}

describe("plans and covers", () => {
  it("wait before their first day, in the time zone of the pool", async () => {
    expect(await advanceAt("2026-08-16T21:59:00Z")).toEqual({ begun: 0, ended: 0 });
    expect(await states()).toEqual({ plan: "accepted", covers: ["confirmed"] });
    await advanceAt("2026-08-16T22:00:00Z");
    expect((await states()).plan).toBe("active");
  });

  it("end after their last half-day, each with its audit row, once", async () => {
    await advanceAt("2026-08-17T08:00:00Z");
    const done = await advanceAt("2026-08-21T22:00:00Z");
    expect(done.ended).toBeGreaterThan(1);
    expect(await states()).toEqual({ plan: "completed", covers: ["completed"] });
    expect(await advanceAt("2026-08-22T08:00:00Z")).toEqual({ begun: 0, ended: 0 });
    const [ended, rows] = await Promise.all([
      testDb().coverageAssignment.count({ where: { status: "completed" } }),
      testDb().auditEvent.count({ where: { action: "cover.completed" } }),
    ]);
    expect(rows).toBe(ended);
    expect(await testDb().auditEvent.count({ where: { action: "plan.completed" } })).toBe(1);
  });

  it("go straight to their end when nobody looked for a week", async () => {
    await advanceAt("2026-09-01T08:00:00Z");
    expect(await states()).toEqual({ plan: "completed", covers: ["completed"] });
  });

  it("stay on the boards of the past, and can't be undone any more", async () => {
    const board = () => getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...WEEK }));
    const ben = await asAssistantOf(office.userIds.ben ?? "");
    const week = () => getAssistantWeek(ben, { week: isoWeekOf(day(WEEK.from)) });
    const [before, weekBefore] = [await board(), await week()];
    await advanceAt("2026-09-01T08:00:00Z");
    expect(await board()).toEqual(before);
    expect(await week()).toEqual(weekBefore);
    expect(await undoChange(office.manager, { id: changeId })).toMatchObject({ reason: "cannot_undo" });
  });
});
