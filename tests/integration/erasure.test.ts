import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Administrator } from "@/lib/actor";
import { PERSONAL } from "@/lib/catalogues/personal";
import type { Ctx } from "@/lib/context";
import { readErasures } from "@/lib/erasures";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { exportOwnData } from "@/lib/insight/personal/queries";
import { eraseAgain, erasePerson } from "@/lib/insight/personal/service";
import type { PersonalTable } from "@/lib/personal";
import {
  asAdministratorOf,
  asAssistantOf,
  asExecutiveOf,
  asSystem,
  MONDAY_MORNING,
} from "../support/contexts";
import { testDb } from "../support/database";
import { createFactor, createUser } from "../support/factories/accounts";
import { type ApiOffice, createApiOffice } from "../support/offices/api";

const PEOPLE = ["users", "assistants", "executives"];

type Column = { table: string; column: string };

const columnsWhere = (condition: string) =>
  testDb().$queryRawUnsafe<Column[]>(`
    SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\\_prisma%' AND ${condition} ORDER BY 1, 2`);

const foreignKeysTo = (tables: readonly string[]) =>
  testDb().$queryRawUnsafe<Column[]>(`
    SELECT con.conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint con
    JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = ANY(con.conkey)
    WHERE con.contype = 'f' AND con.confrelid::regclass::text = ANY('{${tables.join(",")}}') ORDER BY 1, 2`);

function columnsOf({ whose = [], actors = [] }: PersonalTable): string[] {
  return [...whose.flatMap((one) => ("by" in one ? [one.by] : Object.values(one))), ...actors];
}

describe("what tables hold of people", () => {
  it("is declared for every column that points to a person, or erasing would forget it", async () => {
    const undeclared = (await foreignKeysTo(PEOPLE)).filter(
      ({ table, column }) => !PERSONAL[table] || !columnsOf(PERSONAL[table]).includes(column),
    );
    expect(undeclared).toEqual([]);
  });

  it("is declared for every text of those tables, and of tables that belong to them", async () => {
    const subjects = Object.keys(PERSONAL).filter((table) => PERSONAL[table]?.whose);
    const belonging = (await foreignKeysTo(subjects)).map(({ table }) => table);
    const texts = await columnsWhere(
      "c.data_type IN ('text', 'jsonb', 'ARRAY') AND c.is_generated = 'NEVER'",
    );
    const undeclared = texts.filter(({ table, column }) => {
      if (!PERSONAL[table]) return belonging.includes(table);
      const { erased, plain = [], byVerb = [] } = PERSONAL[table];
      return erased !== "row" && ![...Object.keys(erased), ...plain, ...byVerb].includes(column);
    });
    expect(undeclared).toEqual([]);
  });

  it("names tables and columns that are there", async () => {
    const all = (await columnsWhere("true")).map(({ table, column }) => `${table}.${column}`);
    const named = Object.entries(PERSONAL).flatMap(([table, one]) => {
      const { erased, plain = [], byVerb = [], unexported = [] } = one;
      const emptied = erased === "row" ? [] : Object.keys(erased);
      const kept = unexported === "table" ? [] : unexported;
      return [...columnsOf(one), ...emptied, ...plain, ...byVerb, ...kept].map(
        (column) => `${table}.${column}`,
      );
    });
    expect(named.filter((name) => !all.includes(name))).toEqual([]);
  });
});

let office: ApiOffice;
let admin: Ctx<Administrator>;

beforeEach(async () => {
  office = await createApiOffice();
  const root = await createUser(testDb(), { email: "root@office.example", isAdministrator: true });
  admin = await asAdministratorOf(root.id);
});

const everyRow = async () => {
  const tables = await testDb().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'audit_events'`;
  const rows = await Promise.all(
    tables.map(({ name }) =>
      testDb().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`),
    ),
  );
  return rows.flatMap((some, i) => some.map(({ row }) => `${tables[i]?.name}: ${row}`));
};

