import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listComments } from "@/lib/requests/comments/queries";
import { askRequester, commentRequest } from "@/lib/requests/comments/service";
import { requireSupportRequest } from "@/lib/requests/queries";
import { listQueue } from "@/lib/requests/queue/queries";
import { FileFromPageInput, FileSupportRequestInput } from "@/lib/requests/schema";
import { finishRequest } from "@/lib/requests/service-assistant";
import { fileFromPage, fileSupportRequest } from "@/lib/requests/service-filing";
import { asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createRequestOffice, type RequestOffice } from "@/tests/support/offices/requests-filed";
import { current } from "@/tests/support/versions";

const _TUESDAY = new Date("2026-08-18T07:00:00Z");
const _CANARY = "Xylophone";

let office: RequestOffice;

beforeEach(async () => {
  office = await createRequestOffice();
});

const asRead = (id: string) => current("support_requests", id);

describe("filing", () => {
  it("answers who has it, until when they are there, what is promised, and from when it counts", async () => {
    await office.promiseEverything();
    const input = FileSupportRequestInput.parse({ summary: "Book a table" });
    expect(await fileSupportRequest(await office.asTheExecutive(), input)).toMatchObject({
      value: {
        assignee: { assistantId: office.ids.assistantId, because: "own", until: "17:00" },
        serviceLevel: { answer: { dueAt: "2026-08-17T08:00:00.000Z" } },
        startsAt: null,
      },
    });
    const evening = new Date("2026-08-17T18:00:00Z");
    expect(await fileSupportRequest(await office.asTheExecutive(evening), input)).toMatchObject({
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
    const answer = await fileFromPage(await office.asTheExecutive(), input);
    if (!answer.ok) throw new Error(answer.reason);
    expect(await requireSupportRequest(await office.asTheExecutive(), answer.value.id)).toMatchObject({
      dueOn,
      dueAt,
    });
  });

  it("for an executive is for who supports or covers them today and for managers, both names seen; for nobody else", async () => {
    const { executiveId } = office.ids;
    const input = FileSupportRequestInput.parse({ summary: "Book a table", executiveId });
    const names = async (id: string) => {
      const { executiveName, filedByName } = await requireSupportRequest(await office.asTheExecutive(), id);
      return [executiveName, filedByName];
    };
    for (const actor of [await office.asTheAssistant(), await office.asTheManager()]) {
      const answer = await fileSupportRequest(actor, input);
      if (!answer.ok) throw new Error(answer.reason);
      expect(await names(answer.value.id)).toEqual([
        (await office.asTheExecutive()).actor.name,
        actor.actor.name,
      ]);
    }
    await expect(fileSupportRequest(await office.asTheColleague(), input)).rejects.toThrow(NotFoundError);
    const other = await asManagerOf(office.otherManager.userId);
    await expect(fileSupportRequest(other, input)).rejects.toThrow(NotFoundError);
    await office.coveredOn("2026-08-17");
    expect(await fileSupportRequest(await office.asTheColleague(), input)).toMatchObject({ ok: true });
    expect(await names(await office.filed())).toEqual([(await office.asTheExecutive()).actor.name, null]);
  });

  it("keeps what its type asks, and refuses what it doesn't", async () => {
    const fields = [{ key: "to", kind: "text", nameEn: "To", nameSv: "Till" }];
    await testDb().requestType.create({ data: { id: "travel", nameEn: "Travel", nameSv: "Resa", fields } });
    const id = await office.filed({ typeId: "travel", fields: { to: "Malmö" } });
    expect(await requireSupportRequest(await office.asTheAssistant(), id)).toMatchObject({
      typeId: "travel",
      fields: { to: "Malmö" },
    });
    const wrong = FileSupportRequestInput.parse({ summary: "x", typeId: "travel", fields: { from: "Lund" } });
    expect(await fileSupportRequest(await office.asTheExecutive(), wrong)).toMatchObject({
      reason: "field_unknown",
    });
    await testDb().requestType.update({ where: { id: "travel" }, data: { retiredAt: MONDAY_MORNING } });
    const retired = FileSupportRequestInput.parse({ summary: "x", typeId: "travel" });
    expect(await fileSupportRequest(await office.asTheExecutive(), retired)).toMatchObject({
      reason: "unknown_request_type",
    });
  });
});

describe("what is said about a request", () => {
  it("is the first reply where an assistant writes to the executive, not where it stays internal", async () => {
    await office.promiseEverything();
    const id = await office.filed();
    await commentRequest(await office.asTheAssistant(), { id, text: "Among us", internal: true });
    expect((await requireSupportRequest(await office.asTheAssistant(), id)).serviceLevel.answer?.state).toBe(
      "running",
    );
    await commentRequest(await office.asTheAssistant(), { id, text: "On it", internal: false });
    expect((await requireSupportRequest(await office.asTheAssistant(), id)).serviceLevel.answer?.state).toBe(
      "kept",
    );
    const texts = async (ctx: Parameters<typeof listComments>[0]) =>
      (await listComments(ctx, { id })).map(({ text }) => text);
    expect(await texts(await office.asTheAssistant())).toEqual(["Among us", "On it"]);
    expect(await texts(await office.asTheExecutive())).toEqual(["On it"]);
    await expect(listComments(await office.asTheColleague(), { id })).rejects.toThrow(NotFoundError);
  });

  it("waits for the answer of a question, and goes on with it", async () => {
    const id = await office.filed();
    expect(
      await askRequester(await office.asTheAssistant(), { ...(await asRead(id)), text: "By train?" }),
    ).toMatchObject({
      ok: true,
    });
    expect(await requireSupportRequest(await office.asTheExecutive(), id)).toMatchObject({
      status: "waiting",
      waiting: { for: "requester" },
    });
    await commentRequest(await office.asTheAssistant(), { id, text: "Or by car?", internal: false });
    expect((await requireSupportRequest(await office.asTheExecutive(), id)).status).toBe("waiting");
    await commentRequest(await office.asTheExecutive(), { id, text: "By train", internal: true });
    expect((await requireSupportRequest(await office.asTheExecutive(), id)).status).toBe("in_progress");
    expect(
      (await listComments(await office.asTheExecutive(), { id })).map(({ internal }) => internal),
    ).toEqual([false, false, false]);
  });
});

describe("a queue", () => {
  it("is the assistant's own, in its order, and done in one step", async () => {
    const normal = await office.filed();
    const urgent = await office.filed({ priority: "urgent" });
    expect((await listQueue(await office.asTheAssistant())).map(({ id, why }) => [id, why[0]])).toEqual([
      [urgent, "urgent_first"],
      [normal, "normal_first"],
    ]);
    expect(await finishRequest(await office.asTheAssistant(), await asRead(urgent))).toMatchObject({
      ok: true,
    });
    expect(await listQueue(await office.asTheAssistant())).toHaveLength(1);
    expect(await listQueue(await office.asTheColleague())).toEqual([]);
  });
});

it("tells who is named with an @ of those who read it alone, and nobody of a confidential request", async () => {
  const { name } = (await office.asTheColleague()).actor;
  const mention = async (id: string) =>
    commentRequest(await office.asTheAssistant(), {
      id,
      text: `@${name}, is the room booked?`,
      internal: true,
    });
  const told = { userId: office.colleague.userId, kind: "request_mentioned" };
  const [open, secret] = [await office.filed(), await office.filed({ confidential: true })];
  await mention(open);
  expect(await testDb().notification.count({ where: told })).toBe(0);
  await office.coveredOn("2026-08-17");
  await mention(open);
  await mention(secret);
  expect(await testDb().notification.count({ where: told })).toBe(1);
});
