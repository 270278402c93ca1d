import { beforeEach, describe, expect, it } from "vitest";
import { addDeputy, removeDeputy, setAssistantPolicy, setPoolPolicy } from "@/lib/absences/deciders/service";
import { listAbsences, requireAbsence } from "@/lib/absences/requests/queries";
import { listAbsenceSteps } from "@/lib/absences/requests/queries-history";
import { ListAbsencesInput } from "@/lib/absences/requests/schema";
import {
  approveAbsence,
  cancelAbsence,
  declineAbsence,
  withdrawAbsence,
} from "@/lib/absences/requests/service";
import { addBlackout, removeBlackout, saveGroup } from "@/lib/absences/settings/service";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { asAssistantOf, asManagerOf } from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";
import {
  addManager,
  ask,
  type CountingOffice,
  createCountingOffice,
  enter,
  idOf,
} from "@/tests/support/offices/balances";
import { current } from "@/tests/support/versions";
import { noticesOf } from "../support/records";

const asRead = (id: string) => current("absences", id);

let office: CountingOffice;

beforeEach(async () => {
  office = await createCountingOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const assistant = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const _WEDNESDAY = new Date("2026-09-09T07:00:00Z");

describe("who decides", () => {
  it("is told of a request, and the history has every step with its words", async () => {
    const id = idOf(await ask(office, { from: "2026-09-07", to: "2026-09-11" }));
    expect(await noticesOf(office.manager.userId)).toEqual(["absence_requested"]);
    await declineAbsence(await manager(), { ...(await asRead(id)), note: "The board meets." });
    const steps = await listAbsenceSteps(await assistant(), id);
    expect(steps.map((step) => [step.action, step.actorName, step.comment])).toEqual([
      ["requested", "Person assistant", ""],
      ["declined", "Person manager", "The board meets."],
    ]);
    await expect(listAbsenceSteps(await asAssistantOf(office.colleague.userId), id)).rejects.toThrow(
      NotFoundError,
    );
    await expect(asOwner((owner) => owner.query("UPDATE absence_steps SET comment = ''"))).rejects.toThrow(
      /never changed/,
    );
  });

  it("is a decider of one's own where there is one, and no other", async () => {
    const { assistantId } = office.ids;
    const deciderId = office.otherManager.userId;
    await setAssistantPolicy(await manager(), { assistantId, deciderId, isAutomatic: false });
    const id = idOf(await ask(office, { from: "2026-09-07" }));
    expect(await noticesOf(deciderId)).toEqual(["absence_requested"]);
    expect(await approveAbsence(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      reason: "not_the_decider",
    });
    expect(await requireAbsence(await manager(), id)).toMatchObject({ canDecide: false });
    const decider = await asManagerOf(deciderId);
    const { items } = await listAbsences(decider, ListAbsencesInput.parse({ show: "waiting" }));
    expect(items).toMatchObject([{ id, canDecide: true }]);
    expect(await approveAbsence(decider, { ...(await asRead(id)), note: "" })).toMatchObject({ ok: true });
    await setAssistantPolicy(await manager(), { assistantId, deciderId: null, isAutomatic: false });
    await expect(cancelAbsence(decider, { ...(await asRead(id)), note: "" })).rejects.toThrow(NotFoundError);
    expect(await cancelAbsence(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      ok: true,
    });
  });

  it("is a deputy between the dates, recorded as such", async () => {
    const deputyId = office.otherManager.userId;
    const id = idOf(await ask(office, { from: "2026-09-07" }));
    const deputy = await asManagerOf(deputyId);
    await expect(approveAbsence(deputy, { ...(await asRead(id)), note: "" })).rejects.toThrow(NotFoundError);
    const dates = { from: day("2026-08-10"), to: day("2026-08-17") };
    const turn = idOf(await addDeputy(await manager(), { deputyId, ...dates }));
    const later = await asManagerOf(deputyId, new Date("2026-08-18T07:00:00Z"));
    await expect(approveAbsence(later, { ...(await asRead(id)), note: "" })).rejects.toThrow(NotFoundError);
    idOf(await ask(office, { from: "2026-09-08" }));
    expect(await noticesOf(deputyId)).toEqual(["deputy_named", "absence_requested"]);
    expect(await approveAbsence(deputy, { ...(await asRead(id)), note: "" })).toMatchObject({ ok: true });
    expect((await listAbsenceSteps(await assistant(), id)).at(-1)).toMatchObject({
      actorName: "Person other",
      deputyForName: "Person manager",
    });
    await removeDeputy(await manager(), { id: turn });
    await expect(cancelAbsence(deputy, { ...(await asRead(id)), note: "" })).rejects.toThrow(NotFoundError);
  });

  it("is named by the manager whose place it is, and both are told", async () => {
    const colleagueId = await addManager(office);
    const { userId: managerId } = office.manager;
    const dates = { from: day("2026-08-10"), to: day("2026-08-17") };
    const herself = { managerId, deputyId: colleagueId, ...dates };
    expect(await addDeputy(await asManagerOf(colleagueId), herself)).toMatchObject({
      reason: "not_own_deputy",
    });
    const outsider = { managerId, deputyId: office.otherManager.userId, ...dates };
    await expect(addDeputy(await asManagerOf(office.otherManager.userId), outsider)).rejects.toThrow(
      NotFoundError,
    );
    await testDb().user.update({ where: { id: colleagueId }, data: { isAdministrator: true } });
    const administrator = await asManagerOf(colleagueId);
    expect(await addDeputy(administrator, herself)).toMatchObject({ reason: "not_own_deputy" });
    const id = idOf(await addDeputy(administrator, outsider));
    expect(await noticesOf(managerId)).toEqual(["deputy_named"]);
    expect(await noticesOf(office.otherManager.userId)).toEqual(["deputy_named"]);
    await testDb().user.update({ where: { id: colleagueId }, data: { isAdministrator: false } });
    expect(await removeDeputy(await asManagerOf(colleagueId), { id })).toMatchObject({
      reason: "not_own_deputy",
    });
    expect(await removeDeputy(await asManagerOf(managerId), { id })).toMatchObject({ ok: true });
    expect(await noticesOf(office.otherManager.userId)).toContain("deputy_removed");
  });

  it("is two people where the pool decides twice", async () => {
    const { pool: poolId } = office.ids;
    const policy = { poolId, approvalStages: 2, secondDeciderId: null };
    expect(await setPoolPolicy(await manager(), policy)).toMatchObject({ reason: "nobody_decides_second" });
    const second = await asManagerOf(await addManager(office));
    const told = () => noticesOf(second.actor.userId);
    expect(await setPoolPolicy(await manager(), policy)).toMatchObject({ ok: true });
    const id = idOf(await ask(office, { from: "2026-09-07" }));
    expect(await approveAbsence(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      value: { status: "provisionally_approved" },
    });
    expect(await told()).toEqual(["absence_requested", "absence_requested"]);
    expect(await approveAbsence(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      reason: "decided_first_already",
    });
    expect(await approveAbsence(second, { ...(await asRead(id)), note: "" })).toMatchObject({
      value: { status: "approved" },
    });
    expect((await listAbsenceSteps(second, id)).map((step) => step.action)).toEqual([
      "requested",
      "approved_provisionally",
      "approved",
    ]);
  });

  it("is nobody for what is approved by itself, and everybody is told", async () => {
    const answer = await ask(office, { type: "training", from: "2026-09-07" });
    expect(answer).toMatchObject({ value: { status: "approved" } });
    expect(await noticesOf(office.assistant.userId)).toEqual(["absence_decided"]);
    expect(await noticesOf(office.manager.userId)).toEqual(["absence_entered"]);
    const { assistantId } = office.ids;
    await setAssistantPolicy(await manager(), { assistantId, deciderId: null, isAutomatic: true });
    expect(await ask(office, { from: "2026-09-08" })).toMatchObject({ value: { status: "approved" } });
  });

  it("is never oneself, nor somebody without a pool", async () => {
    const { assistantId } = office.ids;
    const ctx = await manager();
    const own = { assistantId, deciderId: office.assistant.userId, isAutomatic: false };
    expect(await setAssistantPolicy(ctx, own)).toMatchObject({ reason: "own_absence" });
    const executive = { assistantId, deciderId: office.executive.userId, isAutomatic: false };
    expect(await setAssistantPolicy(ctx, executive)).toMatchObject({ reason: "not_a_decider" });
    const dates = { from: day("2026-08-10"), to: day("2026-08-17") };
    expect(await addDeputy(ctx, { deputyId: office.executive.userId, ...dates })).toMatchObject({
      reason: "not_a_decider",
    });
    expect(await addDeputy(ctx, { deputyId: office.manager.userId, ...dates })).toMatchObject({
      reason: "own_deputy",
    });
  });
});

describe("days on which people are needed", () => {
  const blackout = { name: "Annual report", from: day("2026-09-07"), to: day("2026-09-09") };

  it("are refused with the reason and dates when they are hard, and free again after", async () => {
    const { pool: poolId } = office.ids;
    const id = idOf(await addBlackout(await manager(), { poolId, kind: "hard", ...blackout }));
    const refusal = {
      reason: "blackout",
      details: { name: "Annual report", from: "2026-09-07", to: "2026-09-09" },
    };
    expect(await ask(office, { from: "2026-09-09", to: "2026-09-10" })).toMatchObject(refusal);
    expect(await enter(office, { from: "2026-09-09" })).toMatchObject(refusal);
    idOf(await enter(office, { type: "sick", from: "2026-09-09" }));
    idOf(await ask(office, { from: "2026-09-10" }));
    await removeBlackout(await manager(), { id });
    idOf(await ask(office, { from: "2026-09-08" }));
  });

  it("only warn when they are soft", async () => {
    await addBlackout(await manager(), { poolId: office.ids.pool, kind: "soft", ...blackout });
    idOf(await ask(office, { from: "2026-09-09" }));
  });
});

describe("people who may not be away together", () => {
  async function apart() {
    const { pool: poolId, assistantId, colleagueId } = office.ids;
    return saveGroup(await manager(), {
      poolId,
      name: "Front desk",
      mostAway: 1,
      memberIds: [assistantId, colleagueId],
    });
  }

  it("are refused at approval, to the minute", async () => {
    idOf(await apart());
    idOf(await enter(office, { from: "2026-09-07", to: "2026-09-09", toPart: "am" }, office.ids.colleagueId));
    const clash = idOf(await ask(office, { from: "2026-09-09", to: "2026-09-10" }));
    expect(await approveAbsence(await manager(), { ...(await asRead(clash)), note: "" })).toMatchObject({
      reason: "group_away",
      details: { group: "Front desk" },
    });
    await withdrawAbsence(await assistant(), await asRead(clash));
    const free = idOf(await ask(office, { from: "2026-09-09", fromPart: "pm", to: "2026-09-10" }));
    expect(await approveAbsence(await manager(), { ...(await asRead(free)), note: "" })).toMatchObject({
      ok: true,
    });
  });

  it("are never both approved, however two managers race", async () => {
    idOf(await apart());
    const second = await asManagerOf(await addManager(office));
    const mine = idOf(await ask(office, { from: "2026-09-07" }));
    const theirs = await testDb().absence.create({
      data: {
        assistantId: office.ids.colleagueId,
        leaveTypeId: "vacation",
        startOn: new Date("2026-09-07"),
        endOn: new Date("2026-09-07"),
        status: "requested",
      },
    });
    const answers = await Promise.all([
      approveAbsence(await manager(), { ...(await asRead(mine)), note: "" }),
      approveAbsence(second, { ...(await asRead(theirs.id)), note: "" }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("are of one pool, and not all may be away", async () => {
    const { pool: poolId, otherPool, assistantId, colleagueId } = office.ids;
    const group = { poolId, name: "All", mostAway: 2, memberIds: [assistantId, colleagueId] };
    expect(await saveGroup(await manager(), group)).toMatchObject({ reason: "all_may_be_away" });
    const elsewhere = { ...group, poolId: otherPool, mostAway: 1 };
    expect(await saveGroup(await asManagerOf(office.otherManager.userId), elsewhere)).toMatchObject({
      reason: "not_of_the_pool",
    });
  });
});

describe("the database itself", () => {
  it("lets no absence go on from its end, and no one person decide twice", async () => {
    const id = idOf(await ask(office, { from: "2026-09-07" }));
    await withdrawAbsence(await assistant(), await asRead(id));
    await expect(testDb().absence.update({ where: { id }, data: { status: "approved" } })).rejects.toThrow();
    const other = idOf(await ask(office, { from: "2026-09-07" }));
    const both = {
      status: "approved" as const,
      firstDeciderId: office.manager.userId,
      decidedById: office.manager.userId,
    };
    await expect(testDb().absence.update({ where: { id: other }, data: both })).rejects.toThrow();
  });

  it("keeps amounts from falling below zero, and one allowance a person, type and year", async () => {
    const row = { assistantId: office.ids.assistantId, leaveTypeId: "vacation", year: 2026 };
    await expect(testDb().leaveAllowance.create({ data: { ...row, amount: -1 } })).rejects.toThrow();
    await expect(testDb().leaveAllowance.create({ data: { ...row, carriedOver: -1 } })).rejects.toThrow();
    await testDb().leaveAllowance.create({ data: { ...row, amount: 100 } });
    await expect(testDb().leaveAllowance.create({ data: row })).rejects.toThrow();
  });
});
