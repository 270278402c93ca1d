import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { settleRuns } from "@/lib/runs/service";
import { findFill, requireFill } from "@/lib/schedules/fills/queries";
import { explainFill } from "@/lib/schedules/fills/queries-explanations";
import { getOwnTurns } from "@/lib/schedules/fills/queries-turns";
import { UndoFillInput } from "@/lib/schedules/fills/schema";
import { acceptFill, discardFill, fillDays, stopFill, undoFill } from "@/lib/schedules/fills/service";
import { applyRemedy } from "@/lib/schedules/fills/service-remedies";
import { removeDrafts } from "@/lib/schedules/week/service-copy";
import { addDays } from "@/lib/time/day";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createShift } from "@/tests/support/factories/schedules";
import { createScheduleOffice, MONDAY, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;

beforeEach(async () => {
  office = await createScheduleOffice();
  await need({ weekday: 1, startMinute: 540, endMinute: 720 });
});

afterEach(() => settleRuns());

const days = () => ({ poolId: office.ids.pool, from: MONDAY, to: addDays(MONDAY, 4), roleIds: null });

function need(window: { weekday: number; startMinute: number; endMinute: number; headcount?: number }) {
  const row = { poolId: office.ids.pool, roleId: office.roles.phones, headcount: 1, ...window };
  return testDb().roleDemand.create({ data: row });
}

async function filled() {
  const answer = await fillDays(await office.asManager(), days());
  if (!answer.ok) throw new Error("not begun");
  await settleRuns();
  return requireFill(await office.asManager(), answer.value.id);
}

describe("filling a week", () => {
  it("proposes what closes the holes, changes nothing until it is kept, and is undone together", async () => {
    const fill = await filled();
    expect(fill).toMatchObject({
      status: "done",
      result: { holesBefore: 1, holes: [], proof: "optimal", isFewestHoles: true, gapPercent: 0 },
    });
    expect(fill.result?.shifts).toMatchObject([
      { on: MONDAY, startMinute: 540, endMinute: 720, work: [{ roleId: office.roles.phones }] },
    ]);
    expect((await office.read()).shifts).toEqual([]);
    expect(await findFill(await office.asManager(), days())).toEqual(fill);

    const kept = await acceptFill(await office.asManager(), { id: fill.id });
    if (!kept.ok) throw new Error(kept.reason);
    const week = await office.read();
    expect(week.shifts).toMatchObject([{ status: "draft", on: MONDAY, startMinute: 540, endMinute: 720 }]);
    expect(week.pieces).toMatchObject([{ needed: 1, there: 1, published: 0 }]);
    expect(await findFill(await office.asManager(), days())).toBeNull();

    await removeDrafts(await office.asManager(), { poolId: office.ids.pool, ids: kept.value.shiftIds });
    expect((await office.read()).shifts).toEqual([]);
  });

  it("leaves alone who is away, and says what stops whom where people are still missing", async () => {
    await need({ weekday: 2, startMinute: 540, endMinute: 720, headcount: 9 });
    await createAbsence(testDb(), {
      assistantId: office.ids.assistantId,
      startOn: new Date(addDays(MONDAY, 1)),
      endOn: new Date(addDays(MONDAY, 1)),
      status: "approved",
    });
    const { result } = await filled();
    const tuesday = addDays(MONDAY, 1);
    const ofTuesday = result?.shifts.filter(({ on }) => on === tuesday) ?? [];
    expect(ofTuesday.map(({ assistantId }) => assistantId)).not.toContain(office.ids.assistantId);
    expect(result?.holes).toMatchObject([{ on: tuesday, startMinute: 540, endMinute: 720 }]);
    const reasons = new Map(result?.holes[0]?.reasons.map((one) => [one.reason, one]));
    expect(reasons.get("away")).toMatchObject({ count: 1, assistantIds: [office.ids.assistantId] });
    expect(reasons.get("busy")?.count).toBe(ofTuesday.length);
  });

  it("shares a drafted day with executives, and gives it back when that is undone", async () => {
    const drafted = await office.drafted();
    await testDb().assistant.updateMany({
      where: { id: { not: office.ids.assistantId } },
      data: { hiredOn: new Date("2027-01-01") },
    });
    const fill = await filled();
    expect(fill.result).toMatchObject({ holesBefore: 1, holes: [] });
    expect(fill.result?.shifts).toMatchObject([
      {
        ...{ replacesId: drafted.id, startMinute: 480, endMinute: 1020 },
        work: [
          { roleId: office.roles.support, startMinute: 480, endMinute: 540 },
          { roleId: office.roles.phones, startMinute: 540, endMinute: 720 },
          { roleId: office.roles.support, startMinute: 720, endMinute: 1020 },
        ],
      },
    ]);
    const kept = await acceptFill(await office.asManager(), { id: fill.id });
    if (!kept.ok) throw new Error(kept.reason);
    expect((await office.read()).shifts).toMatchObject([{ id: kept.value.shiftIds[0] }]);
    const undone = { poolId: office.ids.pool, ids: kept.value.shiftIds, replaced: kept.value.replaced };
    expect(await undoFill(await office.asManager(), UndoFillInput.parse(undone))).toMatchObject({ ok: true });
    expect((await office.read()).shifts).toMatchObject([{ work: [{ roleId: office.roles.support }] }]);
  });

  it("keeps what is planned and gives nobody a second shift on the day", async () => {
    await office.drafted({ endMinute: 600, roleId: office.roles.phones });
    const { result } = await filled();
    expect(result?.shifts.map(({ assistantId }) => assistantId)).not.toContain(office.ids.assistantId);
  });

  it("is refused once something it was made from has changed", async () => {
    const fill = await filled();
    await need({ weekday: 3, startMinute: 540, endMinute: 600 });
    const kept = await acceptFill(await office.asManager(), { id: fill.id });
    expect(kept).toMatchObject({ ok: false, reason: "plan_outdated" });
    expect((await office.read()).shifts).toEqual([]);
  });

  it("is kept once it is there, is stopped with the best so far, and put away", async () => {
    const begun = await fillDays(await office.asManager(), days());
    if (!begun.ok) throw new Error("not begun");
    expect(await acceptFill(await office.asManager(), begun.value)).toMatchObject({ reason: "fill_goes_on" });
    await stopFill(await office.asManager(), begun.value);
    await settleRuns();
    expect((await requireFill(await office.asManager(), begun.value.id)).status).toMatch(/stopped|done/);
    await discardFill(await office.asManager(), begun.value);
    expect(await findFill(await office.asManager(), days())).toBeNull();
  });

  it("says what would fill a hole and why somebody is proposed, and is changed by a remedy until it is kept", async () => {
    await need({ weekday: 2, startMinute: 1_020, endMinute: 1_080 });
    const { id, version, result } = await filled();
    const manager = await office.asManager();
    expect(result?.holes).toMatchObject([{ startMinute: 1_020, reasons: [{ reason: "not_working" }] }]);
    const explained = await explainFill(manager, { id, kind: "hole", index: 0 });
    if (!explained.ok) throw new Error(explained.reason);
    const [tried] = explained.value.hole?.remedies ?? [];
    expect(tried).toMatchObject({
      remedy: { code: "longer_day", endMinute: 1_080 },
      closes: 1,
      canUse: true,
    });
    expect(await explainFill(manager, { id, kind: "shift", index: 0 })).toMatchObject({
      value: { version, shift: { reasons: ["own_hours"], next: { missingMinutes: 0 } } },
    });

    const use = { id, version, hole: 0, remedy: 0 };
    expect(await applyRemedy(manager, use)).toMatchObject({ ok: true });
    expect(await applyRemedy(manager, use)).toMatchObject({ reason: "plan_outdated" });
    expect(await requireFill(manager, id)).toMatchObject({ version: version + 1, result: { holes: [] } });
    expect((await office.read()).shifts).toEqual([]);
    expect(await acceptFill(manager, { id })).toMatchObject({ ok: true });
    expect((await office.read()).shifts).toHaveLength(2);
  });

  it("fills chosen roles of several weeks, and is found from any of them", async () => {
    const manager = await office.asManager();
    const chosen = { ...days(), to: addDays(MONDAY, 11), roleIds: [office.roles.phones] };
    const begun = await fillDays(manager, chosen);
    if (!begun.ok) throw new Error("not begun");
    await settleRuns();
    const next = { ...days(), from: addDays(MONDAY, 7), to: addDays(MONDAY, 13) };
    const fill = await findFill(manager, next);
    expect(fill).toMatchObject({ id: begun.value.id, roleIds: chosen.roleIds, result: { holes: [] } });
    expect(fill?.result?.shifts.map(({ on }) => on)).toEqual([MONDAY, addDays(MONDAY, 7)]);
    expect(await findFill(manager, { ...next, from: addDays(MONDAY, 12) })).toBeNull();
  });

  it("counts turns that everybody sees of their own, beside their share of the hours they were at work", async () => {
    const { phones } = office.roles;
    await testDb().workRole.update({ where: { id: phones }, data: { isUnloved: true } });
    expect(await getOwnTurns(await office.asAssistant())).toBeNull();
    const row = { poolId: office.ids.pool, roleId: phones, createdById: office.manager.userId };
    for (const on of ["2026-08-10", "2026-08-11", "2026-08-12"])
      await createShift(testDb(), {
        ...{ ...row, assistantId: office.ids.assistantId, on: new Date(on), status: "published" },
      });
    const count = await testDb().assistant.count({ where: { poolId: office.ids.pool } });
    expect(await getOwnTurns(await office.asAssistant())).toEqual({ own: 3, byShare: 3 / count });
    const half = { startOn: new Date("2026-07-01"), endOn: new Date("2026-08-14") };
    await createAbsence(testDb(), { assistantId: office.ids.assistantId, status: "approved", ...half });
    const [own, others] = [46 / 91, count - 1];
    const { byShare } = (await getOwnTurns(await office.asAssistant())) ?? { byShare: 0 };
    expect(byShare).toBeCloseTo((3 * own) / (own + others));
    expect(await getOwnTurns(await office.asColleague())).toMatchObject({ own: 0 });
  });

  it("is of the pool's managers alone", async () => {
    const fill = await filled();
    const { id } = await testDb().user.create({
      data: { email: "another.manager@office.example", name: "Other" },
    });
    await testDb().pool.create({
      data: {
        name: "Other",
        timeZone: "Europe/Stockholm",
        holidayRegion: "SE",
        managers: { create: { userId: id } },
      },
    });
    const other = await asManagerOf(id);
    await expect(fillDays(other, days())).rejects.toThrow(NotFoundError);
    await expect(requireFill(other, fill.id)).rejects.toThrow(NotFoundError);
    await expect(acceptFill(other, fill)).rejects.toThrow(NotFoundError);
    await expect(explainFill(other, { id: fill.id, kind: "shift", index: 0 })).rejects.toThrow(NotFoundError);
    await expect(stopFill(other, fill)).rejects.toThrow(NotFoundError);
    await expect(discardFill(other, fill)).rejects.toThrow(NotFoundError);
  });
});
