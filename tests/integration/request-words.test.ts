import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { openHandovers } from "@/lib/handovers/service-open";
import { findForAssistant, findForManager } from "@/lib/insight/search/queries";
import { listComments } from "@/lib/requests/comments/queries";
import { askRequester, commentRequest } from "@/lib/requests/comments/service";
import { syncHolders } from "@/lib/requests/holders/service";
import { SetServiceLevelsInput } from "@/lib/requests/levels/schema";
import { setServiceLevels } from "@/lib/requests/levels/service";
import { tellDue } from "@/lib/requests/levels/service-due";
import {
  listPoolRequests,
  listServedRequests,
  listVisibleRequests,
  requirePoolRequest,
  requireSupportRequest,
} from "@/lib/requests/queries";
import { listQueue } from "@/lib/requests/queue/queries";
import { FileFromPageInput, FileSupportRequestInput, ListRequestsInput } from "@/lib/requests/schema";
import { finishRequest, startRequest } from "@/lib/requests/service-assistant";
import { fileFromPage, fileSupportRequest } from "@/lib/requests/service-filing";
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

const TUESDAY = new Date("2026-08-18T07:00:00Z");
const CANARY = "Xylophone";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
const assistant = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const colleague = (now?: Date) => asAssistantOf(office.colleague.userId, now);
const manager = (now?: Date) => asManagerOf(office.manager.userId, now);
const asRead = (id: string) => current("support_requests", id);

