import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { readAnswerable } from "@/lib/insight/acts/queries";
import { listOwnShiftRequests } from "@/lib/schedules/swaps/queries";
import { listOpenShifts } from "@/lib/schedules/swaps/queries-takers";
import { AskForShiftInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import {
  acceptShiftRequest,
  cancelShiftRequest,
  declineShiftRequest,
} from "@/lib/schedules/swaps/service-answers";
import { listOwnShifts } from "@/lib/schedules/week/queries-own";
import { changeShift } from "@/lib/schedules/week/service";
import { addDays, day } from "@/lib/time/day";
import { testDb } from "@/tests/support/database";
import { MONDAY } from "@/tests/support/offices/schedules";
import { createSwapOffice, noticeKindsOf, type SwapOffice } from "@/tests/support/offices/swaps";

let office: SwapOffice;

beforeEach(async () => {
  office = await createSwapOffice();
});

describe("an open shift", () => {
  let open: string;

  beforeEach(async () => {
    open = (await office.drafted({ assistantId: null, on: day("2026-09-10"), roleId: office.roles.phones }))
      .id;
    await office.published({ reason: "Agreed" });
  });

  const take = async (more: Record<string, unknown> = {}) =>
    office.asked({ kind: "take", shiftId: open, ...more });

  it("is shown to those who could take it, who offer together; the manager gives it to one", async () => {
    const ctx = await office.asAssistant();
    expect(await listOpenShifts(ctx, MONDAY, addDays(MONDAY, 6))).toMatchObject([{ id: open }]);
    const id = await take();
    const second = askForShift(
      await office.asColleague(),
      AskForShiftInput.parse({ kind: "take", shiftId: open }),
    );
    expect(await second).toMatchObject({ ok: true, value: { id } });
    expect(await office.approve(id)).toMatchObject({ ok: false, reason: "assistant_missing" });
    expect(await office.approve(id, { assistantId: office.ids.colleagueId })).toMatchObject({ ok: true });
    expect(await listOwnShifts(await office.asColleague(), MONDAY, addDays(MONDAY, 6))).toContainEqual(
      expect.objectContaining({ id: open }),
    );
    expect(await listOwnShiftRequests(ctx)).toMatchObject([{ status: "approved" }]);
  });

  it("goes to the first taker where the pool says so and no executive is concerned", async () => {
    await testDb().schedulePolicy.create({ data: { poolId: office.ids.pool, firstTaker: true } });
    expect(await office.request(await take())).toMatchObject({
      status: "approved",
      taker: { id: office.ids.assistantId },
    });
  });

  it("never goes to the first taker where it is with executives", async () => {
    await testDb().schedulePolicy.create({ data: { poolId: office.ids.pool, firstTaker: true } });
    await changeShift(await office.asManager(), { id: open, version: 2, roleId: office.roles.support });
    await office.published({ reason: "Agreed" });
    expect(await office.request(await take())).toMatchObject({ status: "pending_approval" });
  });

  const ask = async (toAssistantIds: string[]) =>
    askForShift(
      await office.asManager(),
      AskForShiftInput.parse({ kind: "ask", shiftId: open, toAssistantIds }),
    );
  const answerOf = async (id: string, answer: typeof acceptShiftRequest | typeof declineShiftRequest) =>
    answer(await office.asColleague(), { id, version: (await office.request(id)).version });

  it("is theirs who are asked by a manager and say so first, and until then offered to nobody else", async () => {
    const asked = await ask([office.ids.assistantId, office.ids.colleagueId]);
    if (!asked.ok) throw new Error(asked.reason);
    const { id } = asked.value;
    expect(await noticeKindsOf(await office.asColleague())).toContain("shift_request_asked");
    expect(await listOpenShifts(await office.asAssistant(), MONDAY, addDays(MONDAY, 6))).toEqual([]);
    const [notice] = await testDb().notification.findMany({ where: { kind: "shift_request_asked" } });
    if (!notice) throw new Error("nobody was told");
    expect(await readAnswerable(await office.asColleague(), notice)).toMatchObject({ isOpen: true });
    expect(await answerOf(id, acceptShiftRequest)).toMatchObject({ value: { status: "approved" } });
    expect(await readAnswerable(await office.asColleague(), notice)).toMatchObject({ isOpen: false });
    expect(await listOwnShifts(await office.asColleague(), MONDAY, addDays(MONDAY, 6))).toContainEqual(
      expect.objectContaining({ id: open }),
    );
    expect(await outcomesTold(office.manager.userId)).toEqual(["taken"]);
  });

  it("waits for its manager where who says yes breaks a rule, and goes back to them where all say no", async () => {
    await office.drafted({
      ...{ assistantId: office.ids.colleagueId, on: day("2026-09-09"), startMinute: 840, endMinute: 1380 },
    });
    await office.published({ reason: "Agreed" });
    const asked = await ask([office.ids.colleagueId]);
    if (!asked.ok) throw new Error(asked.reason);
    expect(await answerOf(asked.value.id, acceptShiftRequest)).toMatchObject({
      value: { status: "pending_approval" },
    });
    await cancelShiftRequest(await office.asManager(), {
      id: asked.value.id,
      version: (await office.request(asked.value.id)).version,
    });
    const again = await ask([office.ids.colleagueId]);
    if (!again.ok) throw new Error(again.reason);
    expect(await answerOf(again.value.id, declineShiftRequest)).toMatchObject({
      value: { status: "denied" },
    });
    expect(await outcomesTold(office.manager.userId)).toContain("refused_by_all");
  });

  it("is asked about by nobody but a manager, and of those who could take it", async () => {
    await expect(office.ask({ kind: "ask", shiftId: open })).rejects.toThrow(NotFoundError);
    expect(await ask([office.ids.pool])).toMatchObject({ reason: "could_not_take" });
    const owned = AskForShiftInput.parse({ kind: "ask", shiftId: office.mine });
    expect(await askForShift(await office.asManager(), owned)).toMatchObject({ reason: "shift_not_open" });
    await take();
    expect(await ask([office.ids.colleagueId])).toMatchObject({ reason: "shift_in_request" });
  });
});

async function outcomesTold(userId: string): Promise<unknown[]> {
  const rows = await testDb().notification.findMany({ where: { userId, kind: "shift_request_ended" } });
  return rows.map(({ params }) => (params as { outcome?: unknown }).outcome);
}
