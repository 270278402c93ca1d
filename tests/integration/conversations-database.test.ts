import { beforeEach, describe, expect, it } from "vitest";
import { openCase } from "@/lib/disputes/cases/queries";
import { acknowledgeCase } from "@/lib/disputes/cases/service";
import { writeText } from "@/lib/disputes/cases/service-texts";
import { beginCase } from "@/lib/disputes/raising/service";
import { sqlStateOf } from "@/lib/errors";
import { findForAssistant, findForManager } from "@/lib/insight/search/queries";
import { asOwner, keep, testDb } from "@/tests/support/database";
import { makeRaised } from "@/tests/support/factories/disputes";
import { type ConversationOffice, createConversationOffice } from "@/tests/support/offices/conversations";

/** Tables of conversations without row-level security, because they say nothing of anybody. */
const OPEN = ["case_clocks", "case_journal_head"];
/** Every row-level policy of conversations, so that dropping any one is seen. */
const POLICIES: Record<string, string[]> = {
  case_agreements: [
    "case_agreements_backed_up all",
    "case_agreements_proposed insert",
    "case_agreements_put_in_force update",
    "case_agreements_seen select",
  ],
  case_answers: [
    "case_answers_backed_up all",
    "case_answers_given insert",
    "case_answers_seen select",
    "case_answers_taken_back delete",
  ],
  case_check_ins: [
    "case_check_ins_answered update",
    "case_check_ins_asked insert",
    "case_check_ins_backed_up all",
    "case_check_ins_seen select",
  ],
  case_consents: [
    "case_consents_backed_up all",
    "case_consents_changed update",
    "case_consents_given insert",
    "case_consents_seen select",
    "case_consents_taken_back delete",
  ],
  case_journal: ["case_journal_backed_up all", "case_journal_noted insert", "case_journal_seen select"],
  case_meetings: [
    "case_meetings_backed_up all",
    "case_meetings_ended update",
    "case_meetings_seen select",
    "case_meetings_set insert",
  ],
  case_people: [
    "case_people_added insert",
    "case_people_backed_up all",
    "case_people_changed update",
    "case_people_seen select",
  ],
  case_reads: ["case_reads_backed_up all", "case_reads_noted insert", "case_reads_seen select"],
  case_restrictions: [
    "case_restrictions_backed_up all",
    "case_restrictions_seen select",
    "case_restrictions_set insert",
  ],
  case_sight: [
    "case_sight_backed_up all",
    "case_sight_ended delete",
    "case_sight_given insert",
    "case_sight_own select",
  ],
  case_signatures: [
    "case_signatures_backed_up all",
    "case_signatures_given insert",
    "case_signatures_seen select",
  ],
  case_terms: ["case_terms_backed_up all", "case_terms_proposed insert", "case_terms_seen select"],
  case_texts: [
    "case_notes_forgotten delete",
    "case_texts_backed_up all",
    "case_texts_changed update",
    "case_texts_forgotten delete",
    "case_texts_seen select",
    "case_texts_thrown_away delete",
    "case_texts_written insert",
  ],
  cases: [
    "cases_backed_up all",
    "cases_begun insert",
    "cases_changed update",
    "cases_seen select",
    "cases_thrown_away delete",
  ],
};
const CANARY = "kanariefågel";

let office: ConversationOffice;
let id: string;

beforeEach(async () => {
  office = await createConversationOffice();
  id = await office.aboutExecutive({ outsider: CANARY, statement: `${CANARY} happened` });
});

