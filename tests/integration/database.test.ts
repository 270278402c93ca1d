import { describe, expect, it } from "vitest";
import { asOwner, testDb } from "@/tests/support/database";

async function recordEvent(action: string): Promise<void> {
  const at = new Date("2026-03-02T08:00:00Z");
  await testDb()
    .$executeRaw`INSERT INTO audit_events (seq, at, action, entity_type, entity_id, data, prev_hash, hash)
    VALUES (0, ${at}, ${action}, 'pool', 'p', '{}'::jsonb, '', '')`;
}

describe("the database of a test", () => {
  it.each([1, 2])("is empty when test %i begins", async () => {
    expect(await testDb().auditEvent.count()).toBe(0);
    await recordEvent("pool.created");
    expect(await testDb().auditEvent.count()).toBe(1);
  });
});

describe("the role of the running application", () => {
  it.each([
    "UPDATE audit_events SET action = 'nothing happened'",
    "DELETE FROM audit_events",
    "TRUNCATE audit_events",
    "TRUNCATE users CASCADE",
    "CREATE TABLE loot (id int)",
    "ALTER TABLE users DROP COLUMN password_hash",
    "DROP TRIGGER audit_events_append_only ON audit_events",
  ])("may not %s", async (statement) => {
    await expect(testDb().$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("is no superuser and passes no row-level security", async () => {
    const rows = await testDb().$queryRaw<{ powers: boolean }[]>`
      SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS powers FROM pg_roles WHERE rolname = current_user`;
    expect(rows).toEqual([{ powers: false }]);
  });
});

describe("the audit log", () => {
  it("can't be changed by the owner of the tables either", async () => {
    await recordEvent("pool.created");
    for (const sql of ["UPDATE audit_events SET action = 'nothing happened'", "TRUNCATE audit_events"])
      await expect(asOwner((owner) => owner.query(sql))).rejects.toThrow(/never changed/);
  });
});
