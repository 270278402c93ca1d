import { beforeEach, describe, expect, it } from "vitest";
import { listOwnShiftRequests } from "@/lib/schedules/swaps/queries";
import { listOpenShifts } from "@/lib/schedules/swaps/queries-takers";
import { AskForShiftInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import { listOwnShifts } from "@/lib/schedules/week/queries-own";
import { changeShift } from "@/lib/schedules/week/service";
import { addDays, day } from "@/lib/time/day";
import { testDb } from "@/tests/support/database";
import { MONDAY } from "@/tests/support/offices/schedules";
import { createSwapOffice, type SwapOffice } from "@/tests/support/offices/swaps";

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
});
