import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { syncHolders } from "@/lib/requests/holders/service";
import {
  listCalls,
  listKnownCallers,
  listOwnMessages,
  requirePhoneMessage,
} from "@/lib/requests/messages/queries";
import { PadInput, TakePhoneMessageInput } from "@/lib/requests/messages/schema";
import { takeFromPad, takePhoneMessage, tickMessage, untickMessage } from "@/lib/requests/messages/service";
import { listOwnRequestsAtHand } from "@/lib/requests/queries";
import { listQueue } from "@/lib/requests/queue/queries";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createCover } from "@/tests/support/factories/covers";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
  await testDb().requestType.create({
    data: { id: "phone_message", nameEn: "Phone message", nameSv: "Samtal" },
  });
  await testDb().duty.create({ data: { id: "phones", nameEn: "Phones", nameSv: "Telefon" } });
  await testDb().dutyRequirement.create({
    data: { executiveId: office.ids.executiveId, dutyId: "phones", minutesPerDay: 30, minProficiency: 1 },
  });
});

const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
const assistant = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const colleague = (now?: Date) => asAssistantOf(office.colleague.userId, now);
const asRead = (id: string) => current("support_requests", id);

async function taken(overrides: object = {}): Promise<string> {
  const input = TakePhoneMessageInput.parse({
    executiveId: office.ids.executiveId,
    caller: "Lars Edvardsson",
    company: "Nordbanken",
    number: "+46 8 555 017 40",
    ...overrides,
  });
  const answer = await takePhoneMessage(await assistant(), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

const kindsTold = async (userId: string) =>
  (await testDb().notification.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

describe("a phone message", () => {
  it("reaches the executive at once, and is a request with who serves them", async () => {
    const id = await taken({ urgent: true, text: "About the loan" });
    expect(await kindsTold(office.executive.userId)).toEqual(["phone_message"]);
    expect(await listOwnMessages(await executive())).toMatchObject([
      { id, caller: "Lars Edvardsson", urgent: true, text: "About the loan", tickedAt: null },
    ]);
    expect((await listQueue(await assistant())).map(({ id: queued, summary }) => [queued, summary])).toEqual([
      [id, "Lars Edvardsson, Nordbanken"],
    ]);
    expect((await listOwnRequestsAtHand(await executive(), { limit: 12 })).count).toBe(0);
  });

  it("goes with a cover for phones", async () => {
    const id = await taken();
    const { assistantId, colleagueId, executiveId } = office.ids;
    const on = new Date("2026-08-18");
    const { id: absenceId } = await testDb().absence.create({
      data: { assistantId, leaveTypeId: "vacation", startOn: on, endOn: on, status: "approved" },
    });
    const cover = { executiveId, assistantId: colleagueId, absenceId, startOn: on, endOn: on };
    await createCover(testDb(), { ...cover, dutyIds: ["phones"] });
    const tuesday = new Date("2026-08-18T07:00:00Z");
    await syncHolders(asSystem(tuesday));
    expect((await listQueue(await colleague(tuesday))).map((request) => request.id)).toEqual([id]);
  });

  it("is ticked off in one step and can be taken back, by the executive alone; who took it sees it", async () => {
    const id = await taken();
    const ticked = { ...(await asRead(id)), as: "called_back" as const };
    await expect(tickMessage(await otherExecutive(), ticked)).rejects.toThrow(NotFoundError);
    expect(await tickMessage(await executive(), ticked)).toMatchObject({ value: { status: "closed" } });
    expect(await listOwnMessages(await executive())).toEqual([]);
    expect(await listCalls(await assistant())).toMatchObject([{ id, calledBack: true }]);
    expect(await tickMessage(await executive(), { ...(await asRead(id)), as: "seen" })).toMatchObject({
      reason: "not_possible_now",
    });
    expect(await untickMessage(await executive(), await asRead(id))).toMatchObject({ ok: true });
    expect(await requirePhoneMessage(await executive(), id)).toMatchObject({
      tickedAt: null,
      calledBack: false,
    });
    expect(await listOwnMessages(await executive())).toHaveLength(1);
  });

  it("knows a caller again, with what was last said of them, for those who serve the executive", async () => {
    await taken({ number: "1" });
    await taken({ number: "08-555 017 40" });
    expect(await listKnownCallers(await assistant())).toHaveLength(1);
    expect(await listKnownCallers(await colleague())).toEqual([]);
  });

  it("refuses nothing a caller says, and takes a time of today from the pad", async () => {
    const input = PadInput.parse({
      executiveId: office.ids.executiveId,
      caller: "a journalist, no name",
      number: "the usual",
      by: "12:00",
      urgent: "on",
    });
    const answer = await takeFromPad(await assistant(), input);
    if (!answer.ok) throw new Error(answer.reason);
    expect(await requirePhoneMessage(await executive(), answer.value.id)).toMatchObject({
      number: "the usual",
      urgent: true,
      callBackBy: "2026-08-17T10:00:00.000Z",
    });
    expect(await takeFromPad(await assistant(), { ...input, by: "07:00" })).toMatchObject({ ok: true });
    await expect(takeFromPad(await colleague(), input)).rejects.toThrow(NotFoundError);
    const other = await asManagerOf(office.otherManager.userId);
    await expect(takeFromPad(other, input)).rejects.toThrow(NotFoundError);
  });
});

async function otherExecutive() {
  const user = await testDb().user.create({ data: { email: "second@office.example", name: "Second" } });
  await testDb().executive.create({ data: { userId: user.id, poolId: office.ids.pool } });
  return asExecutiveOf(user.id, MONDAY_MORNING);
}
