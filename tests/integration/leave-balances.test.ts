import { beforeEach, describe, expect, it } from "vitest";
import { listBalances, listPoolBalances } from "@/lib/absences/balances/queries";
import { AdjustLeaveInput, SetAllowanceInput, SetEntitlementInput } from "@/lib/absences/balances/schema";
import { adjustLeave, listAdjustments, setAllowance, setEntitlement } from "@/lib/absences/balances/service";
import { approveAbsence } from "@/lib/absences/requests/service";
import { NotFoundError, WrongRoleError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";
import {
  ask,
  type CountingOffice,
  createCountingOffice,
  enter,
  idOf,
} from "@/tests/support/offices/balances";
import { current } from "@/tests/support/versions";

const asRead = (id: string) => current("absences", id);

let office: CountingOffice;

beforeEach(async () => {
  office = await createCountingOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const assistant = () => asAssistantOf(office.assistant.userId);

async function balance(type = "vacation", on = "2026-08-17") {
  const balances = await listBalances(await assistant(), { on: day(on) });
  return balances.find((one) => one.type === type);
}

async function adjust(fields: Record<string, unknown>) {
  const base = { assistantId: office.ids.assistantId, type: "vacation", amount: 1, reason: "by hand" };
  return adjustLeave(await manager(), AdjustLeaveInput.parse({ ...base, ...fields }));
}

describe("a balance", () => {
  it("follows what is asked for, approved and taken", async () => {
    const id = idOf(await ask(office, { from: "2026-09-07", to: "2026-09-11" }));
    expect(await balance()).toMatchObject({ entitled: 25, requested: 5, booked: 0, remaining: 20 });
    await approveAbsence(await manager(), { ...(await asRead(id)), note: "" });
    expect(await balance()).toMatchObject({ requested: 0, booked: 5, taken: 0, remaining: 20 });
    expect(await balance("vacation", "2026-09-08")).toMatchObject({ taken: 2, booked: 3 });
  });

  it("leaves out Swedish holidays, weekends and part-time days", async () => {
    idOf(await ask(office, { from: "2026-12-21", to: "2027-01-06" }));
    expect(await balance()).toMatchObject({ requested: 6 });
    expect(await balance("vacation", "2027-02-01")).toMatchObject({ requested: 2, carriedOver: 5 });
    await testDb().workingPattern.deleteMany({
      where: { assistantId: office.ids.assistantId, weekday: { gt: 2 } },
    });
    expect(await balance()).toMatchObject({ entitled: 10, requested: 4 });
  });

  it("counts halves as halves and hours as their share of the day", async () => {
    idOf(await ask(office, { from: "2026-09-07", toPart: "am" }));
    idOf(await ask(office, { from: "2026-09-08", startMinute: "10:00", endMinute: "12:00" }));
    expect(await balance()).toMatchObject({ requested: 0.75, remaining: 24.25 });
  });

  it("is shown to its owner and those who decide, to nobody else", async () => {
    const { assistantId } = office.ids;
    await expect(listBalances(await asAssistantOf(office.colleague.userId), { assistantId })).rejects.toThrow(
      NotFoundError,
    );
    await expect(
      listBalances(await asManagerOf(office.otherManager.userId), { assistantId }),
    ).rejects.toThrow(NotFoundError);
    await expect(listBalances(await asExecutiveOf(office.executive.userId), {})).rejects.toThrow(
      WrongRoleError,
    );
    expect(await listBalances(await manager(), { assistantId })).toHaveLength(2);
  });

  it("is listed for the whole pool by name", async () => {
    const { items } = await listPoolBalances(await manager(), { limit: 50 });
    expect(items.map((item) => item.balances.length)).toEqual([2, 2]);
  });
});

describe("over the allowance", () => {
  it("leave is refused with what is left, and the balance stays", async () => {
    idOf(await ask(office, { from: "2026-09-01", to: "2026-09-30" }));
    const answer = await ask(office, { from: "2026-10-05", to: "2026-10-09" });
    expect(answer).toMatchObject({
      reason: "allowance_exhausted",
      path: "to",
      details: { year: 2026, asked: 5, left: 3 },
    });
    expect(await balance()).toMatchObject({ requested: 22, remaining: 3 });
    idOf(await ask(office, { from: "2026-10-05", to: "2026-10-07" }));
  });

  it("leave is refused to the manager who enters or approves it too", async () => {
    expect(await enter(office, { from: "2026-09-01", to: "2026-10-30" })).toMatchObject({
      reason: "allowance_exhausted",
    });
    const id = idOf(await ask(office, { from: "2026-09-01", to: "2026-09-30" }));
    await adjust({ amount: -10 });
    expect(await approveAbsence(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      reason: "allowance_exhausted",
    });
  });

  it("leave is accepted where the type may go below zero", async () => {
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { canGoNegative: true } });
    idOf(await ask(office, { from: "2026-09-01", to: "2026-10-30" }));
    expect((await balance())?.remaining).toBeLessThan(0);
  });

  it("just one of two requests made at once for the last days is accepted", async () => {
    idOf(await ask(office, { from: "2026-09-01", to: "2026-09-30" }));
    const answers = await Promise.all([
      ask(office, { from: "2026-10-05", to: "2026-10-06" }),
      ask(office, { from: "2026-10-12", to: "2026-10-13" }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "allowance_exhausted" });
  });

  it("a yearly limit holds for types without a balance", async () => {
    await testDb().leaveType.update({ where: { id: "training" }, data: { yearlyLimit: 200 } });
    idOf(await ask(office, { type: "training", from: "2026-09-07", to: "2026-09-08" }));
    expect(await ask(office, { type: "training", from: "2026-09-09" })).toMatchObject({
      reason: "yearly_limit_reached",
      details: { limit: 2, year: 2026 },
    });
    idOf(await ask(office, { type: "training", from: "2027-09-09" }));
  });
});

describe("the year's end", () => {
  it("parts leave by year, and carries over up to the limit", async () => {
    expect(await balance("vacation", "2027-01-04")).toMatchObject({
      carriedOver: 5,
      expiring: 5,
      remaining: 30,
    });
    expect(await balance("vacation", "2027-04-01")).toMatchObject({
      carriedOver: 5,
      expired: 5,
      remaining: 25,
    });
    idOf(await ask(office, { from: "2026-08-24", to: "2026-09-22" }));
    expect(await balance("vacation", "2027-01-04")).toMatchObject({ carriedOver: 3 });
  });

  it("takes what was set by hand instead", async () => {
    const input = {
      assistantId: office.ids.assistantId,
      type: "vacation",
      year: 2027,
      carriedOver: 2,
      amount: 28,
    };
    await setAllowance(await manager(), SetAllowanceInput.parse(input));
    expect(await balance("vacation", "2027-01-04")).toMatchObject({ carriedOver: 2, entitled: 28 });
    const rows = await testDb().leaveAllowance.count();
    await setAllowance(await manager(), SetAllowanceInput.parse({ ...input, amount: 27 }));
    expect(await testDb().leaveAllowance.count()).toBe(rows);
  });
});

describe("joining and leaving", () => {
  it("gives pro rata, and no leave outside the employment", async () => {
    await testDb().assistant.update({
      where: { id: office.ids.assistantId },
      data: { hiredOn: new Date("2026-07-02"), leavesOn: new Date("2026-12-11") },
    });
    expect(await balance()).toMatchObject({ entitled: 11.5 });
    expect(await ask(office, { from: "2026-06-30" })).toMatchObject({ reason: "before_hired" });
    expect(await ask(office, { from: "2026-12-14" })).toMatchObject({ reason: "after_leaving", path: "to" });
  });

  it("earns month by month where the pool says so", async () => {
    const { pool: poolId } = office.ids;
    const input = { poolId, type: "vacation", amount: 24, accrual: "monthly" };
    expect(await setEntitlement(await manager(), SetEntitlementInput.parse(input))).toMatchObject({
      ok: true,
    });
    expect(await balance("vacation", "2026-03-10")).toMatchObject({ accrued: 6, remaining: 6, entitled: 24 });
    expect(await ask(office, { from: "2026-09-01", to: "2026-09-30" })).toMatchObject({
      reason: "allowance_exhausted",
    });
  });
});

describe("adjustments", () => {
  it("change the balance from their day, with a reason that the audit log does not hold", async () => {
    idOf(await adjust({ amount: 2, on: "2026-05-01", reason: "a private reason" }));
    expect(await balance()).toMatchObject({ adjusted: 2, remaining: 27 });
    expect(await balance("vacation", "2026-04-01")).toMatchObject({ adjusted: 0 });
    const [row] = await listAdjustments(await assistant(), office.ids.assistantId);
    expect(row).toMatchObject({ amount: 2, reason: "a private reason", byName: "Person manager" });
    const audit = await testDb().auditEvent.findMany({
      where: { action: "leave_adjustment.made" },
      orderBy: { seq: "asc" },
    });
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit[0]?.data)).not.toMatch(/private/);
  });

  it("earn time off in minutes, taken by the hour", async () => {
    idOf(await adjust({ type: "toil", amount: 180, on: "2026-08-10" }));
    idOf(await ask(office, { type: "toil", from: "2026-09-07", startMinute: "15:00", endMinute: "17:00" }));
    expect(await balance("toil")).toMatchObject({
      measure: "minutes",
      adjusted: 180,
      requested: 120,
      remaining: 60,
    });
    expect(await ask(office, { type: "toil", from: "2026-09-08", toPart: "am" })).toMatchObject({
      reason: "allowance_exhausted",
    });
  });

  it("are not for one's own balance, another pool, or types that are not counted", async () => {
    const own = await testDb().assistant.create({
      data: { userId: office.manager.userId, poolId: office.ids.pool },
    });
    expect(await adjust({ assistantId: own.id })).toMatchObject({ reason: "own_balance" });
    expect(await adjust({ type: "sick" })).toMatchObject({ reason: "not_counted" });
    expect(await adjust({ type: "nothing" })).toMatchObject({ reason: "unknown_leave_type" });
    expect(await adjust({ amount: 0.001 })).toMatchObject({ reason: "too_small" });
    const input = AdjustLeaveInput.parse({
      assistantId: office.ids.assistantId,
      type: "vacation",
      amount: 1,
      reason: "no",
    });
    await expect(adjustLeave(await asManagerOf(office.otherManager.userId), input)).rejects.toThrow(
      NotFoundError,
    );
  });

  it("are never changed or deleted, by whoever", async () => {
    const id = idOf(await adjust({}));
    await expect(testDb().leaveAdjustment.update({ where: { id }, data: { amount: 9 } })).rejects.toThrow();
    await expect(asOwner((owner) => owner.query("DELETE FROM leave_adjustments"))).rejects.toThrow(
      /never changed/,
    );
  });
});
