import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { listSupportAssignments, requireSupportAssignment } from "@/lib/support/queries";
import { SupportAssignmentView } from "@/lib/support/schema";
import {
  changeSupportAssignment,
  createSupportAssignment,
  endSupportAssignment,
  removeSupportAssignment,
} from "@/lib/support/service";
import { changeSupportDuties } from "@/lib/support/service-duties";
import { day } from "@/lib/time/day";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { askForSupport, makeSupport, makeSupportChange } from "@/tests/support/factories/support";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";
import { auditOf } from "@/tests/support/records";

let office: Office;

beforeEach(async () => {
  office = await createOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const stranger = () => asManagerOf(office.otherManager.userId);
const pair = () => ({ executiveId: office.ids.executiveId, assistantId: office.ids.colleagueId });

async function create(overrides: Record<string, unknown> = {}) {
  return createSupportAssignment(await manager(), makeSupport(pair(), overrides));
}

async function created(overrides: Record<string, unknown> = {}): Promise<string> {
  const answer = await create(overrides);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function joinOtherPool(assistantId: string): Promise<void> {
  await testDb().assistant.update({ where: { id: assistantId }, data: { poolId: office.ids.otherPool } });
}

describe("a pair that is kept apart", () => {
  const keptApart = (expiresOn: Date | null = null) =>
    testDb().pairingRestriction.create({ data: { ...pair(), kind: "hard", expiresOn } });

  it("gets no support, in neutral words, until the last day is over", async () => {
    await keptApart(new Date("2026-12-31"));
    const refusal = { ok: false, reason: "not_available_for_executive", path: "assistantId" };
    expect(await create({ from: "2026-12-31" })).toEqual(refusal);
    expect(await create({ from: "2027-01-01" })).toMatchObject({ ok: true });
  });

  it("gets none from the database either, whatever writes it, and no other duties from a later day", async () => {
    const id = await created({ from: "2026-01-01" });
    await keptApart();
    const again = testDb().supportAssignment.create({
      data: { ...pair(), role: "shared", rank: 1, fromOn: new Date("2027-01-01") },
    });
    expect(await again.then(() => "written", sqlStateOf)).toBe("23514");
    const later = { id, version: 1, dutyIds: ["calendar"], from: day("2026-09-01") };
    expect(await changeSupportDuties(await manager(), later)).toMatchObject({
      reason: "not_available_for_executive",
    });
  });

  it("may end support it has, not lengthen it", async () => {
    const id = await created({ to: "2026-12-31" });
    await keptApart();
    expect(
      await endSupportAssignment(await manager(), { id, version: 1, to: day("2026-11-30") }),
    ).toMatchObject({ ok: true });
    expect(
      await endSupportAssignment(await manager(), { id, version: 2, to: day("2027-01-31") }),
    ).toMatchObject({
      reason: "not_available_for_executive",
    });
  });
});

describe("naming who supports an executive", () => {
  it("notes role, order and dates", async () => {
    const id = await created({ rank: 2, to: "2026-12-31" });
    const view = await requireSupportAssignment(await manager(), id);
    expect(SupportAssignmentView.parse(view)).toMatchObject({
      executiveName: "Person executive",
      assistantName: "Person colleague",
      role: "backup",
      rank: 2,
      from: "2026-09-01",
      to: "2026-12-31",
      version: 1,
    });
    expect(await auditOf(id)).toEqual(["support.created"]);
  });

  it("refuses a second primary and names the first with its dates", async () => {
    expect(await create({ role: "primary" })).toEqual({
      ok: false,
      reason: "primary_overlaps",
      path: "role",
      details: {
        assignmentId: office.ids.supportId,
        assistant: "Person assistant",
        role: "primary",
        dutyIds: [],
        from: "2026-01-01",
        to: null,
      },
    });
  });

  it("takes a primary before the other's first day, to the day", async () => {
    const term = { role: "primary", from: "2025-01-01" };
    expect(await create({ ...term, to: "2026-01-01" })).toMatchObject({ reason: "primary_overlaps" });
    expect((await create({ ...term, to: "2025-12-31" })).ok).toBe(true);
  });

  it("refuses a person named twice at once, whatever the role", async () => {
    await created();
    expect(await create({ role: "shared", from: "2026-12-01" })).toMatchObject({
      reason: "named_twice",
      details: { assistant: "Person colleague", from: "2026-09-01", to: null },
    });
  });

  it("refuses an end before the start, and a start after the assistant's last day", async () => {
    expect(await create({ to: "2026-08-31" })).toMatchObject({ reason: "ends_before_start", path: "to" });
    await testDb().assistant.update({
      where: { id: office.ids.colleagueId },
      data: { leavesOn: new Date("2026-08-31") },
    });
    expect(await create()).toMatchObject({
      reason: "assistant_leaves_before",
      details: { leavesOn: "2026-08-31" },
    });
  });

  it("answers the slower of two with the same words", async () => {
    const { assistantId, colleagueId, executiveId, supportId } = office.ids;
    await testDb().supportAssignment.delete({ where: { id: supportId } });
    const ctx = await manager();
    const answers = await Promise.all(
      [assistantId, colleagueId].map((id) =>
        createSupportAssignment(ctx, makeSupport({ executiveId, assistantId: id }, { role: "primary" })),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refusal = answers.find((answer) => !answer.ok);
    expect(refusal).toMatchObject({ reason: "primary_overlaps", details: { from: "2026-09-01", to: null } });
  });

  it("may borrow from another pool one leads, not from one that one does not", async () => {
    await joinOtherPool(office.ids.colleagueId);
    await expect(create()).rejects.toThrow(NotFoundError);
    await testDb().poolManager.create({
      data: { poolId: office.ids.otherPool, userId: office.manager.userId },
    });
    expect((await create()).ok).toBe(true);
  });

  it("is not found for the manager of another pool", async () => {
    const answer = createSupportAssignment(await stranger(), makeSupport(pair()));
    await expect(answer).rejects.toThrow(NotFoundError);
  });
});

describe("support that is there", () => {
  it("ends on a day, so that the next primary begins the day after", async () => {
    const end = { id: office.ids.supportId, version: 1, to: day("2026-08-31") };
    expect((await endSupportAssignment(await manager(), end)).ok).toBe(true);
    expect((await create({ role: "primary" })).ok).toBe(true);
    expect(await auditOf(office.ids.supportId)).toEqual(["support.changed"]);
  });

  it("does not end before it begins, nor over somebody else's change", async () => {
    const id = office.ids.supportId;
    const ctx = await manager();
    const early = await endSupportAssignment(ctx, { id, version: 1, to: day("2025-12-31") });
    expect(early).toMatchObject({ reason: "ends_before_start" });
    const stale = await endSupportAssignment(ctx, { id, version: 9, to: day("2026-12-31") });
    expect(stale).toMatchObject({ reason: "changed_since_read" });
  });

  it("is changed where it clashes with nobody but itself", async () => {
    const ctx = await manager();
    const later = makeSupportChange(office.ids.supportId, { from: "2026-02-01" });
    expect((await changeSupportAssignment(ctx, later)).ok).toBe(true);
    const id = await created();
    const promoted = makeSupportChange(id, { from: "2026-09-01" });
    expect(await changeSupportAssignment(ctx, promoted)).toMatchObject({
      reason: "primary_overlaps",
      details: { assistant: "Person assistant", from: "2026-02-01" },
    });
    expect(await requireSupportAssignment(ctx, id)).toMatchObject({ role: "backup", version: 1 });
  });

  it("is removed at the version one saw, and the removal is audited", async () => {
    const id = office.ids.supportId;
    const ctx = await manager();
    expect(await removeSupportAssignment(ctx, { id, version: 2 })).toMatchObject({
      reason: "changed_since_read",
    });
    expect((await removeSupportAssignment(ctx, { id, version: 1 })).ok).toBe(true);
    expect(await auditOf(id)).toEqual(["support.removed"]);
    await expect(requireSupportAssignment(ctx, id)).rejects.toThrow(NotFoundError);
  });

  it("is changed, ended and removed by the executive's manager alone", async () => {
    const ctx = await stranger();
    const id = office.ids.supportId;
    const verbs = [
      () => changeSupportAssignment(ctx, makeSupportChange(id)),
      () => endSupportAssignment(ctx, { id, version: 1, to: day("2026-12-31") }),
      () => removeSupportAssignment(ctx, { id, version: 1 }),
    ];
    for (const verb of verbs) await expect(verb()).rejects.toThrow(NotFoundError);
    await joinOtherPool(office.ids.assistantId);
    for (const verb of verbs) await expect(verb()).rejects.toThrow(NotFoundError);
    expect((await requireSupportAssignment(ctx, id)).id).toBe(id);
  });
});

describe("the list of support", () => {
  it("begins with the latest and goes on by cursor", async () => {
    const ids = [office.ids.supportId];
    for (const month of ["03", "04", "05"]) {
      ids.unshift(await created({ from: `2026-${month}-01`, to: `2026-${month}-28` }));
    }
    const ctx = await manager();
    const first = await listSupportAssignments(ctx, askForSupport({ limit: 3 }));
    const cursor = first.nextCursor ?? undefined;
    const second = await listSupportAssignments(ctx, askForSupport({ limit: 3, cursor }));
    expect([...first.items, ...second.items].map((row) => row.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it("is narrowed by person, pool and name", async () => {
    await created();
    const countOf = async (filter: Record<string, unknown>) =>
      (await listSupportAssignments(await manager(), askForSupport(filter))).items.length;
    expect(await countOf({ executiveId: office.ids.executiveId })).toBe(2);
    expect(await countOf({ assistantId: office.ids.colleagueId })).toBe(1);
    expect(await countOf({ poolId: office.ids.pool })).toBe(2);
    expect(await countOf({ q: "COLLEAGUE" })).toBe(1);
    expect(await countOf({ q: "nobody at all" })).toBe(0);
  });

  it("holds what one's own people do elsewhere, and nothing of strangers", async () => {
    const ctx = await stranger();
    expect((await listSupportAssignments(ctx, askForSupport())).items).toEqual([]);
    await joinOtherPool(office.ids.assistantId);
    expect((await listSupportAssignments(ctx, askForSupport())).items).toHaveLength(1);
  });
});
