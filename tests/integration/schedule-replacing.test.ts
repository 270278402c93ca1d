import { beforeEach, describe, expect, it } from "vitest";
import { listEmployments } from "@/lib/availability/queries";
import { listNotices } from "@/lib/notices/queries";
import { getReplacing, listShiftsTouched } from "@/lib/schedules/replacing/queries";
import { CallOffShiftInput, ReplaceShiftInput } from "@/lib/schedules/replacing/schema";
import { callOffShift, reinstateShift, replaceShift } from "@/lib/schedules/replacing/service";
import { listOwnShifts } from "@/lib/schedules/week/queries-own";
import { wholeHalves } from "@/lib/time/stretch";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createScheduleOffice, MONDAY, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;
let shiftId: string;
const DAY = new Date(MONDAY);

/** The assistant's Monday 8–17 with an hour at the phones from noon. */
beforeEach(async () => {
  office = await createScheduleOffice();
  const { support, phones } = office.roles;
  const work = [
    { roleId: support, startMinute: 480, endMinute: 720 },
    { roleId: phones, startMinute: 720, endMinute: 780 },
    { roleId: support, startMinute: 780, endMinute: 1020 },
  ];
  shiftId = (await office.drafted({ work, roleId: undefined, breakStartMinute: 780 })).id;
  await office.published({ reason: "Agreed" });
});

const shift = async () => {
  const found = (await office.read()).shifts.find(({ id }) => id === shiftId);
  if (!found) throw new Error("no shift");
  return found;
};
const replace = async (assistantId: string, more: Record<string, unknown> = {}) => {
  const { version } = await shift();
  const input = ReplaceShiftInput.parse({ id: shiftId, version, assistantId, ...more });
  return replaceShift(await office.asManager(), input);
};
const callOff = async (hours: Record<string, unknown> = {}) => {
  const { version } = await shift();
  return callOffShift(await office.asManager(), CallOffShiftInput.parse({ id: shiftId, version, ...hours }));
};
const reinstate = async () =>
  reinstateShift(await office.asManager(), { id: shiftId, version: (await shift()).version });
const awayOnMonday = () =>
  createAbsence(testDb(), {
    assistantId: office.ids.assistantId,
    startOn: DAY,
    endOn: DAY,
    status: "approved",
  });
const own = async () => listOwnShifts(await office.asColleague(), MONDAY, MONDAY);
const kinds = async () => (await listNotices(await office.asColleague())).map(({ kind }) => kind);
const phonesThere = async () =>
  (await office.read()).pieces
    .filter(({ roleId }) => roleId === office.roles.phones)
    .map(({ published }) => published);

describe("calling a shift off", () => {
  it("takes its hours from its person and its roles at once, and puts them back", async () => {
    expect(await phonesThere()).toEqual([1]);
    expect(await callOff()).toMatchObject({ ok: true });
    expect((await shift()).calledOff).toEqual([{ startMinute: 480, endMinute: 1020 }]);
    expect(await phonesThere()).toEqual([]);
    const at = await listEmployments(testDb(), [office.ids.assistantId], MONDAY, MONDAY);
    expect(at.get(office.ids.assistantId)?.shifts).toEqual({ [MONDAY]: [] });
    expect(await callOff()).toMatchObject({ ok: false, reason: "called_off_already" });
    expect(await reinstate()).toMatchObject({ ok: true });
    expect((await shift()).calledOff).toEqual([]);
    expect((await shift()).work).toHaveLength(3);
    expect(await reinstate()).toMatchObject({ ok: false, reason: "not_called_off" });
  });

  it("leaves the rest of a day where only some hours are", async () => {
    expect(await callOff({ startMinute: 480, endMinute: 720 })).toMatchObject({ ok: true });
    const [mine] = await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY);
    expect(mine).toMatchObject({ calledOff: [{ startMinute: 480, endMinute: 720 }] });
    expect(await phonesThere()).toEqual([1]);
    expect(await callOff({ startMinute: 1000, endMinute: 1100 })).toMatchObject({
      reason: "hours_outside_shift",
    });
  });

  it("is not for a draft", async () => {
    const draft = await office.drafted({ on: "2026-09-08" });
    const called = callOffShift(
      await office.asManager(),
      CallOffShiftInput.parse({ id: draft.id, version: 1 }),
    );
    expect(await called).toMatchObject({ ok: false, reason: "shift_not_published" });
  });
});

describe("replacing somebody who is away", () => {
  it("gives a person without work then a shift of the hours that are called off", async () => {
    await awayOnMonday();
    const { could } = await getReplacing(await office.asManager(), shiftId);
    expect(could.map(({ id, within }) => [id, within])).toEqual([[office.ids.colleagueId, null]]);
    expect(await replace(office.ids.colleagueId)).toMatchObject({ ok: true });
    expect(await own()).toMatchObject([{ startMinute: 480, endMinute: 1020, work: [{}, {}, {}] }]);
    expect(await kinds()).toContain("shift_called_off");
    expect(await replace(office.ids.colleagueId)).toMatchObject({ ok: false, reason: "not_called_off" });
    const { taken } = await getReplacing(await office.asManager(), shiftId);
    expect(taken).toHaveLength(1);
  });

  it("puts the phones into the shift of a person at work, and the work before back", async () => {
    await office.drafted({ assistantId: office.ids.colleagueId });
    await office.published({ reason: "Agreed" });
    await awayOnMonday();
    expect(await phonesThere()).toEqual([]);
    const { could } = await getReplacing(await office.asManager(), shiftId);
    expect(could[0]?.within?.assistantId).toBe(office.ids.colleagueId);
    expect(await replace(office.ids.colleagueId)).toMatchObject({ ok: true });
    expect((await own()).map(({ work }) => work.map(({ roleId }) => roleId))).toEqual([
      [office.roles.support, office.roles.phones, office.roles.support],
    ]);
    expect(await phonesThere()).toEqual([1]);
    await testDb().absence.updateMany({ data: { status: "cancelled" } });
    expect((await shift()).calledOff).toHaveLength(1);
    expect(await reinstate()).toMatchObject({ ok: true });
    expect((await own()).map(({ work }) => work.length)).toEqual([1]);
    expect((await shift()).calledOff).toEqual([]);
  });

  it("takes the replacing shift away when the hours are put back", async () => {
    await callOff();
    await replace(office.ids.colleagueId);
    expect(await own()).toHaveLength(1);
    await reinstate();
    expect(await own()).toEqual([]);
  });

  it("refuses who is away then too", async () => {
    await awayOnMonday();
    await createAbsence(testDb(), {
      assistantId: office.ids.colleagueId,
      startOn: DAY,
      endOn: DAY,
      status: "approved",
    });
    expect(await replace(office.ids.colleagueId)).toMatchObject({ ok: false, reason: "could_not_take" });
  });

  it("is listed with the absence that calls it off", async () => {
    const away = wholeHalves({ from: MONDAY, fromPart: "am", to: MONDAY, toPart: "am" });
    const [touched] = await listShiftsTouched(await office.asManager(), office.ids.assistantId, away);
    expect(touched).toMatchObject({ calledOff: [{ startMinute: 480, endMinute: 720 }], isOpen: true });
  });
});
