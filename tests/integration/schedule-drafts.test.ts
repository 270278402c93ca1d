import { beforeEach, describe, expect, it } from "vitest";
import { previewSchedule } from "@/lib/coverage/publishing/queries";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { NotFoundError } from "@/lib/errors";
import { listNotices } from "@/lib/notices/queries";
import { CallOffShiftInput } from "@/lib/schedules/replacing/schema";
import { callOffShift } from "@/lib/schedules/replacing/service";
import { getScheduleWeek } from "@/lib/schedules/week/queries";
import { listOwnShifts, listPoolShifts } from "@/lib/schedules/week/queries-own";
import { changeShift, draftShift, removeShift, setShiftLock, splitShift } from "@/lib/schedules/week/service";
import { copyWeek, removeDrafts } from "@/lib/schedules/week/service-copy";
import { listOwnWishes } from "@/lib/schedules/wishes/queries";
import { SetAvailabilityInput } from "@/lib/schedules/wishes/schema";
import { setAvailability } from "@/lib/schedules/wishes/service";
import { addDays } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createScheduleOffice, MONDAY, type ScheduleOffice, WEEK } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;

beforeEach(async () => {
  office = await createScheduleOffice();
});

describe("a draft", () => {
  it("has the usual break and no findings", async () => {
    expect(await office.drafted()).toMatchObject({
      breakStartMinute: 720,
      breakMinutes: 60,
      status: "draft",
      findings: [],
    });
  });

  it("is refused at the same time as another, and may touch it", async () => {
    await office.drafted({ endMinute: 720 });
    expect(await office.draft({ startMinute: 700, endMinute: 800 })).toMatchObject({
      reason: "shift_overlaps",
    });
    expect(await office.draft({ startMinute: 720, endMinute: 960 })).toMatchObject({ ok: true });
  });

  it("is refused in approved leave and outside employment", async () => {
    const { assistantId } = office.ids;
    const on = new Date(MONDAY);
    await createAbsence(testDb(), { assistantId, startOn: on, endOn: on, status: "approved" });
    expect(await office.draft()).toMatchObject({ reason: "shift_away" });
    await testDb().assistant.update({
      where: { id: assistantId },
      data: { hiredOn: new Date("2026-10-01") },
    });
    expect(await office.draft({ on: "2026-09-08" })).toMatchObject({ reason: "shift_not_employed" });
  });

  it("is refused with work that does not fill it", async () => {
    const work = [{ roleId: office.roles.phones, startMinute: 480, endMinute: 720 }];
    expect(await office.draft({ roleId: undefined, work })).toMatchObject({ reason: "work_outside_shift" });
    expect(await office.draft({ roleId: undefined })).toMatchObject({ reason: "role_missing" });
    expect(await office.draft({ endMinute: 480 })).toMatchObject({ reason: "ends_before_start" });
  });

  it("is refused for a day that has passed, and what was published for it stays as it was", async () => {
    const kept = await office.drafted();
    await office.published({ reason: "Agreed" });
    const waiting = await office.drafted({ on: addDays(MONDAY, 1) });
    const later = await asManagerOf(office.manager.userId, new Date("2026-09-09T07:00:00Z"));
    const past = { ok: false, reason: "day_passed" };
    const shift = (await office.read()).shifts.find(({ id }) => id === kept.id);
    const read = { id: kept.id, version: shift?.version ?? 0 };
    const asked = { poolId: office.ids.pool, assistantId: null, on: MONDAY, roleId: office.roles.phones };
    expect(await draftShift(later, { ...asked, startMinute: 480, endMinute: 720 })).toMatchObject(past);
    expect(await changeShift(later, { ...read, endMinute: 720 })).toMatchObject(past);
    expect(await splitShift(later, { ...read, at: 720 })).toMatchObject(past);
    expect(await removeShift(later, read)).toMatchObject(past);
    expect(await callOffShift(later, CallOffShiftInput.parse(read))).toMatchObject(past);
    const week = { poolId: office.ids.pool, week: WEEK };
    const { plan } = await previewSchedule(later, week);
    expect(plan).toMatchObject({ drafts: [], leftOut: [{ shiftId: waiting.id, rule: "day_passed" }] });
    const copied = await copyWeek(later, { poolId: office.ids.pool, fromWeek: WEEK, toWeek: WEEK });
    expect(copied).toMatchObject({ value: { copied: 0, leftOut: [{ reason: "day_passed" }, {}] } });
    expect(await removeShift(later, { id: waiting.id, version: 1 })).toMatchObject({ ok: true });
  });

  it("is of no pool and nobody that one does not lead", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    const shift = await office.drafted();
    await expect(removeShift(other, { id: shift.id, version: 1 })).rejects.toThrow(NotFoundError);
    await expect(office.draft({ poolId: office.ids.otherPool })).rejects.toThrow(NotFoundError);
    const input = { poolId: office.ids.pool, week: WEEK };
    await expect(getScheduleWeek(other, input)).rejects.toThrow(NotFoundError);
  });

  it("is locked and let go, by the version that was read, and its parts stay locked", async () => {
    const { id } = await office.drafted();
    const manager = await office.asManager();
    const locked = await setShiftLock(manager, { id, version: 1, isLocked: true });
    expect(locked).toMatchObject({ ok: true, value: { isLocked: true, version: 2 } });
    const stale = await setShiftLock(manager, { id, version: 1, isLocked: false });
    expect(stale).toMatchObject({ reason: "changed_since_read" });
    await splitShift(manager, { id, version: 2, at: 720 });
    expect((await office.read()).shifts.map(({ isLocked }) => isLocked)).toEqual([true, true]);
  });

  it("is split at any minute, and both parts keep their work and note", async () => {
    const note = "The key is with Ana.";
    const { id } = await office.drafted({ note });
    const answer = await splitShift(await office.asManager(), { id, version: 1, at: 615 });
    expect(answer).toMatchObject({
      ok: true,
      value: { first: { endMinute: 615, note }, second: { startMinute: 615, note } },
    });
    const outside = await splitShift(await office.asManager(), { id, version: 2, at: 615 });
    expect(outside).toMatchObject({ reason: "split_outside_shift" });
  });

  it("says its note to whoever works it once it is published, and to no colleague; another note is a change they read", async () => {
    const { id } = await office.drafted({ note: "The key is with Ana." });
    await office.published({ reason: "Agreed" });
    const version = (await office.read()).shifts.find((one) => one.id === id)?.version ?? 0;
    await changeShift(await office.asManager(), { id, version, note: "The key is at the reception." });
    const own = async () => (await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY))[0]?.note;
    expect(await own()).toBe("The key is with Ana.");
    const { plan } = await previewSchedule(await office.asManager(), { poolId: office.ids.pool, week: WEEK });
    expect(plan.changes).toMatchObject([{ shiftId: id, kind: "note" }]);
    await office.published({ reason: "Agreed" });
    expect(await own()).toBe("The key is at the reception.");
    const seen = await listPoolShifts(await office.asColleague(), MONDAY, MONDAY);
    expect(JSON.stringify(seen)).not.toContain("key");
  });

  it("is not changed by somebody who read it before", async () => {
    const { id } = await office.drafted();
    expect(await changeShift(await office.asManager(), { id, version: 1, endMinute: 960 })).toMatchObject({
      ok: true,
    });
    const stale = await changeShift(await office.asManager(), { id, version: 1, endMinute: 900 });
    expect(stale).toMatchObject({ reason: "changed_since_read", details: { version: 2 } });
  });

  it("is known to no assistant in any way", async () => {
    await office.drafted();
    const mine = await getAssistantWeek(await office.asAssistant(), { week: WEEK });
    expect(mine.days[0]?.hours).toEqual({ startsAtMinute: 480, endsAtMinute: 1020 });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, addDays(MONDAY, 6))).toEqual([]);
    expect(await listPoolShifts(await office.asColleague(), MONDAY, addDays(MONDAY, 6))).toEqual([]);
    expect(await listNotices(await office.asAssistant())).toEqual([]);
  });
});

