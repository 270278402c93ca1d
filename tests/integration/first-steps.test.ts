import { beforeEach, describe, expect, it } from "vitest";
import { InviteUsersInput } from "@/lib/accounts/schema";
import { setPassword } from "@/lib/accounts/service-invitations";
import { inviteUsers } from "@/lib/accounts/service-invite-many";
import { areFirstStepsShown, getFirstSteps } from "@/lib/insight/first-steps/queries";
import { closeDoneFirstSteps } from "@/lib/insight/first-steps/service";
import { showFirstSteps } from "@/lib/pools/service-first-steps";
import { asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";

let office: Office;
let poolId: string;

beforeEach(async () => {
  office = await createOffice();
  const where = { managers: { some: { userId: office.manager.userId } } };
  poolId = (await testDb().pool.findFirstOrThrow({ where })).id;
});

const manager = () => asManagerOf(office.manager.userId);
const system = { db: testDb(), now: MONDAY_MORNING, actor: null };
const steps = async () => getFirstSteps(await manager());
const inviteAll = async () => {
  const answer = await inviteUsers(await manager(), InviteUsersInput.parse({ everybody: "accounts" }));
  return answer.ok ? answer.value.made : [];
};

async function setAllowance() {
  const { id } = await testDb().leaveType.upsert({
    where: { id: "vacation" },
    update: { countsAgainstAllowance: true },
    create: { id: "vacation", nameEn: "Vacation", nameSv: "Semester", countsAgainstAllowance: true },
  });
  await testDb().leaveEntitlement.deleteMany({ where: { poolId } });
  return () =>
    testDb().leaveEntitlement.create({ data: { poolId, leaveTypeId: id, amount: 2500, firstYear: 2026 } });
}

const plan = { mode: "repair" as const, status: "accepted" as const, solverVersion: "tests" };

async function acceptPlan() {
  const day = new Date("2026-08-17");
  const data = { ...plan, poolId, fromOn: day, toOn: day, problem: {}, result: {}, inputHash: "x" };
  await testDb().coveragePlan.create({ data: { ...data, createdById: office.manager.userId } });
}

describe("the first steps", () => {
  it("begin with people in a pool that has none", async () => {
    const { userId } = office.manager;
    const data = { name: "Empty", timeZone: "Europe/Stockholm", holidayRegion: "SE" };
    await testDb().poolManager.deleteMany({ where: { userId } });
    await testDb().pool.create({ data: { ...data, managers: { create: { userId } } } });
    expect((await steps()).done).toEqual({
      people: false,
      invitations: false,
      allowances: false,
      plan: false,
    });
  });

  it("advance with what is done, and count who is invited and who is active", async () => {
    const giveAllowance = await setAllowance();
    const before = await steps();
    expect(before.done).toMatchObject({ people: true, invitations: false, allowances: false });
    expect(before.pools).toMatchObject([{ neverInvited: 3, active: 0, withoutAllowance: 2, hasPlan: false }]);
    const [link] = await inviteAll();
    await setPassword(system, { token: link?.token ?? "", password: "a dozen letters", locale: "en" });
    await giveAllowance();
    await acceptPlan();
    const after = await steps();
    expect(after.done).toEqual({ people: true, invitations: true, allowances: true, plan: true });
    expect(after.pools).toMatchObject([{ neverInvited: 0, active: 1, withoutAllowance: 0, hasPlan: true }]);
  });

  it("count an allowance of an assistant's own, and no former staff", async () => {
    await setAllowance();
    const { assistantId } = office.ids;
    const allowance = { assistantId, leaveTypeId: "vacation", year: 2026, amount: 2500 };
    await testDb().leaveAllowance.create({ data: allowance });
    expect((await steps()).pools[0]?.withoutAllowance).toBe(1);
    await testDb().assistant.updateMany({
      where: { userId: office.colleague.userId },
      data: { leavesOn: new Date("2026-08-14") },
    });
    expect((await steps()).pools[0]).toMatchObject({ assistants: 1, withoutAllowance: 0, neverInvited: 2 });
  });

  it("say how many half-days are open until a plan was accepted", async () => {
    expect((await steps()).ahead).toMatchObject([{ poolId, from: "2026-08-17", to: "2026-09-27" }]);
    await acceptPlan();
    expect(await steps()).toMatchObject({ ahead: [], done: { plan: true } });
  });

  it("are put away and shown again by a manager, with a note in the log, for their own pools only", async () => {
    const ctx = await manager();
    const stranger = await asManagerOf(office.otherManager.userId);
    await showFirstSteps(ctx, { isShown: false });
    expect([await areFirstStepsShown(ctx), await areFirstStepsShown(stranger)]).toEqual([false, true]);
    await showFirstSteps(ctx, { isShown: false });
    await showFirstSteps(ctx, { isShown: true });
    expect(await areFirstStepsShown(ctx)).toBe(true);
    const rows = await testDb().auditEvent.findMany({ where: { entityId: poolId }, orderBy: { seq: "asc" } });
    expect(rows.map(({ action }) => action)).toEqual(["pool.first_steps_closed", "pool.first_steps_shown"]);
  });

  it("end by themselves when all are done, so that a later hire does not bring them back", async () => {
    await (await setAllowance())();
    await inviteAll();
    await closeDoneFirstSteps(system);
    expect(await areFirstStepsShown(await manager())).toBe(true);
    await acceptPlan();
    await closeDoneFirstSteps(system);
    expect(await areFirstStepsShown(await manager())).toBe(false);
    expect(await areFirstStepsShown(await asManagerOf(office.otherManager.userId))).toBe(true);
  });
});