async function filed(overrides: object = {}, now = MONDAY_MORNING): Promise<string> {
  const input = FileSupportRequestInput.parse({ summary: "Book the Oslo trip", ...overrides });
  const answer = await fileSupportRequest(await executive(now), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function coveredOn(on: string) {
  const { assistantId, colleagueId, executiveId } = office.ids;
  const day = new Date(on);
  const { id: absenceId } = await testDb().absence.create({
    data: { assistantId, leaveTypeId: "vacation", startOn: day, endOn: day, status: "approved" },
  });
  await createCover(testDb(), { executiveId, assistantId: colleagueId, absenceId, startOn: day, endOn: day });
}

async function promiseEverything() {
  const any = { typeId: null, priority: null, tier: null };
  const levels = [{ ...any, answerMinutes: 60, resolveMinutes: 240 }];
  await setServiceLevels(await manager(), SetServiceLevelsInput.parse({ id: office.ids.pool, levels }));
}

describe("filing", () => {
  it("answers who has it, until when they are there, what is promised, and from when it counts", async () => {
    await promiseEverything();
    const input = FileSupportRequestInput.parse({ summary: "Book a table" });
    expect(await fileSupportRequest(await executive(), input)).toMatchObject({
      value: {
        assignee: { assistantId: office.ids.assistantId, because: "own", until: "17:00" },
        serviceLevel: { answer: { dueAt: "2026-08-17T08:00:00.000Z" } },
        startsAt: null,
      },
    });
    const evening = new Date("2026-08-17T18:00:00Z");
    expect(await fileSupportRequest(await executive(evening), input)).toMatchObject({
      value: { assignee: { until: null }, startsAt: "2026-08-18T06:00:00.000Z" },
    });
  });

  it.each([
    [{ when: "today" }, "2026-08-17", null],
    [{ when: "tomorrow" }, "2026-08-18", null],
    [{ when: "week" }, "2026-08-21", null],
    [{ when: "pick", dueOn: "2026-08-25" }, "2026-08-25", null],
    [{ when: "pick", dueOn: "2026-08-25", dueTime: "09:30" }, "2026-08-25", "2026-08-25T07:30:00.000Z"],
    [{}, null, null],
  ])("from a page reads %j", async (chosen, dueOn, dueAt) => {
    const input = FileFromPageInput.parse({ summary: "Book a table", ...chosen });
    const answer = await fileFromPage(await executive(), input);
    if (!answer.ok) throw new Error(answer.reason);
    expect(await requireSupportRequest(await executive(), answer.value.id)).toMatchObject({ dueOn, dueAt });
  });

  it("for an executive is for who supports or covers them today and for managers, both names seen; for nobody else", async () => {
    const { executiveId } = office.ids;
    const input = FileSupportRequestInput.parse({ summary: "Book a table", executiveId });
    const names = async (id: string) => {
      const { executiveName, filedByName } = await requireSupportRequest(await executive(), id);
      return [executiveName, filedByName];
    };
    for (const actor of [await assistant(), await manager()]) {
      const answer = await fileSupportRequest(actor, input);
      if (!answer.ok) throw new Error(answer.reason);
      expect(await names(answer.value.id)).toEqual([(await executive()).actor.name, actor.actor.name]);
    }
    await expect(fileSupportRequest(await colleague(), input)).rejects.toThrow(NotFoundError);
    const other = await asManagerOf(office.otherManager.userId);
    await expect(fileSupportRequest(other, input)).rejects.toThrow(NotFoundError);
    await coveredOn("2026-08-17");
    expect(await fileSupportRequest(await colleague(), input)).toMatchObject({ ok: true });
    expect(await names(await filed())).toEqual([(await executive()).actor.name, null]);
  });

  it("keeps what its type asks, and refuses what it doesn't", async () => {
    const fields = [{ key: "to", kind: "text", nameEn: "To", nameSv: "Till" }];
    await testDb().requestType.create({ data: { id: "travel", nameEn: "Travel", nameSv: "Resa", fields } });
    const id = await filed({ typeId: "travel", fields: { to: "Malmö" } });
    expect(await requireSupportRequest(await assistant(), id)).toMatchObject({
      typeId: "travel",
      fields: { to: "Malmö" },
    });
    const wrong = FileSupportRequestInput.parse({ summary: "x", typeId: "travel", fields: { from: "Lund" } });
    expect(await fileSupportRequest(await executive(), wrong)).toMatchObject({ reason: "field_unknown" });
    await testDb().requestType.update({ where: { id: "travel" }, data: { retiredAt: MONDAY_MORNING } });
    const retired = FileSupportRequestInput.parse({ summary: "x", typeId: "travel" });
    expect(await fileSupportRequest(await executive(), retired)).toMatchObject({
      reason: "unknown_request_type",
    });
  });
});

describe("what is said about a request", () => {
  it("is the first reply where an assistant writes to the executive, not where it stays internal", async () => {
    await promiseEverything();
    const id = await filed();
    await commentRequest(await assistant(), { id, text: "Among us", internal: true });
    expect((await requireSupportRequest(await assistant(), id)).serviceLevel.answer?.state).toBe("running");
    await commentRequest(await assistant(), { id, text: "On it", internal: false });
    expect((await requireSupportRequest(await assistant(), id)).serviceLevel.answer?.state).toBe("kept");
    const texts = async (ctx: Parameters<typeof listComments>[0]) =>
      (await listComments(ctx, { id })).map(({ text }) => text);
    expect(await texts(await assistant())).toEqual(["Among us", "On it"]);
    expect(await texts(await executive())).toEqual(["On it"]);
    await expect(listComments(await colleague(), { id })).rejects.toThrow(NotFoundError);
  });

  it("waits for the answer of a question, and goes on with it", async () => {
    const id = await filed();
    expect(await askRequester(await assistant(), { ...(await asRead(id)), text: "By train?" })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await requireSupportRequest(await executive(), id)).toMatchObject({
      status: "waiting",
      waiting: { for: "requester" },
    });
    await commentRequest(await assistant(), { id, text: "Or by car?", internal: false });
    expect((await requireSupportRequest(await executive(), id)).status).toBe("waiting");
    await commentRequest(await executive(), { id, text: "By train", internal: true });
    expect((await requireSupportRequest(await executive(), id)).status).toBe("in_progress");
    expect((await listComments(await executive(), { id })).map(({ internal }) => internal)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("a queue", () => {
  it("is the assistant's own, in its order, and done in one step", async () => {
    const normal = await filed();
    const urgent = await filed({ priority: "urgent" });
    expect((await listQueue(await assistant())).map(({ id, why }) => [id, why[0]])).toEqual([
      [urgent, "urgent_first"],
      [normal, "normal_first"],
    ]);
    expect(await finishRequest(await assistant(), await asRead(urgent))).toMatchObject({ ok: true });
    expect(await listQueue(await assistant())).toHaveLength(1);
    expect(await listQueue(await colleague())).toEqual([]);
  });
});

describe("a confidential request", () => {
  const words = { summary: `${CANARY} one`, details: `${CANARY} two`, confidential: true };
  const all = ListRequestsInput.parse({});
  const search = ListRequestsInput.parse({ q: CANARY });

  it("shows a manager its type, clock and holder, and none of its words, in lists or by search", async () => {
    await promiseEverything();
    const id = await filed(words);
    const { request } = await requirePoolRequest(await manager(), id);
    expect(request).toMatchObject({
      summary: "",
      details: "",
      confidential: true,
      assigneeId: office.ids.assistantId,
      serviceLevel: { answer: { state: "running" } },
    });
    const seen = [
      await listPoolRequests(await manager(), all),
      await listPoolRequests(await manager(), search),
      await listVisibleRequests(await manager(), all),
      await findForManager(await manager(), CANARY),
    ];
    expect(JSON.stringify(seen)).not.toContain(CANARY);
    expect((await listPoolRequests(await manager(), search)).items).toEqual([]);
    await commentRequest(await assistant(), { id, text: `${CANARY} three`, internal: true });
    expect(await listComments(await manager(), { id })).toEqual([]);
    await expect(commentRequest(await manager(), { id, text: "x", internal: true })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("is seen by whoever has it, and no longer by whoever had it", async () => {
    const id = await filed(words);
    expect((await requireSupportRequest(await assistant(), id)).summary).toContain(CANARY);
    await coveredOn("2026-08-18");
    await syncHolders(asSystem(TUESDAY));
    expect((await requireSupportRequest(await colleague(TUESDAY), id)).summary).toContain(CANARY);
    await expect(requireSupportRequest(await assistant(TUESDAY), id)).rejects.toThrow(NotFoundError);
    const seen = [
      await listServedRequests(await assistant(TUESDAY), all),
      await findForAssistant(await assistant(TUESDAY), CANARY),
    ];
    expect(JSON.stringify(seen)).not.toContain(CANARY);
  });

  it("leaves no word in notices, the audit log or handovers", async () => {
    await promiseEverything();
    const id = await filed(words);
    await startRequest(await assistant(), await asRead(id));
    await commentRequest(await assistant(), { id, text: `${CANARY} three`, internal: false });
    await commentRequest(await executive(), { id, text: `${CANARY} four`, internal: false });
    await coveredOn("2026-08-18");
    await syncHolders(asSystem(TUESDAY));
    await tellDue(asSystem(new Date("2026-08-19T07:00:00Z")));
    await openHandovers(asSystem());
    await openHandovers(asSystem(TUESDAY));
    const written = [
      await testDb().notification.findMany(),
      await testDb().auditEvent.findMany({ select: { data: true } }),
      await testDb().handoverItem.findMany(),
    ];
    expect(written[0]?.length).toBeGreaterThan(3);
    expect(JSON.stringify(written)).not.toContain(CANARY);
  });
});

it("tells who is named with an @ at the desk alone, and nobody of a confidential request", async () => {
  const { name } = (await colleague()).actor;
  const mention = async (id: string) =>
    commentRequest(await assistant(), { id, text: `@${name}, is the room booked?`, internal: true });
  const told = { userId: office.colleague.userId, kind: "request_mentioned" };
  const [open, secret] = [await filed(), await filed({ confidential: true })];
  await mention(open);
  expect(await testDb().notification.count({ where: told })).toBe(0);
  await coveredOn("2026-08-17");
  await mention(open);
  await mention(secret);
  expect(await testDb().notification.count({ where: told })).toBe(1);
});
