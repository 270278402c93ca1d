import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listReceivers } from "@/lib/requests/holders/queries-receivers";
import { SetServiceLevelsInput } from "@/lib/requests/levels/schema";
import { setServiceLevels } from "@/lib/requests/levels/service";
import { listOwnRequests, requireSupportRequest } from "@/lib/requests/queries";
import { listOwnPlaces } from "@/lib/requests/queue/queries-places";
import { FileSupportRequestInput, ListRequestsInput } from "@/lib/requests/schema";
import { startRequest } from "@/lib/requests/service-assistant";
import { changeRequest } from "@/lib/requests/service-changes";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

const AN_HOUR_LATER = new Date("2026-08-17T08:00:00Z");

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
const manager = () => asManagerOf(office.manager.userId);
const asRead = (id: string) => current("support_requests", id);

async function filed(overrides: object = {}): Promise<string> {
  const input = FileSupportRequestInput.parse({ summary: "Book the Oslo trip", ...overrides });
  const answer = await fileSupportRequest(await executive(), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

describe("another priority or type", () => {
  it("brings the target of its level with the minutes used, and tells who has it", async () => {
    const any = { typeId: null, tier: null, answerMinutes: null };
    const levels = [
      { ...any, priority: null, resolveMinutes: 480 },
      { ...any, priority: "urgent", resolveMinutes: 120 },
    ];
    await setServiceLevels(await manager(), SetServiceLevelsInput.parse({ id: office.ids.pool, levels }));
    const id = await filed();
    const later = await executive(AN_HOUR_LATER);
    expect(await changeRequest(later, { ...(await asRead(id)), priority: "urgent" })).toMatchObject({
      ok: true,
    });
    expect((await requireSupportRequest(later, id)).serviceLevel.resolve).toEqual({
      targetMinutes: 120,
      usedMinutes: 60,
      dueAt: "2026-08-17T09:00:00.000Z",
      state: "running",
    });
    const told = { userId: office.assistant.userId, kind: "request_priority" };
    expect(await testDb().notification.count({ where: told })).toBe(1);
  });

  it("refuses a type there isn't and a request that is done, and is not found by who doesn't serve", async () => {
    const id = await filed();
    const read = await asRead(id);
    expect(await changeRequest(await executive(), { ...read, typeId: "juggling" })).toMatchObject({
      reason: "unknown_request_type",
    });
    await expect(
      changeRequest(await asAssistantOf(office.colleague.userId), { ...read, priority: "low" }),
    ).rejects.toThrow(NotFoundError);
    expect(await changeRequest(await executive(), { ...read, version: 9, priority: "low" })).toMatchObject({
      reason: "changed_since_read",
    });
  });
});

describe("what stands before an executive's request", () => {
  it("is counted by rule, also where it is another executive's", async () => {
    await filed({ priority: "urgent" });
    const begun = await filed();
    await startRequest(await asAssistantOf(office.assistant.userId), await asRead(begun));
    const id = await filed({ priority: "low" });
    const ctx = await executive();
    const { items } = await listOwnRequests(ctx, ListRequestsInput.parse({}));
    const places = await listOwnPlaces(ctx, items);
    expect(places.get(id)).toEqual({ urgent: 2, agreed: 0, due: 0, sent: 0 });
    expect(places.has(begun)).toBe(false);
  });
});

describe("to whom a manager gives a request", () => {
  it("is proposed with why, until when they are there, and how much they have", async () => {
    const id = await filed();
    const { receivers } = await listReceivers(await manager(), id);
    expect(receivers.find(({ assistantId }) => assistantId === office.ids.assistantId)).toBeUndefined();
    expect(receivers[0]).toMatchObject({ assistantId: office.ids.colleagueId, open: 0 });
  });
});
