import { beforeEach, describe, expect, it } from "vitest";
import { getBoard } from "@/lib/coverage/board/queries";
import { AssignCoverInput, BoardInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { requirePlan, requirePlanProblem } from "@/lib/coverage/plans/queries";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { proposePlan } from "@/lib/coverage/plans/service";
import { NotFoundError } from "@/lib/errors";
import { listRestrictions } from "@/lib/matching/queries";
import { RestrictPairingInput } from "@/lib/matching/schema";
import { liftRestriction, restrictPairing } from "@/lib/matching/service";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";
import { auditOf } from "../support/records";

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

const pair = () => ({ executiveId: office.ids.xenia, assistantId: office.ids.ben });

function restrict(fields: Record<string, unknown> = {}) {
  const input = RestrictPairingInput.parse({ ...pair(), reviewOn: "2026-11-17", ...fields });
  return restrictPairing(office.manager, input);
}

const listed = () => listRestrictions(office.manager, { limit: 50 });

describe("keeping a pair apart", () => {
  it("holds for covers from now on, and releases those that stand", async () => {
    const days = { from: WEEK.from, fromPart: "am", to: "2026-08-28", toPart: "pm" };
    await assignCover(office.manager, AssignCoverInput.parse({ ...pair(), ...days }));
    const answer = await restrict();
    expect(answer).toMatchObject({ ok: true });
    expect(answer.ok && answer.value.releasedCoverIds).toHaveLength(1);
    const board = await getBoard(office.manager, BoardInput.parse({ poolId: office.poolId, ...WEEK }));
    const xenia = board.executives.find(({ id }) => id === office.ids.xenia);
    expect(xenia?.slots.every(({ status }) => status === "gap")).toBe(true);
    const again = await assignCover(office.manager, AssignCoverInput.parse({ ...pair(), ...days }));
    expect(again).toMatchObject({ ok: false, reason: "not_available_for_executive" });
  });

  it("is listed for managers without who, when and why, and taken back", async () => {
    const made = await restrict({ kind: "soft" });
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.value;
    expect((await listed()).items).toEqual([
      {
        id,
        ...pair(),
        executiveName: "Xenia Ek",
        assistantName: "Ben Berg",
        kind: "soft",
        reviewOn: "2026-11-17",
        expiresOn: null,
      },
    ]);
    expect(await liftRestriction(office.manager, { id })).toMatchObject({ ok: true });
    expect((await listed()).items).toEqual([]);
    await expect(liftRestriction(office.manager, { id })).rejects.toThrow(NotFoundError);
    expect(await auditOf(id)).toEqual(["pairing.restricted", "pairing.restriction_lifted"]);
  });

  it("is lifted once, however many lift it at once", async () => {
    const made = await restrict();
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.value;
    const lifts = await Promise.allSettled(
      Array.from({ length: 4 }, () => liftRestriction(office.manager, { id })),
    );
    expect(lifts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await auditOf(id)).toEqual(["pairing.restricted", "pairing.restriction_lifted"]);
  });

  it("refuses a pair twice, one that works together, and a review that is over or far away", async () => {
    expect(await restrict({ reviewOn: "2026-08-17" })).toMatchObject({ reason: "review_within_half_a_year" });
    expect(await restrict({ reviewOn: "2027-08-17" })).toMatchObject({
      reason: "review_within_half_a_year",
      details: { on: "2027-02-16" },
    });
    expect(await restrict({ assistantId: office.ids.ana })).toMatchObject({ reason: "still_supports" });
    expect(await restrict()).toMatchObject({ ok: true });
    expect(await restrict({ kind: "soft" })).toMatchObject({ reason: "restricted_already" });
  });

  it("is over after its last day", async () => {
    await testDb().pairingRestriction.create({
      data: { ...pair(), kind: "hard", expiresOn: new Date("2026-08-14") },
    });
    expect((await listed()).items).toEqual([]);
    expect(await restrict()).toMatchObject({ ok: true });
  });
});

describe("a plan", () => {
  async function planned() {
    const asked = ProposePlanInput.parse({ poolId: office.poolId, ...WEEK, mode: "optimise" });
    const made = await proposePlan(office.manager, asked);
    if (!made.ok) throw new Error(made.reason);
    const [plan, problem] = [
      await requirePlan(office.manager, made.value.id),
      await requirePlanProblem(office.manager, made.value.id),
    ];
    if (!plan.ok || !problem.ok) throw new Error("no plan");
    return { plan: plan.value, problem: problem.value };
  }

  it("shows no figure by which a last resort could be told", async () => {
    const before = await planned();
    await restrict({ kind: "soft" });
    const after = await planned();
    expect(after.problem).toEqual(before.problem);
    expect(JSON.stringify(after.plan)).not.toMatch(/misfit|quality|fairness|"by"|pieces"/);
  });

  it("takes a last resort only where nobody else can", async () => {
    await restrict({ kind: "soft" });
    const { plan } = await planned();
    const others = plan.assignments.filter(({ executiveId }) => executiveId === office.ids.xenia);
    const byBen = others.filter(({ assistantId }) => assistantId === office.ids.ben);
    // Cia does not work on Fridays; nobody else has the skills.
    expect(byBen.map(({ from, to }) => [from, to])).toEqual([["2026-08-21", "2026-08-21"]]);
  });
});
