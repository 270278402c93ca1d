import { beforeEach, describe, expect, it } from "vitest";
import { findAd, listOpenAds, requireAd } from "@/lib/hiring/ads/queries";
import { SaveAdInput } from "@/lib/hiring/ads/schema";
import { closeAd, publishAd, saveAd } from "@/lib/hiring/ads/service";
import { listEvidence, listRequisitions, requireRequisition } from "@/lib/hiring/requisitions/queries";
import { CreateRequisitionInput } from "@/lib/hiring/requisitions/schema";
import { createRequisition, moveRequisition, workOutEvidence } from "@/lib/hiring/requisitions/service";
import { asManagerOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { adText } from "../support/factories/hiring";
import { createLeaveOffice, type LeaveOffice } from "../support/offices/leave";

let office: LeaveOffice;
const manager = () => asManagerOf(office.manager.userId);

beforeEach(async () => {
  office = await createLeaveOffice();
});

async function ask(): Promise<string> {
  const input = CreateRequisitionInput.parse({
    ...{ poolId: office.ids.pool, title: "Executive assistant", executiveIds: [office.ids.executiveId] },
  });
  const answer = await createRequisition(await manager(), input);
  return answer.ok ? answer.value.id : "";
}

async function moveBy(
  userId: string,
  id: string,
  move: "submit" | "approve" | "reject" | "hold",
  reason = "",
) {
  const ctx = await asManagerOf(userId);
  const { version } = await requireRequisition(ctx, id);
  return moveRequisition(ctx, { id, version, move, reason });
}

describe("a requisition", () => {
  it("takes its profile from the executives and is worked out from what is open", async () => {
    const id = await ask();
    await workOutEvidence(await manager(), { id });
    const [evidence] = await listEvidence(await manager(), id);
    expect(evidence?.weeks).toHaveLength(24);
    expect(evidence?.weeks.filter(({ isPast }) => isPast)).toHaveLength(12);
    expect((await requireRequisition(await manager(), id)).duties.length).toBeGreaterThan(0);
  });

  it("is decided on by another manager where the pool has one, and rejected with a reason", async () => {
    const id = await ask();
    const { pool: poolId } = office.ids;
    await testDb().poolManager.create({ data: { poolId, userId: office.otherManager.userId } });
    await moveBy(office.manager.userId, id, "submit");
    expect(await moveBy(office.manager.userId, id, "approve")).toMatchObject({ reason: "own_requisition" });
    expect(await moveBy(office.otherManager.userId, id, "reject")).toMatchObject({
      reason: "hiring_reason_missing",
    });
    expect(await moveBy(office.otherManager.userId, id, "approve")).toMatchObject({ ok: true });
    expect(await requireRequisition(await manager(), id)).toMatchObject({ status: "open", canDecide: false });
  });

  it("is not known to managers of other pools", async () => {
    const id = await ask();
    const other = await asManagerOf(office.otherManager.userId);
    await expect(requireRequisition(other, id)).rejects.toThrow();
    expect(await listRequisitions(other)).toEqual([]);
  });
});

describe("an ad", () => {
  const anyone = () => ({ db: testDb(), now: MONDAY_MORNING });

  async function write(requisitionId: string, changes: Record<string, unknown> = {}) {
    const input = SaveAdInput.parse({
      ...{
        requisitionId,
        version: 0,
        en: adText("Executive assistant"),
        employer: "Norrvik",
        place: "London",
      },
      ...{ country: "GB", closesOn: "2026-09-30", payFrom: 38_000, ...changes },
    });
    return saveAd(await manager(), input);
  }

  async function publish(requisitionId: string) {
    const { version } = await requireAd(await manager(), requisitionId);
    return publishAd(await manager(), { requisitionId, version });
  }

  it("is published when the requisition is open, a language is complete and pay is said", async () => {
    const id = await ask();
    await write(id, { payFrom: null });
    expect(await publish(id)).toMatchObject({ reason: "ad_not_wanted" });
    await moveBy(office.manager.userId, id, "submit");
    await moveBy(office.manager.userId, id, "approve");
    expect(await publish(id)).toMatchObject({ reason: "ad_pay_missing" });
    await write(id, { version: 1, en: { ...adText("Executive assistant"), offer: "" } });
    expect(await publish(id)).toMatchObject({ reason: "ad_incomplete" });
    await write(id, { version: 2 });
    expect(await publish(id)).toMatchObject({ ok: true });
    expect(await listOpenAds(anyone())).toMatchObject([{ payTo: 38_000, versions: 3 }]);
  });

  it("is gone from the list when it is closed or its requisition rests, and still found as closed", async () => {
    const id = await ask();
    await write(id);
    await moveBy(office.manager.userId, id, "submit");
    await moveBy(office.manager.userId, id, "approve");
    await publish(id);
    const { slug } = await requireAd(await manager(), id);
    await moveBy(office.manager.userId, id, "hold");
    expect(await listOpenAds(anyone())).toEqual([]);
    expect(await findAd(anyone(), slug)).toMatchObject({ state: "closed" });
    const { version } = await requireAd(await manager(), id);
    expect(await closeAd(await manager(), { requisitionId: id, version: version - 1 })).toMatchObject({
      reason: "changed_since_read",
    });
    expect(await closeAd(await manager(), { requisitionId: id, version })).toMatchObject({ ok: true });
    expect(await findAd(anyone(), "never-there")).toBeNull();
  });
});
