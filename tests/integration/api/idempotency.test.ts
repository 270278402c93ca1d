import { beforeEach, describe, expect, it } from "vitest";
import { listOperations } from "@/lib/api/operations";
import { answerOnce, fingerprintOf } from "@/lib/server/idempotency";
import { nameOfKey, sealAnswer } from "@/lib/server/sealed-answer";
import { TIME_LIMITS } from "@/lib/time-limits";
import { callApi } from "../../support/api";
import { asManagerOf, MONDAY_MORNING } from "../../support/contexts";
import { testDb } from "../../support/database";
import { createOffice, type Office } from "../../support/offices/two-pools";

let office: Office;

beforeEach(async () => {
  office = await createOffice();
});

function createPool(key: string, name: string, token = office.manager.token) {
  return callApi("POST", "/pools", { token, body: { name }, headers: { "idempotency-key": key } });
}

describe("a POST with an Idempotency-Key", () => {
  it("is done once, and each repeat gets the first answer", async () => {
    const first = await createPool("k1", "Gothenburg");
    const again = await createPool("k1", "Gothenburg");
    expect(first.status).toBe(201);
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await testDb().pool.count({ where: { name: "Gothenburg" } })).toBe(1);
  });

  it("is done once when two arrive at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => createPool("k2", "Gothenburg")));
    const ids = new Set(answers.filter((a) => a.status === 201).map((a) => (a.body as { id: string }).id));
    expect(ids.size).toBe(1);
    for (const answer of answers) {
      if (answer.status === 201) continue;
      expect(answer).toMatchObject({ status: 409, body: { error: { code: "request_in_progress" } } });
    }
    expect(await testDb().pool.count({ where: { name: "Gothenburg" } })).toBe(1);
    expect(await testDb().auditEvent.count({ where: { action: "pool.created" } })).toBe(1);
  });

  it("is refused for another request under the same key", async () => {
    await createPool("k3", "Gothenburg");
    expect(await createPool("k3", "Lund")).toMatchObject({
      status: 409,
      body: { error: { code: "idempotency_key_reused" } },
    });
  });

  it("keeps a refusal, and leaves nothing of the refused work", async () => {
    const refused = await createPool("k4", "London");
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "pool_name_taken" } } });
    await testDb().pool.update({ where: { id: office.ids.otherPool }, data: { name: "Leeds" } });
    expect(await createPool("k4", "London")).toMatchObject({ status: 409, body: refused.body });
    expect(await createPool("k5", "London")).toMatchObject({ status: 201 });
  });

  it("keeps nothing of an answer that is read without its key", async () => {
    const first = await createPool("k-secret", "Canary Wharf");
    const kept = JSON.stringify(await testDb().idempotencyKey.findMany());
    expect(kept).not.toMatch(/Canary|k-secret/);
    const { id } = first.body as { id: string };
    expect(kept).not.toContain(id);
    expect((await createPool("k-secret", "Canary Wharf")).body).toEqual(first.body);
    await testDb().idempotencyKey.updateMany({ data: { responseBody: sealAnswer("another", "{}") } });
    expect((await createPool("k-secret", "Canary Wharf")).status).toBe(500);
  });

  it("is known as PostgreSQL writes it, so that what an earlier version kept is not done again", async () => {
    const [row] = await testDb().$queryRaw<{ key: string; hash: string }[]>`
      SELECT translate(encode(sha256(convert_to('name ' || 'k-old', 'UTF8')), 'base64'), '+/=', '-_') AS key,
        encode(sha256(sha256(convert_to('k-old', 'UTF8')) || sha256(convert_to('asked', 'UTF8'))), 'hex') AS hash`;
    expect(row).toEqual({ key: nameOfKey("k-old"), hash: fingerprintOf("k-old", "asked") });
  });

  it("belongs to one person", async () => {
    await createPool("k6", "Gothenburg");
    expect(await createPool("k6", "Leeds", office.otherManager.token)).toMatchObject({ status: 201 });
  });

  it("is forgotten after a day", async () => {
    await createPool("k7", "Gothenburg");
    await testDb().idempotencyKey.updateMany({
      data: { createdAt: new Date(MONDAY_MORNING.getTime() - 25 * 3_600_000) },
    });
    expect(await createPool("k7", "Lund")).toMatchObject({ status: 201 });
  });

  it("needs a key that can be one", async () => {
    for (const key of ["", " ", "å", "x".repeat(201)]) {
      expect((await createPool(key, "Gothenburg")).status, key).toBe(400);
    }
  });

  it("may take as long as a batch where it writes in sets, so that a large import can be repeated", async () => {
    const batch = listOperations().filter(({ meta }) => meta.isBatch);
    expect(batch.map(({ id }) => id)).toEqual([
      "schedules.import",
      "calendarImports.create",
      "imports.create",
      "imports.undo",
      "exports.create",
    ]);
    const once = await answerOnce(
      await asManagerOf(office.manager.userId),
      { key: "k9", fingerprint: "f" },
      async ({ db }) => {
        const [row] = await db.$queryRaw<{ idle: string }[]>`
          SELECT current_setting('idle_in_transaction_session_timeout') AS idle`;
        return { status: 200, body: row?.idle ?? "" };
      },
      TIME_LIMITS.batch,
    );
    expect(once).toEqual({ outcome: "answered", status: 200, body: "10min" });
  });
});