describe("copying a week", () => {
  it("overwrites nothing and names what it leaves out; taking it back removes what it made", async () => {
    await office.drafted();
    await office.drafted({ on: "2026-09-08" });
    await office.drafted({ on: "2026-09-14", startMinute: 600, endMinute: 720 });
    const weeks = { poolId: office.ids.pool, fromWeek: WEEK, toWeek: "2026-W38" as IsoWeek };
    const answer = await copyWeek(await office.asManager(), weeks);
    if (!answer.ok) throw new Error("refused");
    expect(answer.value).toMatchObject({ copied: 1, leftOut: [{ on: "2026-09-14", reason: "overlap" }] });
    const ids = answer.value.shiftIds;
    expect(await removeDrafts(await office.asManager(), { poolId: office.ids.pool, ids })).toMatchObject({
      value: { removed: 1 },
    });
  });
});

describe("wishes", () => {
  const say = async (items: Record<string, unknown>[]) =>
    setAvailability(await office.asAssistant(), SetAvailabilityInput.parse({ items }));

  it("are findings for the manager, which a reason overrides", async () => {
    await say([{ weekday: 1, startMinute: 900, endMinute: 1440, kind: "unavailable" }]);
    const { findings } = await office.drafted();
    expect(findings).toMatchObject([{ rule: "unavailable", kind: "override" }]);
    expect(await office.publish()).toMatchObject({ reason: "reasons_missing" });
    await say([{ on: MONDAY, kind: "rather_not", reason: "A birthday" }]);
    expect((await office.read()).findings).toMatchObject([
      { rule: "against_wish", kind: "note", details: { said: "A birthday" } },
    ]);
    expect(await office.publish()).toMatchObject({ ok: true });
  });

  it("are late for a week that is closed, and stay in time when they are said again", async () => {
    await say([{ on: MONDAY, kind: "gladly" }]);
    await say([
      { on: MONDAY, kind: "gladly" },
      { on: "2026-08-31", kind: "gladly" },
    ]);
    const wishes = await listOwnWishes(await office.asAssistant());
    expect(wishes.map(({ on, isLate }) => [on, isLate])).toEqual([
      ["2026-08-31", true],
      [MONDAY, false],
    ]);
    expect(await listOwnWishes(await office.asColleague())).toEqual([]);
  });

  it("are refused beyond the days of a month, and with hours that end before they start", async () => {
    const days = [14, 15, 16, 17, 18].map((date) => ({ on: `2026-09-${date}`, kind: "rather_not" }));
    expect(await say(days)).toMatchObject({ reason: "too_many_wishes" });
    expect(await say(days.slice(1))).toMatchObject({ ok: true });
    const backwards = { weekday: 2, startMinute: 600, endMinute: 540, kind: "gladly" };
    expect(await say([backwards])).toMatchObject({ reason: "ends_before_start" });
  });
});