async function caseTables(): Promise<string[]> {
  const rows = await testDb().$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND (relname = 'cases' OR relname LIKE 'case\\_%') ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** What PostgreSQL answers the role of the application, as one person or as nobody. */
function askedAs<T>(userId: string | null, sql: string): Promise<T[]> {
  return testDb().$transaction(async (tx) => {
    if (userId) await tx.$queryRaw`SELECT set_config('app.user_id', ${userId}, true)`;
    return tx.$queryRawUnsafe<T[]>(sql);
  });
}

describe("the tables of conversations", () => {
  it("are under row-level security that nobody passes by: no view, no function of another's rights, no role", async () => {
    const rows = await testDb().$queryRaw<{ name: string; forced: boolean }[]>`
      SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS forced FROM pg_class
      WHERE relkind = 'r' AND (relname = 'cases' OR relname LIKE 'case\\_%') ORDER BY 1`;
    expect(rows.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual(OPEN);
    const [passes] = await testDb().$queryRaw<{ views: bigint; definers: bigint; bypassing: boolean }[]>`
      SELECT (SELECT count(*) FROM pg_views WHERE schemaname = 'public' AND definition ~ 'case_|cases') AS views,
        (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = 'public' AND p.prosecdef) AS definers,
        (SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user) AS bypassing`;
    expect(passes).toEqual({ views: 0n, definers: 0n, bypassing: false });
  });

  it("have these row-level policies, all of them, and none for every command that is the application's", async () => {
    const rows = await testDb().$queryRaw<{ table: string; policy: string; everyone: boolean }[]>`
      SELECT tablename AS table, policyname || ' ' || lower(cmd) AS policy, 'public' = ANY(roles) AS everyone
      FROM pg_policies WHERE schemaname = 'public' AND (tablename = 'cases' OR tablename LIKE 'case\\_%')
      ORDER BY tablename`;
    const found: Record<string, string[]> = {};
    for (const { table, policy } of rows) found[table] = [...(found[table] ?? []), policy].sort();
    expect(found).toEqual(POLICIES);
    expect(rows.filter(({ policy, everyone }) => everyone && policy.endsWith(" all"))).toEqual([]);
  });

  it("show nothing to nobody, nor to who is named, leads the pool's other half or made the tables", async () => {
    const tables = (await caseTables()).filter((name) => !OPEN.includes(name));
    for (const table of tables) {
      for (const userId of [
        null,
        office.executive.userId,
        office.otherManager.userId,
        office.colleague.userId,
      ])
        expect(await askedAs(userId, `SELECT 1 FROM ${table}`), table).toEqual([]);
      expect((await asOwner((sql) => sql.query(`SELECT 1 FROM ${table}`))).rowCount, table).toBe(0);
    }
    const setAside = "SELECT set_config('app.purpose', 'backup', false)";
    expect(
      await testDb().$transaction(async (tx) => {
        await tx.$queryRawUnsafe(setAside.replace("false", "true"));
        return tx.$queryRawUnsafe("SELECT 1 FROM cases");
      }),
    ).toEqual([]);
    expect(await askedAs(office.assistant.userId, "SELECT 1 FROM cases")).toHaveLength(1);
  });

  it("let nobody in by a row: not into sight, not as writer, not twice, and not in another role", async () => {
    const { userId } = office.executive;
    const by = (actor: string, sql: string) => askedAs(actor, sql).then(() => "done", sqlStateOf);
    const person = (role: string, isWriter: boolean, since: string) =>
      `INSERT INTO case_people (case_id, user_id, role, is_writer, code, since, added_by_id)
       VALUES ('${id}', '${userId}', '${role}', ${isWriter}, 'X', ${since}, '${userId}')`;
    const sight = `INSERT INTO case_sight (case_id, user_id, role) VALUES ('${id}', '${userId}', 'handler')`;
    expect(await by(userId, sight)).toBe("42501");
    expect(await by(userId, person("party", true, "now()"))).not.toBe("done");
    expect(await by(userId, person("handler", false, "now()"))).not.toBe("done");
    const asHandler = `INSERT INTO case_people (case_id, user_id, role, code, since, added_by_id)
      VALUES ('${id}', '${userId}', 'handler', 'X', now(), '${office.manager.userId}')`;
    expect(await by(office.manager.userId, asHandler)).toBe("23505");
    const turned = `UPDATE case_people SET role = 'handler', since = now() WHERE user_id = '${userId}'`;
    expect(await by(office.manager.userId, turned)).toBe("23514");
    const letIn = `UPDATE case_people SET since = now() WHERE user_id = '${userId}'`;
    expect(await by(office.manager.userId, letIn)).toBe("23514");
    const allowed = `UPDATE case_people SET allowed_at = now() WHERE user_id = '${userId}'`;
    expect(await by(office.manager.userId, allowed)).toBe("23514");
    const ended = `UPDATE case_people SET until = now() WHERE user_id = '${office.manager.userId}'`;
    expect(await by(office.manager.userId, ended)).toBe("23514");
  });

  it("keep what was written as it was, and what was looked at", async () => {
    await openCase(await office.asManager(), id);
    const asManager = (sql: string) => askedAs(office.manager.userId, sql).then(() => "done", sqlStateOf);
    const asWriter = (sql: string) => askedAs(office.assistant.userId, sql).then(() => "done", sqlStateOf);
    expect(await asWriter("UPDATE case_texts SET sealed = ''::bytea")).toBe("42501");
    expect(await asManager("UPDATE case_reads SET what = 'nothing'")).toBe("42501");
    expect(await asManager("DELETE FROM case_reads")).toBe("42501");
    expect(await asManager("DELETE FROM case_journal")).toBe("42501");
    expect(await asManager("UPDATE cases SET status = 'monitoring'")).toBe("23514");
    expect(await asManager("DELETE FROM case_people")).toBe("42501");
  });
});

describe("the words", () => {
  const rows = async () => {
    const { client, tables } = await keep();
    const found: string[] = [];
    for (const table of tables) {
      const { rows: some } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      found.push(...some.map(({ row }) => `${table}: ${row}`));
    }
    return found;
  };

  it("stand nowhere in the database, nor does any search find them", async () => {
    await acknowledgeCase(await office.asManager(), { id, version: 2, words: `${CANARY} answered` });
    await writeText(await office.asManager(), { id, kind: "note", words: `${CANARY} noted` });
    await beginCase(
      await office.asWriter(),
      makeRaised({ intent: "save", statement: CANARY, outsider: CANARY }),
    );
    const hex = Buffer.from(CANARY).toString("hex");
    expect((await rows()).filter((row) => row.includes(CANARY) || row.includes(hex))).toEqual([]);
    for (const found of [
      await findForManager(await office.asManager(), CANARY),
      await findForAssistant(await office.asWriter(), CANARY),
    ])
      expect(JSON.stringify(found)).not.toContain(CANARY);
  });

  it("are as long as others of their kind", async () => {
    const { client } = await keep();
    const { rows: lengths } = await client.query("SELECT length(sealed) % 256 AS over FROM case_texts");
    expect(new Set(lengths.map(({ over }) => over))).toEqual(new Set([28]));
  });

  it("can't be read in another row, nor with another key, and without one the app says locked", async () => {
    await acknowledgeCase(await office.asManager(), { id, version: 2, words: "An answer." });
    const { client } = await keep();
    await client.query(`UPDATE case_texts t SET sealed = o.sealed FROM case_texts o WHERE o.id <> t.id`);
    await expect(openCase(await office.asManager(), id)).rejects.toThrow(/authenticate/);
    const key = process.env.CASE_KEY;
    try {
      process.env.CASE_KEY = "another key of the tests, long enough too";
      expect(await openCase(await office.asManager(), id)).toMatchObject({ reason: "conversation_locked" });
      process.env.CASE_KEY = "";
      expect(await openCase(await office.asManager(), id)).toMatchObject({ reason: "conversation_locked" });
      expect(await beginCase(await office.asWriter(), makeRaised())).toMatchObject({
        reason: "conversation_locked",
      });
    } finally {
      process.env.CASE_KEY = key;
    }
  });
});
