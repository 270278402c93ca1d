import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listShiftRequests } from "@/lib/schedules/swaps/queries";
import { getGiveChoice } from "@/lib/schedules/swaps/queries-takers";
import { AskForShiftInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import {
  acceptShiftRequest,
  cancelShiftRequest,
  declineShiftRequest,
} from "@/lib/schedules/swaps/service-answers";
import { denyShiftRequest } from "@/lib/schedules/swaps/service-decisions";
import { listOwnShifts } from "@/lib/schedules/week/queries-own";
import { addDays } from "@/lib/time/day";
import { asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { MONDAY } from "@/tests/support/offices/schedules";
import { createSwapOffice, noticeKindsOf, type SwapOffice } from "@/tests/support/offices/swaps";

let office: SwapOffice;

beforeEach(async () => {
  office = await createSwapOffice();
});

async function createThird() {
  const user = await testDb().user.create({ data: { name: "Tove Sandell", email: "tove@x.example" } });
  return testDb().assistant.create({ data: { poolId: office.ids.pool, site: "", userId: user.id } });
}

describe("giving a shift away", () => {
  it("asks those who could, stays with its owner until it is approved, and then goes to who accepted", async () => {
    const choice = await getGiveChoice(await office.asAssistant(), office.mine);
    expect(choice.takers.could.map(({ id }) => id)).toEqual([office.ids.colleagueId]);
    const id = await office.drop();
    expect(await office.request(id)).toMatchObject({
      status: "pending_acceptance",
      answers: [{ id: office.ids.colleagueId, answer: "asked" }],
    });
    expect(await noticeKindsOf(await office.asColleague())).toContain("shift_request_asked");
    expect(await office.accept(id)).toMatchObject({ ok: true, value: { status: "pending_approval" } });
    expect(await noticeKindsOf(await office.asManager())).toContain("shift_request_waiting");
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toHaveLength(1);
    expect(await office.approve(id)).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toEqual([]);
    expect(await listOwnShifts(await office.asColleague(), MONDAY, MONDAY)).toMatchObject([
      { id: office.mine },
    ]);
    expect(await noticeKindsOf(await office.asAssistant())).toContain("shift_request_ended");
  });

  it("has one live request for a shift, whether it is given or asked for in exchange", async () => {
    await office.swap();
    expect(await office.ask({ kind: "drop", shiftId: office.mine })).toMatchObject({
      ok: false,
      reason: "shift_in_request",
    });
    const other = askForShift(
      await office.asColleague(),
      AskForShiftInput.parse({ kind: "drop", shiftId: office.theirs }),
    );
    expect(await other).toMatchObject({ ok: false, reason: "shift_in_request" });
  });

  it("is kept to one live request by the database", async () => {
    const id = await office.swap();
    const row = await testDb().shiftRequest.findUniqueOrThrow({ where: { id } });
    const twice = testDb().shiftRequest.create({
      data: {
        ...{
          poolId: row.poolId,
          kind: "drop",
          shiftId: office.theirs,
          shiftVersion: 2,
          status: "pending_acceptance",
        },
        ...{ ownerId: office.ids.colleagueId, askedById: row.askedById, askedAt: row.askedAt },
        expiresAt: row.expiresAt,
      },
    });
    await expect(twice).rejects.toThrow();
  });

  it("is not for somebody else's shift, a draft, or one that begins soon", async () => {
    await expect(office.ask({ kind: "drop", shiftId: office.theirs })).rejects.toThrow(NotFoundError);
    const draft = await office.drafted({ on: addDays(MONDAY, 3) });
    await expect(office.ask({ kind: "drop", shiftId: draft.id })).rejects.toThrow(NotFoundError);
    const soon = { ...(await office.asAssistant()), now: new Date("2026-09-07T05:00:00Z") };
    const late = askForShift(soon, AskForShiftInput.parse({ kind: "drop", shiftId: office.mine }));
    expect(await late).toMatchObject({ ok: false, reason: "shift_too_soon" });
  });

  it("ends when the last who is asked declines, and when its owner takes it back", async () => {
    const id = await office.drop();
    const declined = declineShiftRequest(await office.asColleague(), { id, version: 1 });
    expect(await declined).toMatchObject({ ok: true, value: { status: "denied" } });
    const again = await office.drop();
    const cancelled = cancelShiftRequest(await office.asAssistant(), { id: again, version: 1 });
    expect(await cancelled).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect(await office.accept(again)).toMatchObject({ ok: false, reason: "not_possible_now" });
    await expect(cancelShiftRequest(await office.asColleague(), { id, version: 1 })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("lets one of two who accept at once have it, and tells the other by whom", async () => {
    const third = await createThird();
    const id = await office.drop();
    expect((await office.request(id)).answers).toHaveLength(2);
    const manager = await office.asManager();
    const answers = await Promise.all([
      office.accept(id),
      acceptShiftRequest(manager, { id, version: 1, assistantId: third.id }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "shift_taken" });
  });

  it("says to who accepts twice that it is answered", async () => {
    const id = await office.drop();
    await office.accept(id);
    expect(await office.accept(id)).toMatchObject({ ok: false, reason: "answered_already" });
  });

  it("is answered by a colleague for themselves alone", async () => {
    const third = await createThird();
    const id = await office.drop();
    const forAnother = { id, version: 1, assistantId: third.id };
    await expect(acceptShiftRequest(await office.asColleague(), forAnother)).rejects.toThrow(NotFoundError);
    expect((await office.request(id)).taker).toBeNull();
  });

  it("is denied with a word, and everybody keeps their shifts", async () => {
    const id = await office.drop();
    await office.accept(id);
    const manager = await office.asManager();
    expect(await denyShiftRequest(manager, { id, version: 2, note: "We need you there" })).toMatchObject({
      ok: true,
    });
    expect(await office.request(id)).toMatchObject({ status: "denied", note: "We need you there" });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toHaveLength(1);
    const [shown] = await listShiftRequests(manager, [office.ids.pool]);
    expect(shown?.id).toBe(id);
    await expect(
      listShiftRequests(await asManagerOf(office.otherManager.userId), [office.ids.pool]),
    ).rejects.toThrow(NotFoundError);
  });
});
