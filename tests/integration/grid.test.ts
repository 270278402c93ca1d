import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction, type PublicCtx } from "@/lib/context";
import { readFree, readGrid } from "@/lib/coverage/demand/queries-grid";
import { freeAfterCovers, gridBetween, gridOf, type StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { loadOffice, loadStaffing } from "@/lib/coverage/office/queries";
import { forgetOfficeChanges } from "@/lib/coverage/office/queries-changes";
import { refuse } from "@/lib/result";
import { addDays, day, dayToDate } from "@/lib/time/day";
import { MONDAY_MORNING } from "../support/contexts";
import { testDatabaseUrl, testDb } from "../support/database";
import { createAbsence } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";

const FROM = day("2026-08-17");
const TO = day("2026-08-23");
const LAST = addDays(FROM, 12 * 7 - 1);

let office: CoverageOffice;
let others: pg.Client[] = [];

beforeEach(async () => {
  office = await createCoverageOffice();
});

afterEach(async () => {
  for (const other of others) await other.end();
  others = [];
});

function read(ctx: PublicCtx = office.manager, from = FROM, to = TO): Promise<StaffingGrid> {
  return readGrid(ctx, { id: office.poolId, timeZone: "Europe/Stockholm" }, from, to);
}

/** What the database says when it is read anew, of the twelve weeks that are kept. */
async function readAnew(): Promise<StaffingGrid> {
  return gridBetween(
    gridOf(await loadStaffing(testDb(), { poolIds: [office.poolId] }, FROM, LAST)),
    FROM,
    TO,
  );
}

function gapsOf({ rows }: StaffingGrid, id: string): number {
  return (rows.get(id) ?? []).filter((state) => state.status === "gap").length;
}

/** A connection of another node. */
async function anotherNode(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: testDatabaseUrl });
  await client.connect();
  others.push(client);
  return client;
}

