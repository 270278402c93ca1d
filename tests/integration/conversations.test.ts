import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { anchorCaseJournal } from "@/lib/disputes/access/service-anchor";
import { listCases, openCase, openDraft } from "@/lib/disputes/cases/queries";
import type { CaseView } from "@/lib/disputes/cases/schema";
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
import { allowPerson, letIn, stepDown } from "@/lib/disputes/cases/service-people";
import { releaseText, writeText } from "@/lib/disputes/cases/service-texts";
import { beginCase, changeDraft, throwDraftAway } from "@/lib/disputes/raising/service";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { exportOwnData } from "@/lib/insight/personal/queries";
import { day } from "@/lib/time/day";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { asOwner, keep, testDb } from "@/tests/support/database";
import { makeRaised, raise } from "@/tests/support/factories/disputes";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";

let office: Office;

beforeEach(async () => {
  office = await createOffice();
});

const writer = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const manager = (now?: Date) => asManagerOf(office.manager.userId, now);
const otherManager = (now?: Date) => asManagerOf(office.otherManager.userId, now);
const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);

async function opened(ctx: Ctx<Person>, id: string): Promise<CaseView> {
  const answer = await openCase(ctx, id);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const aboutExecutive = async (overrides = {}) =>
  raise(await writer(), { personIds: [office.executive.userId], ...overrides });

/** Sent, answered and sorted, with the executive let in. */
async function underWay(): Promise<string> {
  const id = await aboutExecutive();
  await acknowledgeCase(await manager(), { id, version: 2, words: "I call you today." });
  const sorted = { id, version: 3, tier: 2 as const, reason: "", promisedOn: day("2026-09-15") };
  expect(await triageCase(await manager(), sorted)).toMatchObject({ ok: true });
  const other = { id, userId: office.executive.userId };
  expect(await letIn(await manager(), other)).toMatchObject({ reason: "writer_has_not_allowed" });
  await allowPerson(await writer(), other);
  expect(await letIn(await manager(), other)).toMatchObject({ ok: true });
  return id;
}

describe("raising", () => {
  it("keeps a draft for its writer alone, and throws it away whole", async () => {
    const answer = await beginCase(await writer(), makeRaised({ intent: "save", personIds: [] }));
    const id = answer.ok ? answer.value.id : "";
    expect(await openDraft(await writer(), id)).toMatchObject({
      value: { fields: { statement: "Requests reach me after 16:00." }, version: 1 },
    });
    await expect(openCase(await manager(), id)).rejects.toThrow(NotFoundError);
    expect(await listCases(await manager())).toEqual([]);
    expect(await throwDraftAway(await writer(), { id, version: 1 })).toMatchObject({ ok: true });
    const { client } = await keep();
    for (const table of ["cases", "case_people", "case_texts", "case_sight"])
      expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount, table).toBe(0);
  });

  it("goes to whoever leads the pool, with a receipt, and tells them in the words of every notice", async () => {
    const id = await aboutExecutive();
    const view = await opened(await writer(), id);
    expect(view).toMatchObject({ status: "reported", tier: 2, dueAt: "2026-08-18T07:00:00.000Z" });
    expect(view.code).toMatch(/^[2-9B-Z]{4}$/);
    expect((await opened(await manager(), id)).code).not.toBe(view.code);
    const told = await testDb().notification.findMany();
    expect(told).toMatchObject([{ userId: office.manager.userId, kind: "conversation_waiting", params: {} }]);
    await raise(await writer());
    expect(await testDb().notification.count()).toBe(1);
  });

  it("passes whoever is named over, chosen or not, for another pool's manager; with nobody left nothing is sent", async () => {
    const { userId } = office.manager;
    const id = await raise(await writer(), { personIds: [userId], handlerId: userId });
    expect(await listCases(await manager())).toEqual([]);
    await expect(openCase(await manager(), id)).rejects.toThrow(NotFoundError);
    expect(await listCases(await otherManager())).toMatchObject([{ id, role: "handler" }]);
    expect(await stepDown(await otherManager(), { id })).toMatchObject({ reason: "nobody_impartial" });
    const both = [userId, office.otherManager.userId];
    expect(await beginCase(await writer(), makeRaised({ personIds: both }))).toMatchObject({
      reason: "nobody_impartial",
    });
    expect(await listCases(await writer())).toHaveLength(1);
  });

  it("refuses nothing written, oneself, and somebody who has left", async () => {
    const send = async (overrides: object) => beginCase(await writer(), makeRaised(overrides));
    expect(await send({ statement: "" })).toMatchObject({ reason: "nothing_written" });
    expect(await send({ personIds: [office.assistant.userId] })).toMatchObject({ reason: "only_yourself" });
    await testDb().user.update({
      where: { id: office.executive.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    expect(await send({ personIds: [office.executive.userId] })).toMatchObject({ reason: "person_has_left" });
  });

  it("sends a draft once, however many send it at once", async () => {
    const answer = await beginCase(await writer(), makeRaised({ intent: "save" }));
    const id = answer.ok ? answer.value.id : "";
    const input = { ...makeRaised(), id, version: 1 };
    const ctx = await writer();
    const sent = await Promise.all([changeDraft(ctx, input), changeDraft(ctx, input)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listCases(await writer())).toMatchObject([{ status: "reported" }]);
  });
});

describe("the course", () => {
  it("is answered, sorted, promised, closed with a sentence to each, and opened again once", async () => {
    const id = await underWay();
    const later = { id, version: 4, promisedOn: day("2026-09-30"), reason: "We meet again." };
    expect(await movePromise(await manager(), later)).toMatchObject({ ok: true });
    const { userId: first } = office.assistant;
    const { userId: second } = office.executive;
    const end = { id, version: 5, outcome: "settled" as const, words: { [first]: "To you." } };
    expect(await closeCase(await manager(), end)).toMatchObject({
      reason: "reason_missing",
      path: `words.${second}`,
    });
    const words = { [first]: "To the writer.", [second]: "To the executive." };
    expect(await closeCase(await manager(), { ...end, words })).toMatchObject({ ok: true });
    const read = (await opened(await executive(), id)).texts.map((text) => text.words);
    expect(read.sort()).toEqual(["To the executive.", "We meet again."]);
    expect(await testDb().caseClock.count({ where: { kind: "forget" } })).toBe(1);
    expect(await reopenCase(await executive(), { id, version: 6 })).toMatchObject({ ok: true });
    await closeCase(await manager(), { ...end, words, version: 7 });
    expect(await reopenCase(await writer(), { id, version: 8 })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("is withdrawn by its writer alone, and passed on where it is grave", async () => {
    const id = await aboutExecutive({ isGrave: true });
    expect((await opened(await manager(), id)).dueAt).toBe("2026-08-17T11:00:00.000Z");
    await acknowledgeCase(await manager(), { id, version: 2, words: "I read it." });
    const lower = { id, version: 3, tier: 2 as const, reason: "", promisedOn: day("2026-09-15") };
    expect(await triageCase(await manager(), lower)).toMatchObject({ reason: "reason_missing" });
    expect(await escalateCase(await manager(), { id, version: 3, reason: "HR takes over." })).toMatchObject({
      ok: true,
    });
    await expect(withdrawCase(await manager(), { id, version: 4, reason: "" })).rejects.toThrow(
      NotFoundError,
    );
    expect(await withdrawCase(await writer(), { id, version: 4, reason: "" })).toMatchObject({ ok: true });
    expect(await withdrawCase(await writer(), { id, version: 5, reason: "" })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("is told of once where a clock runs out, and to its handler alone", async () => {
    const id = await aboutExecutive();
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    expect(await tellCaseClocks(asSystem(new Date("2026-08-18T06:59:00Z")))).toMatchObject({ told: 0 });
    expect(await tellCaseClocks(asSystem(new Date("2026-08-18T07:00:00Z")))).toMatchObject({ told: 1 });
    expect(await tellCaseClocks(asSystem(new Date("2026-08-18T07:05:00Z")))).toMatchObject({ told: 0 });
    const unread = await testDb().notification.findMany({ where: { readAt: null } });
    expect(unread).toMatchObject([{ userId: office.manager.userId, params: {} }]);
    expect(await testDb().caseClock.count({ where: { caseId: id } })).toBe(2);
  });

  it("throws a draft away after thirty days, and tells its writer a week before", async () => {
    await beginCase(await writer(), makeRaised({ intent: "save" }));
    expect(await tellCaseClocks(asSystem(new Date("2026-09-10T07:00:00Z")))).toEqual({
      told: 1,
      forgotten: 0,
    });
    expect(await tellCaseClocks(asSystem(new Date("2026-09-16T07:00:00Z")))).toEqual({
      told: 0,
      forgotten: 1,
    });
    expect(await listCases(await writer())).toEqual([]);
  });
});

describe("who reads what", () => {
  it("a statement is its author's and the handler's until its author releases it, a note the handler's", async () => {
    const id = await underWay();
    expect((await opened(await executive(), id)).texts).toEqual([]);
    await writeText(await manager(), { id, kind: "note", words: "Both ask for a fixed time." });
    const own = await writeText(await executive(), { id, kind: "statement", words: "My days end late." });
    const textId = own.ok ? own.value.id : "";
    await expect(releaseText(await manager(), { id, textId })).rejects.toThrow(NotFoundError);
    const wordsOf = async (ctx: Ctx<Person>) => (await opened(ctx, id)).texts.map(({ words }) => words);
    expect((await wordsOf(await writer())).sort()).toEqual([
      "I call you today.",
      "Requests reach me after 16:00.",
    ]);
    await releaseText(await executive(), { id, textId });
    expect(await wordsOf(await writer())).toContain("My days end late.");
    expect(await wordsOf(await writer())).not.toContain("Both ask for a fixed time.");
    await expect(writeText(await writer(), { id, kind: "note", words: "x" })).rejects.toThrow(NotFoundError);
  });

  it("who looked and when is seen by all who may see it; whom the writer named and nobody let in is not", async () => {
    const id = await aboutExecutive();
    await opened(await manager(), id);
    const people = (view: CaseView) => view.people.map(({ userId, lookedAt }) => [userId, lookedAt !== null]);
    expect(people(await opened(await writer(), id))).toEqual([
      [office.assistant.userId, false],
      [office.executive.userId, false],
      [office.manager.userId, true],
    ]);
    await expect(openCase(await executive(), id)).rejects.toThrow(NotFoundError);
    expect(await listCases(await executive())).toEqual([]);
  });

  it("asks whoever reads to show that it is they, before it is looked for", async () => {
    const id = await aboutExecutive();
    const stale = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const ctx = await writer();
    const unproven = { ...ctx, actor: { ...ctx.actor, session: stale } };
    expect(await openCase(unproven, id)).toMatchObject({ reason: "proof_needed" });
    expect(await openCase(unproven, crypto.randomUUID())).toEqual(await openCase(unproven, id));
  });

  it("another's, a draft of another's and one that never was are the same to everybody", async () => {
    const id = await aboutExecutive();
    const draft = await beginCase(await writer(), makeRaised({ intent: "save" }));
    const ids = [id, draft.ok ? draft.value.id : "", crypto.randomUUID()];
    const input = { version: 2, words: "x", reason: "x", kind: "statement" as const, userId: ids[0] ?? "" };
    for (const ctx of [await executive(), await otherManager()])
      for (const verb of [openCase, acknowledgeCase, withdrawCase, stepDown, writeText, allowPerson, letIn]) {
        const answers = await Promise.all(
          ids.map((one) =>
            (verb === openCase
              ? openCase(ctx, one)
              : (verb as typeof stepDown)(ctx, { ...input, id: one })
            ).then(
              () => "answered",
              (error: Error) => `${error.name} ${error.message}`,
            ),
          ),
        );
        expect(new Set(answers)).toEqual(new Set(["Error conversation not found"]));
      }
  });
});

describe("handing over", () => {
  it("goes to the next who is impartial; who stepped down sees nothing more, and can't come back", async () => {
    const id = await aboutExecutive();
    expect(await stepDown(await manager(), { id })).toMatchObject({ ok: true });
    await expect(openCase(await manager(), id)).rejects.toThrow(NotFoundError);
    expect((await opened(await otherManager(), id)).people.filter(({ until }) => until)).toMatchObject([
      { userId: office.manager.userId },
    ]);
    expect(await stepDown(await otherManager(), { id })).toMatchObject({ reason: "nobody_impartial" });
  });

  it("happens once where it is asked for twice at once", async () => {
    const id = await aboutExecutive();
    const ctx = await manager();
    const done = await Promise.allSettled([stepDown(ctx, { id }), stepDown(ctx, { id })]);
    expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await listCases(await otherManager())).toHaveLength(1);
  });
});

describe("a person's own data", () => {
  it("holds what they wrote and what was released to them, nothing else, and not what they handle", async () => {
    const id = await underWay();
    await writeText(await manager(), { id, kind: "note", words: "A note." });
    await writeText(await writer(), { id, kind: "statement", words: "Not for others." });
    const own = await writeText(await executive(), { id, kind: "statement", words: "My days end late." });
    const wordsOf = async (ctx: Ctx<Person>) => {
      const answer = await exportOwnData(ctx, {});
      const rows = (answer.ok && answer.value.tables.conversations) || [];
      return rows.map(({ words }) => words).sort();
    };
    expect(await wordsOf(await executive())).toEqual(["My days end late."]);
    await releaseText(await executive(), { id, textId: own.ok ? own.value.id : "" });
    expect(await wordsOf(await writer())).toEqual([
      "I call you today.",
      "My days end late.",
      "Not for others.",
      "Requests reach me after 16:00.",
    ]);
    expect(await wordsOf(await manager())).toEqual(["A note.", "I call you today."]);
    expect(await wordsOf(await otherManager())).toEqual([]);
  });
});

describe("forgetting", () => {
  it("takes notes after ninety days, and all words with their key after two years, a month after its people are told", async () => {
    const id = await underWay();
    await writeText(await manager(), { id, kind: "note", words: "A note." });
    const words = { [office.assistant.userId]: "To you.", [office.executive.userId]: "To you too." };
    await closeCase(await manager(), { id, version: 4, outcome: "settled", words });
    const wordsAt = async (at: string) =>
      (await opened(await manager(new Date(at)), id)).texts.map(({ kind }) => kind).sort();
    await tellCaseClocks(asSystem(new Date("2026-11-15T06:00:00Z")));
    expect(await wordsAt("2026-11-15T06:00:00Z")).toContain("note");
    await tellCaseClocks(asSystem(new Date("2026-11-15T08:00:00Z")));
    expect(await wordsAt("2026-11-15T08:00:00Z")).toEqual(["answer", "answer", "answer", "statement"]);
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    await tellCaseClocks(asSystem(new Date("2028-07-18T08:00:00Z")));
    expect(await testDb().notification.count({ where: { readAt: null } })).toBe(3);
    await tellCaseClocks(asSystem(new Date("2028-08-17T08:00:00Z")));
    const left = await opened(await manager(new Date("2028-08-17T08:00:00Z")), id);
    expect(left).toMatchObject({ texts: [], outcome: "settled", status: "closed", canReopen: false });
    const { client } = await keep();
    const rows = await client.query("SELECT wrapped_key FROM cases UNION ALL SELECT sealed FROM case_texts");
    expect(rows.rows).toEqual([{ wrapped_key: null }]);
  });

  it("is refused before: no key goes while it is open, and none comes back", async () => {
    const id = await aboutExecutive();
    const asManager = (sql: string) =>
      testDb()
        .$transaction(async (tx) => {
          await tx.$queryRaw`SELECT set_config('app.user_id', ${office.manager.userId}, true)`;
          return tx.$executeRawUnsafe(sql);
        })
        .then(() => "done", sqlStateOf);
    expect(await asManager("UPDATE cases SET wrapped_key = NULL")).toBe("23514");
    await withdrawCase(await writer(), { id, version: 2, reason: "" });
    expect(await asManager("UPDATE cases SET wrapped_key = NULL")).toBe("done");
    expect(await asManager("UPDATE cases SET wrapped_key = '\\x00'")).toBe("42501");
  });
});

describe("the journal", () => {
  it("is chained, and its end is anchored in the audit log, which says nothing else", async () => {
    await anchorCaseJournal(asSystem());
    const id = await aboutExecutive();
    await acknowledgeCase(await manager(), { id, version: 2, words: "I read it." });
    await anchorCaseJournal(asSystem());
    const { client } = await keep();
    const { rows } = await client.query("SELECT action, prev_hash, hash FROM case_journal ORDER BY seq");
    expect(rows.map(({ action }) => action)).toEqual(["sent", "acknowledge"]);
    expect(rows[1].prev_hash).toBe(rows[0].hash);
    const anchored = await testDb().auditEvent.findMany({ where: { entityType: "journal" } });
    expect(anchored.map(({ data }) => data)).toEqual([{ hash: "", by: undefined }, { hash: rows[1].hash }]);
    const others = await testDb().auditEvent.count({ where: { entityType: { not: "journal" } } });
    expect(others).toBe(0);
    const changed = asOwner((sql) => sql.query("UPDATE case_journal_head SET hash = ''"));
    await expect(changed).rejects.toThrow(/a new row alone/);
  });
});
