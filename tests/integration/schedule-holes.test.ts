import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listPeopleForHours } from "@/lib/schedules/replacing/queries-holes";
import { askForHours, fillHours } from "@/lib/schedules/replacing/service-holes";
import { listAskedForHours } from "@/lib/schedules/swaps/queries";
import { acceptShiftRequest } from "@/lib/schedules/swaps/service-answers";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createScheduleOffice, MONDAY, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;

/** Somebody is needed at the phones from 11 to 12 on Mondays; the colleague works with executives from 8 to 17. */
beforeEach(async () => {
  office = await createScheduleOffice();
  const window = { weekday: 1, startMinute: 660, endMinute: 720, headcount: 1 };
  await testDb().roleDemand.create({
    data: { poolId: office.ids.pool, roleId: office.roles.phones, ...window },
  });
  await office.drafted({ assistantId: office.ids.colleagueId });
});

const hours = () => ({
  ...{ poolId: office.ids.pool, roleId: office.roles.phones, on: MONDAY },
  ...{ startMinute: 660, endMinute: 720 },
});
const there = async () => {
  const pieces = (await office.read()).pieces.filter(({ roleId }) => roleId === office.roles.phones);
  return pieces.map((piece) => [piece.needed, piece.there, piece.published]);
};

describe("who could fill a hole of a role", () => {
  it("is somebody at work with executives, or somebody with a shift of their own", async () => {
    const { could } = await listPeopleForHours(await office.asManager(), hours());
    const ways = new Map(could.map(({ id, within }) => [id, within !== null]));
    expect(ways.get(office.ids.colleagueId)).toBe(true);
    expect(ways.get(office.ids.assistantId)).toBe(false);
  });

  it("is known to nobody who does not lead the pool", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    await expect(listPeopleForHours(other, hours())).rejects.toThrow(NotFoundError);
  });
});

describe("filling a hole", () => {
  it("drafts the role within a shift, which is there and not published", async () => {
    expect(await there()).toEqual([[1, 0, 0]]);
    const filled = fillHours(await office.asManager(), { ...hours(), assistantId: office.ids.colleagueId });
    expect(await filled).toMatchObject({ ok: true });
    expect(await there()).toEqual([[1, 1, 0]]);
    const [shift] = (await office.read()).shifts;
    expect(shift?.work.map(({ startMinute, endMinute }) => [startMinute, endMinute])).toEqual([
      [480, 660],
      [660, 720],
      [720, 1020],
    ]);
  });

  it("drafts a shift of its own, or an open one that is nobody's", async () => {
    const ctx = await office.asManager();
    expect(await fillHours(ctx, { ...hours(), assistantId: office.ids.assistantId })).toMatchObject({
      ok: true,
    });
    expect(await there()).toEqual([[1, 1, 0]]);
    expect(await fillHours(ctx, hours())).toMatchObject({ ok: true });
    expect((await office.read()).shifts.filter(({ assistantId }) => assistantId === null)).toHaveLength(1);
    const again = await fillHours(ctx, { ...hours(), assistantId: office.ids.assistantId });
    expect(again).toMatchObject({ ok: false, reason: "could_not_take" });
  });
});

describe("asking about a hole", () => {
  it("publishes an open shift that is theirs once they say so, and nothing where they could not take it", async () => {
    const ctx = await office.asManager();
    await office.published({ reason: "Agreed" });
    const refused = await askForHours(ctx, { ...hours(), assistantId: office.ids.colleagueId });
    expect(refused).toMatchObject({ reason: "could_not_take" });
    expect(await testDb().shift.count({ where: { assistantId: null } })).toBe(0);
    const asked = await askForHours(ctx, { ...hours(), assistantId: office.ids.assistantId });
    if (!asked.ok) throw new Error(asked.reason);
    const answer = { id: asked.value.id, version: 1 };
    const again = await askForHours(ctx, { ...hours(), assistantId: office.ids.assistantId });
    expect(again).toMatchObject({ value: { id: answer.id } });
    expect([...(await listAskedForHours(ctx, office.ids.pool, hours()))]).toEqual([office.ids.assistantId]);
    expect(await acceptShiftRequest(await office.asAssistant(), answer)).toMatchObject({
      value: { status: "approved" },
    });
    expect(await there()).toEqual([[1, 1, 1]]);
  });
});