describe("who serves whom", () => {
  const changes: Record<
    string,
    (sql: (text: string, ...ids: string[]) => Promise<unknown>) => Promise<unknown>
  > = {
    "an absence": (sql) =>
      sql("UPDATE absences SET end_on = '2026-08-18' WHERE assistant_id = $1", office.ids.ana),
    "an absence that is gone": (sql) => sql("DELETE FROM absences WHERE assistant_id = $1", office.ids.ana),
    hours: (sql) =>
      sql("DELETE FROM working_patterns WHERE assistant_id = $1 AND weekday = 2", office.ids.cia),
    "a last day of work": (sql) =>
      sql("UPDATE assistants SET leaves_on = '2026-08-19' WHERE id = $1", office.ids.ben),
    "a name": (sql) =>
      sql(
        "UPDATE users SET name = 'Ada Alm' WHERE id = (SELECT user_id FROM assistants WHERE id = $1)",
        office.ids.ana,
      ),
    "an executive's name": (sql) =>
      sql(
        "UPDATE users SET name = 'Aa' WHERE id = (SELECT user_id FROM executives WHERE id = $1)",
        office.ids.zoe,
      ),
    "hours of support": (sql) =>
      sql("DELETE FROM support_hours WHERE executive_id = $1 AND weekday = 1", office.ids.xenia),
    duties: (sql) =>
      sql("UPDATE duty_requirements SET minutes_per_day = 30 WHERE executive_id = $1", office.ids.bo),
    "support that ends": (sql) =>
      sql("UPDATE support_assignments SET to_on = '2026-08-18' WHERE executive_id = $1", office.ids.zoe),
    "support that passes to another": (sql) =>
      sql(
        "UPDATE support_assignments SET assistant_id = $2 WHERE executive_id = $1",
        office.ids.zoe,
        office.ids.dan,
      ),
    "an executive who came": (sql) =>
      sql(
        `WITH person AS (INSERT INTO users (id, email, name) VALUES (gen_random_uuid(), 'may@x.example', 'May Moe') RETURNING id)
         INSERT INTO executives (id, user_id, pool_id, title, department, tier, site)
         SELECT gen_random_uuid(), id, $1, 'CIO', 'IT', 1, 'HQ' FROM person`,
        office.poolId,
      ),
    "an executive's pool": (sql) =>
      sql(
        `WITH pool AS (INSERT INTO pools (id, name, time_zone, holiday_region) VALUES (gen_random_uuid(), 'South', 'UTC', 'SE')
           RETURNING id) UPDATE executives SET pool_id = pool.id FROM pool WHERE executives.id = $1`,
        office.ids.zoe,
      ),
    "a cover": (sql) =>
      sql(
        `INSERT INTO coverage_assignments (id, executive_id, assistant_id, start_on, start_part, end_on, end_part, status)
         VALUES (gen_random_uuid(), $1, $2, '2026-08-18', 'am', '2026-08-19', 'am', 'confirmed')`,
        office.ids.xenia,
        office.ids.ben,
      ),
    "a skill": (sql) =>
      sql("UPDATE assistant_skills SET proficiency = 5 WHERE assistant_id = $1", office.ids.dan),
    "a language": (sql) => sql("DELETE FROM assistant_languages WHERE assistant_id = $1", office.ids.ben),
    "a holiday calendar": (sql) => sql("UPDATE pools SET holiday_region = 'GB' WHERE id = $1", office.poolId),
  };

  for (const [what, change] of Object.entries(changes))
    it(`is told as it is after another node changed ${what}`, async () => {
      const before = await read();
      await readFree(office.manager, await read(office.manager, FROM, LAST));
      const node = await anotherNode();
      await change((text, ...ids) => node.query(text, ids));
      const after = await read();
      expect(after).not.toBe(before);
      expect(after).toEqual(await readAnew());
      const free = await readFree(office.manager, await read(office.manager, FROM, LAST));
      const anew = gridOf(await loadOffice(testDb(), { poolIds: [office.poolId] }, FROM, LAST));
      expect(free).toEqual(freeAfterCovers(anew));
    });

  it("is not worked out again while nothing of it changes", async () => {
    const before = await read();
    await createAbsence(testDb(), {
      assistantId: office.ids.ben,
      startOn: new Date("2026-08-17"),
      endOn: new Date("2026-08-17"),
      status: "requested",
    });
    await testDb().user.update({ where: { id: office.manager.actor.userId }, data: { locale: "sv" } });
    expect(await read()).toBe(before);
  });

  it("is told rightly where transactions end in another order than they began", async () => {
    const [early, late] = [await anotherNode(), await anotherNode()];
    await early.query("BEGIN");
    await early.query("UPDATE absences SET end_on = '2026-08-18' WHERE assistant_id = $1", [office.ids.ana]);
    await late.query("DELETE FROM working_patterns WHERE assistant_id = $1 AND weekday = 2", [
      office.ids.cia,
    ]);
    expect(gapsOf(await read(), office.ids.xenia)).toBe(10);
    expect(gapsOf(await read(), office.ids.zoe)).toBe(4);
    await early.query("COMMIT");
    expect(gapsOf(await read(), office.ids.xenia)).toBe(4);
    expect(await read()).toEqual(await readAnew());
  });

  it("counts a transaction's own changes within it, and keeps nothing of what is rolled back", async () => {
    const before = await read();
    await inTransaction(office.manager, async (tx) => {
      await tx.db.absence.updateMany({
        where: { assistantId: office.ids.ana },
        data: { endOn: dayToDate(day("2026-08-18")) },
      });
      expect(gapsOf(await read(tx), office.ids.xenia)).toBe(4);
      return refuse("slot_changed");
    });
    expect(await read()).toBe(before);
    expect(gapsOf(await read(), office.ids.xenia)).toBe(10);
  });

  it("is read anew where more people changed than are named", async () => {
    await read();
    await testDb().$executeRaw`
      INSERT INTO absences (id, assistant_id, leave_type_id, start_on, end_on, status)
      SELECT gen_random_uuid(), id, 'vacation', DATE '2026-08-24' + n, DATE '2026-08-24' + n, 'approved'
      FROM assistants, generate_series(0, 60) n`;
    await testDb().$executeRaw`UPDATE absences SET note = 'x'`;
    const kinds = await testDb().officeChange.groupBy({ by: ["kind"], _count: true });
    expect(kinds.map(({ kind }) => kind)).toContain("assistant");
    const monday = addDays(FROM, 7);
    const [kept, anew] = [await read(office.manager, monday, monday), await readAnew()];
    expect(kept.rows.size).toBe(anew.rows.size);
    expect(gapsOf(kept, office.ids.bo)).toBe(2);
  });

  it("is worked out once for all who ask together, and never older than their question", async () => {
    const [first, ...rest] = await Promise.all(Array.from({ length: 8 }, () => read()));
    expect(rest.every((grid) => grid === first)).toBe(true);
    const asked = read();
    await createAbsence(testDb(), {
      assistantId: office.ids.ben,
      startOn: new Date("2026-08-17"),
      endOn: new Date("2026-08-17"),
    });
    const after = await Promise.all(Array.from({ length: 8 }, () => read()));
    for (const grid of after) expect(gapsOf(grid, office.ids.bo)).toBe(2);
    await asked;
  });

  it("is right though the notes of changes are forgotten after an hour", async () => {
    await read();
    await testDb().absence.deleteMany({ where: { assistantId: office.ids.ana } });
    const now = new Date(MONDAY_MORNING.getTime() + 2 * 3_600_000);
    await forgetOfficeChanges({ actor: null, db: testDb(), now: new Date(now.getTime() + 86_400_000_000) });
    expect(await testDb().officeChange.count()).toBe(0);
    expect(gapsOf(await read({ ...office.manager, now }), office.ids.xenia)).toBe(0);
  });
});
