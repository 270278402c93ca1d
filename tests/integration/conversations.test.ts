import { beforeEach, describe, expect, it } from "vitest";
import { listCases, openCase, openDraft } from "@/lib/disputes/cases/queries";
import {
  acknowledgeCase,
  closeCase,
  escalateCase,
  movePromise,
  reopenCase,
  triageCase,
  withdrawCase,
} from "@/lib/disputes/cases/service";
import { tellCaseClocks } from "@/lib/disputes/cases/service-clocks";
import { stepDown } from "@/lib/disputes/cases/service-people";
import { beginCase, changeDraft, throwDraftAway } from "@/lib/disputes/raising/service";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { asSystem, MONDAY_MORNING } from "@/tests/support/contexts";
import { keep, testDb } from "@/tests/support/database";
import { makeRaised, raise } from "@/tests/support/factories/disputes";
import {
  type ConversationOffice,
  createConversationOffice,
  readConversation,
} from "@/tests/support/offices/conversations";

let office: ConversationOffice;

beforeEach(async () => {
  office = await createConversationOffice();
});

describe("raising", () => {
  it("keeps a draft for its writer alone, and throws it away whole", async () => {
    const answer = await beginCase(await office.asWriter(), makeRaised({ intent: "save", personIds: [] }));
    const id = answer.ok ? answer.value.id : "";
    expect(await openDraft(await office.asWriter(), id)).toMatchObject({
      value: { fields: { statement: "Requests reach me after 16:00." }, version: 1 },
    });
    await expect(openCase(await office.asManager(), id)).rejects.toThrow(NotFoundError);
    expect(await listCases(await office.asManager())).toEqual([]);
    expect(await throwDraftAway(await office.asWriter(), { id, version: 1 })).toMatchObject({ ok: true });
    const { client } = await keep();
    for (const table of ["cases", "case_people", "case_texts", "case_sight"])
      expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount, table).toBe(0);
  });

  it("goes to whoever leads the pool, with a receipt, and tells them in the words of every notice", async () => {
    const id = await office.aboutExecutive();
    const view = await readConversation(await office.asWriter(), id);
    expect(view).toMatchObject({ status: "reported", tier: 2, dueAt: "2026-08-18T07:00:00.000Z" });
    expect(view.code).toMatch(/^[2-9B-Z]{4}$/);
    expect((await readConversation(await office.asManager(), id)).code).not.toBe(view.code);
    const told = await testDb().notification.findMany();
    expect(told).toMatchObject([{ userId: office.manager.userId, kind: "conversation_waiting", params: {} }]);
    await raise(await office.asWriter());
    expect(await testDb().notification.count()).toBe(1);
  });

  it("passes whoever is named over, chosen or not, for another pool's manager; with nobody left nothing is sent", async () => {
    const { userId } = office.manager;
    const id = await raise(await office.asWriter(), { personIds: [userId], handlerId: userId });
    expect(await listCases(await office.asManager())).toEqual([]);
    await expect(openCase(await office.asManager(), id)).rejects.toThrow(NotFoundError);
    expect(await listCases(await office.asOtherManager())).toMatchObject([{ id, role: "handler" }]);
    expect(await stepDown(await office.asOtherManager(), { id })).toMatchObject({
      reason: "nobody_impartial",
    });
    const both = [userId, office.otherManager.userId];
    expect(await beginCase(await office.asWriter(), makeRaised({ personIds: both }))).toMatchObject({
      reason: "nobody_impartial",
    });
    expect(await listCases(await office.asWriter())).toHaveLength(1);
  });

  it("refuses nothing written, oneself, and somebody who has left", async () => {
    const send = async (overrides: object) => beginCase(await office.asWriter(), makeRaised(overrides));
    expect(await send({ statement: "" })).toMatchObject({ reason: "nothing_written" });
    expect(await send({ personIds: [office.assistant.userId] })).toMatchObject({ reason: "only_yourself" });
    await testDb().user.update({
      where: { id: office.executive.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    expect(await send({ personIds: [office.executive.userId] })).toMatchObject({ reason: "person_has_left" });
  });

  it("sends a draft once, however many send it at once", async () => {
    const answer = await beginCase(await office.asWriter(), makeRaised({ intent: "save" }));
    const id = answer.ok ? answer.value.id : "";
    const input = { ...makeRaised(), id, version: 1 };
    const ctx = await office.asWriter();
    const sent = await Promise.all([changeDraft(ctx, input), changeDraft(ctx, input)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listCases(await office.asWriter())).toMatchObject([{ status: "reported" }]);
  });
});

describe("the course", () => {
  it("is answered, sorted, promised, closed with a sentence to each, and opened again once", async () => {
    const id = await office.underWay();
    const later = { id, version: 4, promisedOn: day("2026-09-30"), reason: "We meet again." };
    expect(await movePromise(await office.asManager(), later)).toMatchObject({ ok: true });
    const { userId: first } = office.assistant;
    const { userId: second } = office.executive;
    const end = { id, version: 5, outcome: "settled" as const, words: { [first]: "To you." } };
    expect(await closeCase(await office.asManager(), end)).toMatchObject({
      reason: "reason_missing",
      path: `words.${second}`,
    });
    const words = { [first]: "To the writer.", [second]: "To the executive." };
    expect(await closeCase(await office.asManager(), { ...end, words })).toMatchObject({ ok: true });
    const read = (await readConversation(await office.asExecutive(), id)).texts.map((text) => text.words);
    expect(read.sort()).toEqual(["To the executive.", "We meet again."]);
    expect(await testDb().caseClock.count({ where: { kind: "forget" } })).toBe(1);
    expect(await reopenCase(await office.asExecutive(), { id, version: 6 })).toMatchObject({ ok: true });
    await closeCase(await office.asManager(), { ...end, words, version: 7 });
    expect(await reopenCase(await office.asWriter(), { id, version: 8 })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("is withdrawn by its writer alone, and passed on where it is grave", async () => {
    const id = await office.aboutExecutive({ isGrave: true });
    expect((await readConversation(await office.asManager(), id)).dueAt).toBe("2026-08-17T11:00:00.000Z");
    await acknowledgeCase(await office.asManager(), { id, version: 2, words: "I read it." });
    const lower = { id, version: 3, tier: 2 as const, reason: "", promisedOn: day("2026-09-15") };
    expect(await triageCase(await office.asManager(), lower)).toMatchObject({ reason: "reason_missing" });
    expect(
      await escalateCase(await office.asManager(), { id, version: 3, reason: "HR takes over." }),
    ).toMatchObject({
      ok: true,
    });
    await expect(withdrawCase(await office.asManager(), { id, version: 4, reason: "" })).rejects.toThrow(
      NotFoundError,
    );
    expect(await withdrawCase(await office.asWriter(), { id, version: 4, reason: "" })).toMatchObject({
      ok: true,
    });
    expect(await withdrawCase(await office.asWriter(), { id, version: 5, reason: "" })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("is told of once where a clock runs out, and to its handler alone", async () => {
    const id = await office.aboutExecutive();
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    expect(await tellCaseClocks(asSystem(new Date("2026-08-18T06:59:00Z")))).toMatchObject({ told: 0 });
    expect(await tellCaseClocks(asSystem(new Date("2026-08-18T07:00:00Z")))).toMatchObject({ told: 1 });
    expect(await tellCaseClocks(asSystem(new Date("2026-08-18T07:05:00Z")))).toMatchObject({ told: 0 });
    const unread = await testDb().notification.findMany({ where: { readAt: null } });
    expect(unread).toMatchObject([{ userId: office.manager.userId, params: {} }]);
    expect(await testDb().caseClock.count({ where: { caseId: id } })).toBe(2);
  });

  it("throws a draft away after thirty days, and tells its writer a week before", async () => {
    await beginCase(await office.asWriter(), makeRaised({ intent: "save" }));
    expect(await tellCaseClocks(asSystem(new Date("2026-09-10T07:00:00Z")))).toEqual({
      told: 1,
      forgotten: 0,
    });
    expect(await tellCaseClocks(asSystem(new Date("2026-09-16T07:00:00Z")))).toEqual({
      told: 0,
      forgotten: 1,
    });
    expect(await listCases(await office.asWriter())).toEqual([]);
  });
});

describe("handing over", () => {
  it("goes to the next who is impartial; who stepped down sees nothing more, and can't come back", async () => {
    const id = await office.aboutExecutive();
    expect(await stepDown(await office.asManager(), { id })).toMatchObject({ ok: true });
    await expect(openCase(await office.asManager(), id)).rejects.toThrow(NotFoundError);
    expect(
      (await readConversation(await office.asOtherManager(), id)).people.filter(({ until }) => until),
    ).toMatchObject([{ userId: office.manager.userId }]);
    expect(await stepDown(await office.asOtherManager(), { id })).toMatchObject({
      reason: "nobody_impartial",
    });
  });

  it("happens once where it is asked for twice at once", async () => {
    const id = await office.aboutExecutive();
    const ctx = await office.asManager();
    const done = await Promise.allSettled([stepDown(ctx, { id }), stepDown(ctx, { id })]);
    expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await listCases(await office.asOtherManager())).toHaveLength(1);
  });
});
