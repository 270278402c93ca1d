import { beforeEach, describe, expect, it } from "vitest";
import { anchorCaseJournal } from "@/lib/disputes/access/service-anchor";
import { acknowledgeCase, closeCase, withdrawCase } from "@/lib/disputes/cases/service";
import { tellCaseClocks } from "@/lib/disputes/cases/service-clocks";
import { writeText } from "@/lib/disputes/cases/service-texts";
import { sqlStateOf } from "@/lib/errors";
import { asSystem, MONDAY_MORNING } from "@/tests/support/contexts";
import { asOwner, keep, testDb } from "@/tests/support/database";
import {
  type ConversationOffice,
  createConversationOffice,
  readConversation,
} from "@/tests/support/offices/conversations";

let office: ConversationOffice;

beforeEach(async () => {
  office = await createConversationOffice();
});

describe("forgetting", () => {
  it("takes notes after ninety days, and all words with their key after two years, a month after its people are told", async () => {
    const id = await office.underWay();
    await writeText(await office.asManager(), { id, kind: "note", words: "A note." });
    const words = { [office.assistant.userId]: "To you.", [office.executive.userId]: "To you too." };
    await closeCase(await office.asManager(), { id, version: 4, outcome: "settled", words });
    const wordsAt = async (at: string) =>
      (await readConversation(await office.asManager(new Date(at)), id)).texts.map(({ kind }) => kind).sort();
    await tellCaseClocks(asSystem(new Date("2026-11-15T06:00:00Z")));
    expect(await wordsAt("2026-11-15T06:00:00Z")).toContain("note");
    await tellCaseClocks(asSystem(new Date("2026-11-15T08:00:00Z")));
    expect(await wordsAt("2026-11-15T08:00:00Z")).toEqual(["answer", "answer", "answer", "statement"]);
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    await tellCaseClocks(asSystem(new Date("2028-07-18T08:00:00Z")));
    expect(await testDb().notification.count({ where: { readAt: null } })).toBe(3);
    await tellCaseClocks(asSystem(new Date("2028-08-17T08:00:00Z")));
    const left = await readConversation(await office.asManager(new Date("2028-08-17T08:00:00Z")), id);
    expect(left).toMatchObject({ texts: [], outcome: "settled", status: "closed", canReopen: false });
    const { client } = await keep();
    const rows = await client.query("SELECT wrapped_key FROM cases UNION ALL SELECT sealed FROM case_texts");
    expect(rows.rows).toEqual([{ wrapped_key: null }]);
  });

  it("is refused before: no key goes while it is open, and none comes back", async () => {
    const id = await office.aboutExecutive();
    const asManager = (sql: string) =>
      testDb()
        .$transaction(async (tx) => {
          await tx.$queryRaw`SELECT set_config('app.user_id', ${office.manager.userId}, true)`;
          return tx.$executeRawUnsafe(sql);
        })
        .then(() => "done", sqlStateOf);
    expect(await asManager("UPDATE cases SET wrapped_key = NULL")).toBe("23514");
    await withdrawCase(await office.asWriter(), { id, version: 2, reason: "" });
    expect(await asManager("UPDATE cases SET wrapped_key = NULL")).toBe("done");
    expect(await asManager("UPDATE cases SET wrapped_key = '\\x00'")).toBe("42501");
  });
});

describe("the journal", () => {
  it("is chained, and its end is anchored in the audit log, which says nothing else", async () => {
    await anchorCaseJournal(asSystem());
    const id = await office.aboutExecutive();
    await acknowledgeCase(await office.asManager(), { id, version: 2, words: "I read it." });
    await anchorCaseJournal(asSystem());
    const { client } = await keep();
    const { rows } = await client.query("SELECT action, prev_hash, hash FROM case_journal ORDER BY seq");
    expect(rows.map(({ action }) => action)).toEqual(["sent", "acknowledge"]);
    expect(rows[1].prev_hash).toBe(rows[0].hash);
    const anchored = await testDb().auditEvent.findMany({
      where: { entityType: "journal" },
      orderBy: { seq: "asc" },
    });
    expect(anchored.map(({ data }) => data)).toEqual([{ hash: "", by: undefined }, { hash: rows[1].hash }]);
    const others = await testDb().auditEvent.count({ where: { entityType: { not: "journal" } } });
    expect(others).toBe(0);
    const changed = asOwner((sql) => sql.query("UPDATE case_journal_head SET hash = ''"));
    await expect(changed).rejects.toThrow(/a new row alone/);
  });
});