describe("erasing a person", () => {
  it("takes a canary out of every row that is theirs", async () => {
    const { userId } = office.executive;
    const canary = "kanariefågel";
    const { executiveId, requestId, handoverId } = office.ids;
    const db = testDb();
    await db.user.update({
      where: { id: userId },
      data: { name: canary, email: `${canary}@office.example`, passwordHash: canary },
    });
    await createFactor(db, userId);
    await db.executive.update({
      where: { id: executiveId },
      data: { title: canary, department: canary, site: canary, phone: "+46 70 000" },
    });
    await db.executiveProfileSection.updateMany({
      where: { executiveId },
      data: { title: canary, body: canary },
    });
    await db.supportRequest.updateMany({
      where: { executiveId },
      data: { summary: canary, details: canary },
    });
    await db.requestComment.create({
      data: { requestId, authorId: userId, text: canary, createdAt: MONDAY_MORNING },
    });
    await db.handoverItem.updateMany({ where: { handoverId }, data: { text: canary } });
    expect((await everyRow()).join()).toContain(canary);
    await db.user.update({ where: { id: userId }, data: { disabledAt: MONDAY_MORNING } });
    expect(await erasePerson(admin, { userId }, PERSONAL)).toMatchObject({ reason: "still_holds" });
    await db.supportAssignment.deleteMany({ where: { executiveId } });
    expect((await erasePerson(admin, { userId }, PERSONAL)).ok).toBe(true);
    expect((await everyRow()).filter((row) => row.includes(canary) || row.includes("+46 70 000"))).toEqual(
      [],
    );
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({
      name: "Former colleague",
      email: `${userId}@erased.invalid`,
      erasedAt: MONDAY_MORNING,
    });
    await expect(erasePerson(admin, { userId }, PERSONAL)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("empties the words of an assistant's leave, and leaves its days", async () => {
    const { id: userId } = await createUser(testDb(), { email: "left@office.example" });
    const { pool: poolId } = office.ids;
    const assistant = await testDb().assistant.create({ data: { userId, poolId, phone: "+46 70 000" } });
    const absence = await testDb().absence.create({
      data: {
        assistantId: assistant.id,
        leaveTypeId: "vacation",
        startOn: new Date("2026-03-02"),
        endOn: new Date("2026-03-06"),
        status: "requested",
        note: "a private matter",
        steps: {
          create: {
            at: MONDAY_MORNING,
            action: "requested",
            status: "requested",
            comment: "a private matter",
            startOn: new Date("2026-03-02"),
            startPart: "am",
            endOn: new Date("2026-03-06"),
            endPart: "pm",
          },
        },
      },
    });
    const course = await testDb().course.create({ data: { name: "First aid", minutes: 60 } });
    const enrolment = await testDb().enrolment.create({
      data: {
        courseId: course.id,
        assistantId: assistant.id,
        status: "requested",
        note: "a private matter",
        steps: {
          create: { at: MONDAY_MORNING, action: "asked", status: "requested", comment: "a private matter" },
        },
      },
    });
    const retold = testDb().enrolmentStep.updateMany({
      where: { enrolmentId: enrolment.id },
      data: { comment: "" },
    });
    expect(await retold.then(() => "done", sqlStateOf)).toBe("42501");
    const change = testDb().absenceStep.updateMany({
      where: { absenceId: absence.id },
      data: { comment: "" },
    });
    expect(await change.then(() => "done", sqlStateOf)).toBe("42501");
    await testDb().user.update({ where: { id: userId }, data: { disabledAt: MONDAY_MORNING } });
    expect((await erasePerson(admin, { userId }, PERSONAL)).ok).toBe(true);
    expect((await everyRow()).filter((row) => /a private matter|\+46 70 000/.test(row))).toEqual([]);
    expect(await testDb().absence.findUnique({ where: { id: absence.id } })).toMatchObject({
      startOn: new Date("2026-03-02"),
    });
    const days = { startOn: new Date("2026-03-03") };
    const rewrite = testDb().absenceStep.updateMany({ where: { absenceId: absence.id }, data: days });
    expect(await rewrite.then(() => "done", sqlStateOf)).toBe("42501");
  });

  it("is refused of an open account, of work that others need, of oneself and without a proof", async () => {
    const { userId } = office.assistant;
    expect(await erasePerson(admin, { userId }, PERSONAL)).toMatchObject({ reason: "account_open" });
    await testDb().user.update({ where: { id: userId }, data: { disabledAt: MONDAY_MORNING } });
    expect(await erasePerson(admin, { userId }, PERSONAL)).toMatchObject({ reason: "still_holds" });
    const own = { userId: admin.actor.userId };
    expect(await erasePerson(admin, own, PERSONAL)).toMatchObject({ reason: "own_account" });
    const away = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const unproven = { ...admin, actor: { ...admin.actor, session: away } };
    expect(await erasePerson(unproven, { userId }, PERSONAL)).toMatchObject({ reason: "proof_needed" });
  });

  it("is for good: PostgreSQL opens no erased account, and gives it no password", async () => {
    const { id } = await createUser(testDb(), { email: "left@office.example", disabledAt: MONDAY_MORNING });
    await erasePerson(admin, { userId: id }, PERSONAL);
    for (const data of [{ disabledAt: null }, { passwordHash: "x" }, { isAdministrator: true }])
      expect(
        await testDb()
          .user.update({ where: { id }, data })
          .then(() => "done", sqlStateOf),
      ).toBe("23514");
  });
});

describe("a backup from before an erasure", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "standby-erasures-"));
    vi.stubEnv("ERASURES_FILE", join(folder, "erasures.jsonl"));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  it("brings nobody back: whom a file beside it names is erased again, once", async () => {
    const left = await createUser(testDb(), { email: "left@office.example", disabledAt: MONDAY_MORNING });
    await erasePerson(admin, { userId: left.id }, PERSONAL);
    const erasures = await readErasures(join(folder, "erasures.jsonl"));
    expect(erasures).toEqual([{ userId: left.id, at: MONDAY_MORNING.toISOString() }]);
    const { userId } = office.assistant;
    const ids = [...erasures.map((one) => one.userId), userId, "0190d3a0-0000-7000-8000-00000000dead"];
    expect(await eraseAgain(asSystem(), ids, PERSONAL)).toBe(1);
    expect(await eraseAgain(asSystem(), ids, PERSONAL)).toBe(0);
    expect(await testDb().user.findUnique({ where: { id: userId } })).toMatchObject({
      name: "Former colleague",
      disabledAt: MONDAY_MORNING,
      erasedAt: MONDAY_MORNING,
    });
    expect((await everyRow()).filter((row) => row.includes("assistant@office.example"))).toEqual([]);
  });

  it("is looked for in a file that says nothing else, and nowhere where there is none", async () => {
    expect(await readErasures(join(folder, "none.jsonl"))).toEqual([]);
    const wrong = join(folder, "wrong.jsonl");
    await writeFile(wrong, '{"userId":"everybody"}\n');
    await expect(readErasures(wrong)).rejects.toThrow("Line 1");
  });
});

describe("a person's own data", () => {
  it("is all that is kept of them, without secrets and what others may keep from them", async () => {
    const assistant = await asAssistantOf(office.assistant.userId);
    await createFactor(testDb(), office.assistant.userId);
    const answer = await exportOwnData(assistant, PERSONAL);
    const tables = answer.ok ? answer.value.tables : {};
    expect(tables.users).toMatchObject([{ email: "assistant@office.example" }]);
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(["assistants", "absences", "api_tokens"]));
    expect(JSON.stringify(tables)).not.toMatch(/password_hash|token_hash|sealed|override_reason|code_hash/);
    expect(tables.pairing_restrictions).toBeUndefined();
    const others = await exportOwnData(await asExecutiveOf(office.executive.userId), PERSONAL);
    expect(JSON.stringify(others)).not.toContain("assistant@office.example");
  });
});
