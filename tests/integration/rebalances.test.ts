import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { requireRebalance } from "@/lib/matching/proposals/queries";
import { ProposeRebalanceInput } from "@/lib/matching/proposals/schema";
import { discardRebalance, proposeRebalance } from "@/lib/matching/proposals/service";
import { applyRebalance, undoRebalance } from "@/lib/matching/proposals/service-apply";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";
import { noticesOf } from "../support/records";

let office: CoverageOffice;

/** Ben is a beginner at what Bo asks, and Dan, who supports nobody, an expert: so there is something to gain. */
beforeEach(async () => {
  office = await createCoverageOffice();
  await testDb().assistantSkill.updateMany({
    where: { assistantId: office.ids.ben },
    data: { proficiency: 1 },
  });
  await testDb().assistantSkill.updateMany({
    where: { assistantId: office.ids.dan },
    data: { proficiency: 5 },
  });
});

async function propose(overrides: Record<string, unknown> = {}) {
  const input = { poolId: office.poolId, from: "2026-09-07", mostChanges: 2, ...overrides };
  const answer = await proposeRebalance(office.manager, ProposeRebalanceInput.parse(input));
  if (!answer.ok) throw new Error(answer.reason);
  return requireRebalance(office.manager, answer.value.id);
}

const supportNow = () =>
  testDb().supportAssignment.findMany({
    select: { executiveId: true, assistantId: true, fromOn: true, toOn: true },
    orderBy: [{ executiveId: "asc" }, { fromOn: "asc" }],
  });

describe("a rebalance", () => {
  it("says for each number of changes the best there is, and changes nothing", async () => {
    const before = await supportNow();
    const { curve, unassigned, status } = await propose();
    expect(curve.map(({ changes, isProven }) => [changes, isProven])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(curve[0]?.moves).toEqual([]);
    expect(curve[2]?.value).toBeGreaterThan(curve[0]?.value ?? 0);
    expect({ unassigned, status }).toEqual({ unassigned: 0, status: "proposed" });
    expect(await supportNow()).toEqual(before);
  });

  it("keeps whom it is told to keep, and never proposes who is kept apart", async () => {
    const free = await propose();
    const moved = free.curve[2]?.moves.map(({ executiveId }) => executiveId) ?? [];
    const held = await propose({ fixedIds: moved });
    expect(held.curve[2]?.moves.map(({ executiveId }) => executiveId)).not.toEqual(
      expect.arrayContaining(moved),
    );
    const [move] = free.curve[2]?.moves ?? [];
    const pair = { executiveId: move?.executiveId ?? "", assistantId: move?.toAssistantId ?? "" };
    await testDb().pairingRestriction.create({ data: { ...pair, kind: "hard" } });
    const apart = (await propose()).curve.flatMap(({ moves }) => moves);
    expect(apart).not.toContainEqual(
      expect.objectContaining({ executiveId: pair.executiveId, toAssistantId: pair.assistantId }),
    );
  });

  it("is applied from its day in one, tells each person once, and is undone until then", async () => {
    const before = await supportNow();
    const { id, version, curve } = await propose();
    const moves = curve[2]?.moves ?? [];
    expect(await applyRebalance(office.manager, { id, version, changes: 2 })).toMatchObject({ ok: true });
    for (const { executiveId, toAssistantId } of moves) {
      const [begun] = await testDb().supportAssignment.findMany({
        where: { executiveId, fromOn: new Date("2026-09-07") },
      });
      expect(begun).toMatchObject({ assistantId: toAssistantId, role: "primary", toOn: null });
    }
    const told = await Promise.all(Object.values(office.userIds).map((userId) => noticesOf(userId)));
    expect(told.flat().filter((kind) => kind === "support_changes").length).toBeGreaterThanOrEqual(2);
    for (const kinds of told)
      expect(kinds.filter((kind) => kind === "support_changes").length).toBeLessThan(2);
    expect(await applyRebalance(office.manager, { id, version: 2, changes: 2 })).toMatchObject({
      reason: "not_possible_now",
    });
    expect(await undoRebalance(office.manager, { id, version: 2 })).toMatchObject({ ok: true });
    expect(await supportNow()).toEqual(before);
  });

  it("is not undone once its day has come", async () => {
    const { id, version } = await propose();
    await applyRebalance(office.manager, { id, version, changes: 2 });
    const later = await asManagerOf(office.manager.actor.userId, new Date("2026-09-07T07:00:00Z"));
    expect(await undoRebalance(later, { id, version: 2 })).toMatchObject({ reason: "day_has_been" });
  });

  it("is outdated by whatever it rests on, and applied by one of two managers", async () => {
    const outdated = await propose();
    await testDb().assistantSkill.updateMany({
      where: { assistantId: office.ids.cia },
      data: { proficiency: 5 },
    });
    expect(await applyRebalance(office.manager, { ...outdated, changes: 2 })).toMatchObject({
      reason: "rebalance_outdated",
    });
    const { id, version } = await propose();
    const both = await Promise.all(
      [1, 2].map((changes) => applyRebalance(office.manager, { id, version, changes })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("refuses a day that has been, too few changes, and other managers", async () => {
    const asked = { poolId: office.poolId, mostChanges: 0, fixedIds: [] };
    const past = ProposeRebalanceInput.parse({ ...asked, from: "2026-08-17" });
    expect(await proposeRebalance(office.manager, past)).toMatchObject({ reason: "day_has_been" });
    await testDb().pairingRestriction.create({
      data: { executiveId: office.ids.bo, assistantId: office.ids.ben, kind: "hard" },
    });
    const few = ProposeRebalanceInput.parse({ ...asked, from: "2026-09-07" });
    expect(await proposeRebalance(office.manager, few)).toMatchObject({
      reason: "changes_needed",
      details: { count: 1 },
    });
    const stranger = await createOtherManager();
    await expect(proposeRebalance(stranger, few)).rejects.toThrow(NotFoundError);
    const { id, version } = await propose();
    await expect(applyRebalance(stranger, { id, version, changes: 1 })).rejects.toThrow(NotFoundError);
    expect(await discardRebalance(office.manager, { id, version })).toMatchObject({ ok: true });
  });
});
