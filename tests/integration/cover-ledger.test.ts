import { beforeEach, describe, expect, it } from "vitest";
import { AssignCoverInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { getOwnWorkload, listWorkloads } from "@/lib/coverage/candidates/queries-workload";
import { recordCoverLedger } from "@/lib/coverage/candidates/service-ledger";
import { requirePlanProblem } from "@/lib/coverage/plans/queries";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { proposePlan } from "@/lib/coverage/plans/service";
import { NotFoundError } from "@/lib/errors";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

const NEXT_MONDAY = new Date("2026-08-24T07:00:00Z");
let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
  const who = { executiveId: office.ids.zoe, assistantId: office.ids.ben };
  const stretch = { from: WEEK.from, fromPart: "am", to: "2026-08-28", toPart: "pm" };
  expect(await assignCover(office.manager, AssignCoverInput.parse({ ...who, ...stretch }))).toMatchObject({
    ok: true,
  });
  await testDb().executive.update({ where: { id: office.ids.zoe }, data: { tier: 4 } });
});

const record = (now = NEXT_MONDAY) => recordCoverLedger({ actor: null, db: testDb(), now });

describe("the cover ledger", () => {
  it("holds what was covered up to yesterday, once however often it is written", async () => {
    expect(await record()).toEqual({ entries: 2 });
    expect(await record()).toEqual({ entries: 0 });
    const entries = await testDb().coverLedgerEntry.findMany({ orderBy: { part: "asc" } });
    expect(entries).toMatchObject([
      { part: "am", minutes: 150, isFriday: true, isDifficult: true, assistantId: office.ids.ben },
      { part: "pm", minutes: 150, isFriday: true, isDifficult: true },
    ]);
    expect(await record(new Date("2026-08-29T07:00:00Z"))).toEqual({ entries: 2 });
  });

  it("follows the pool's own day", async () => {
    expect(await record(new Date("2026-08-21T21:30:00Z"))).toEqual({ entries: 0 });
    expect(await record(new Date("2026-08-21T22:30:00Z"))).toEqual({ entries: 2 });
  });

  it("shows each their own standing beside the average of their hours, and nobody's name", async () => {
    await record();
    const own = await getOwnWorkload(await asAssistantOf(office.userIds.ben ?? "", NEXT_MONDAY));
    expect(own).toMatchObject({
      to: "2026-08-23",
      own: { minutes: 300, halfDays: 2, fridays: 2, difficult: 2 },
    });
    expect(own.average.minutes).toBeGreaterThan(0);
    expect(own.average.minutes).toBeLessThan(150);
    expect(JSON.stringify(own)).not.toMatch(/Ana|Ben|Cia|Dan/);
    const hers = await getOwnWorkload(await asAssistantOf(office.userIds.cia ?? "", NEXT_MONDAY));
    expect(hers.own).toEqual({ minutes: 0, halfDays: 0, fridays: 0, difficult: 0 });
    expect(hers.average.minutes).toBeLessThan(own.average.minutes);
  });

  it("shows a pool's manager everybody, whoever carried most first, and no other manager", async () => {
    await record();
    const manager = { ...office.manager, now: NEXT_MONDAY };
    const { people } = await listWorkloads(manager, { poolId: office.poolId });
    expect(people.map((person) => person.name)[0]).toBe("Ben Berg");
    expect(people).toHaveLength(4);
    const elsewhere = { ...manager, actor: { ...manager.actor, managedPoolIds: [] } };
    await expect(listWorkloads(elsewhere, { poolId: office.poolId })).rejects.toThrow(NotFoundError);
  });

  it("leaves less to ask of whoever carried more, and never less than nothing", async () => {
    const expected = async () => {
      const input = { poolId: office.poolId, from: "2026-08-24", to: "2026-08-28" };
      const answer = await proposePlan(office.manager, ProposePlanInput.parse(input));
      if (!answer.ok) throw new Error("not planned");
      const stored = await requirePlanProblem(office.manager, answer.value.id);
      if (!stored.ok) throw new Error(stored.reason);
      return stored.value.problem.assistants.find(({ id }) => id === office.ids.ben)?.expected ?? -1;
    };
    const before = await expected();
    await record();
    const after = await expected();
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThanOrEqual(0);
  });
});
