import { beforeEach, describe, expect, it } from "vitest";
import { openCase } from "@/lib/disputes/cases/queries";
import { acknowledgeCase } from "@/lib/disputes/cases/service";
import { tellCaseClocks } from "@/lib/disputes/cases/service-clocks";
import { SetRestrictionInput } from "@/lib/disputes/restrictions/schema";
import { endRestriction, setRestriction } from "@/lib/disputes/restrictions/service";
import { NotFoundError } from "@/lib/errors";
import { listRestrictions } from "@/lib/matching/queries";
import { RestrictPairingInput } from "@/lib/matching/schema";
import { restrictPairing, reviewRestrictions } from "@/lib/matching/service";
import { asAssistantOf, asSystem, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createCover } from "@/tests/support/factories/covers";
import { raise } from "@/tests/support/factories/disputes";
import { type ConversationOffice, createConversationOffice } from "@/tests/support/offices/conversations";

let office: ConversationOffice;

beforeEach(async () => {
  office = await createConversationOffice();
});

const colleague = () => asAssistantOf(office.colleague.userId);

/** Raised about the executive, and answered. */
async function answered(userId: string): Promise<string> {
  const id = await raise(await asAssistantOf(userId), { personIds: [office.executive.userId] });
  await acknowledgeCase(await office.asManager(), { id, version: 2, words: "I call you." });
  return id;
}

const restriction = (id: string, fields: object = {}) =>
  SetRestrictionInput.parse({ id, reviewOn: "2026-11-17", ...fields });

describe("keeping people of a conversation apart", () => {
  it("releases their covers, and reads for managers as one that nobody raised", async () => {
    const { executiveId, colleagueId } = office.ids;
    const days = { startOn: new Date("2026-09-01"), endOn: new Date("2026-09-02") };
    await createCover(testDb(), { executiveId, assistantId: colleagueId, ...days });
    const id = await answered(office.colleague.userId);
    await expect(setRestriction(await colleague(), restriction(id))).rejects.toThrow(NotFoundError);
    expect(await setRestriction(await office.asManager(), restriction(id))).toMatchObject({ ok: true });
    const live = { assistantId: colleagueId, status: { in: ["confirmed" as const, "active" as const] } };
    expect(await testDb().coverageAssignment.count({ where: { ...live, startOn: days.startOn } })).toBe(0);
    const raised = await listRestrictions(await office.asManager(), { limit: 10 });
    const opened = await openCase(await office.asManager(), id);
    expect(opened.ok && opened.value.pair?.restriction).toMatchObject({
      kind: "hard",
      reviewOn: "2026-11-17",
    });
    expect(await setRestriction(await office.asManager(), restriction(id))).toMatchObject({
      reason: "restricted_already",
    });
    expect(await endRestriction(await office.asManager(), { id })).toMatchObject({ ok: true });
    const pair = { executiveId, assistantId: colleagueId, reviewOn: "2026-11-17" };
    await restrictPairing(await office.asManager(), RestrictPairingInput.parse(pair));
    const plain = await listRestrictions(await office.asManager(), { limit: 10 });
    const alike = plain.items.map((item) => ({ ...item, id: raised.items[0]?.id }));
    expect(alike).toEqual(raised.items);
    expect(raised.items[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it("ends support between them on a chosen day, without which it is refused", async () => {
    const id = await answered(office.assistant.userId);
    expect(await setRestriction(await office.asManager(), restriction(id))).toMatchObject({
      reason: "still_supports",
    });
    const ending = restriction(id, { supportUntil: "2026-08-28" });
    expect(await setRestriction(await office.asManager(), ending)).toMatchObject({ ok: true });
    expect(await testDb().supportAssignment.findMany({ select: { toOn: true } })).toEqual([
      { toOn: new Date("2026-08-28") },
    ]);
  });

  it("is of one assistant and one executive, and looked at again within half a year", async () => {
    const id = await raise(await colleague(), { topic: "workload", personIds: [] });
    await acknowledgeCase(await office.asManager(), { id, version: 2, words: "I call you." });
    expect(await setRestriction(await office.asManager(), restriction(id))).toMatchObject({
      reason: "no_pair",
    });
    const other = await answered(office.colleague.userId);
    const late = restriction(other, { reviewOn: "2027-08-17" });
    expect(await setRestriction(await office.asManager(), late)).toMatchObject({
      reason: "review_within_half_a_year",
    });
  });

  it("is looked at again on its day, in force until decided, and over after its last", async () => {
    const id = await answered(office.colleague.userId);
    await setRestriction(
      await office.asManager(),
      restriction(id, { reviewOn: "2026-09-01", expiresOn: "2026-09-30" }),
    );
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    const status = async () => (await testDb().pairingRestriction.findFirstOrThrow()).status;
    await reviewRestrictions(asSystem(new Date("2026-08-31T21:00:00Z")));
    expect(await status()).toBe("active");
    const onItsDay = new Date("2026-09-01T07:00:00Z");
    await reviewRestrictions(asSystem(onItsDay));
    await tellCaseClocks(asSystem(onItsDay));
    expect(await status()).toBe("under_review");
    const told = await testDb().notification.findMany({ where: { readAt: null } });
    expect(told.map(({ userId }) => userId)).toEqual([office.manager.userId]);
    expect((await listRestrictions(await office.asManager(), { limit: 10 })).items).toHaveLength(1);
    await reviewRestrictions(asSystem(new Date("2026-09-30T21:59:00Z")));
    expect(await status()).toBe("under_review");
    await reviewRestrictions(asSystem(new Date("2026-09-30T22:00:00Z")));
    expect(await status()).toBe("expired");
  });
});
