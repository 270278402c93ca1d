import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { CreatePoolInput } from "@/lib/pools/schema";
import { createPool } from "@/lib/pools/service";
import { ok } from "@/lib/result";
import { type FormState, formAction } from "@/lib/server/form-action";
import { FORM_KEY_FIELD } from "@/lib/server/form-data";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createOffice, type Office } from "../support/offices/two-pools";

const IDLE: FormState<never> = { status: "idle", values: {} };

let office: Office;
beforeEach(async () => {
  office = await createOffice();
});

function poolForm(key: string, name: string): FormData {
  const form = new FormData();
  const fields = { [FORM_KEY_FIELD]: key, name, timeZone: "Europe/Stockholm", holidayRegion: "SE" };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return form;
}

function send(key: string, name: string, userId = office.manager.userId) {
  return formAction(() => asManagerOf(userId), CreatePoolInput, createPool)(IDLE, poolForm(key, name));
}

function countPools(name: string): Promise<number> {
  return testDb().pool.count({ where: { name } });
}

describe("one rendering of a form", () => {
  it("is done once, also when it is sent twice at the same time", async () => {
    const key = randomUUID();
    const answers = await Promise.all([send(key, "Gothenburg"), send(key, "Gothenburg")]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["done", "done_before"]);
    expect(await countPools("Gothenburg")).toBe(1);
    expect(await testDb().auditEvent.count({ where: { action: "pool.created" } })).toBe(1);
  });

  it("leaves nothing of its words in what is kept", async () => {
    await send(randomUUID(), "Gothenburg");
    const [kept] = await testDb().idempotencyKey.findMany();
    const sealed = Buffer.from(kept?.responseBody ?? "", "base64url");
    // Nonce and tag of an empty text.
    expect(sealed).toHaveLength(12 + 16);
  });

  it("is refused with other words, once it is done", async () => {
    const key = randomUUID();
    await send(key, "Gothenburg");
    expect(await send(key, "Lund")).toMatchObject({ status: "refused", reason: "sent_already" });
    expect(await countPools("Lund")).toBe(0);
  });

  it("may be sent again after a refusal, which is not kept", async () => {
    const key = randomUUID();
    expect(await send(key, "London")).toMatchObject({ status: "refused", reason: "pool_name_taken" });
    await testDb().pool.update({ where: { id: office.ids.otherPool }, data: { name: "Leeds" } });
    expect(await send(key, "London")).toMatchObject({ status: "done" });
  });

  it("is one person's own", async () => {
    const key = randomUUID();
    await send(key, "Gothenburg");
    expect(await send(key, "Lund", office.otherManager.userId)).toMatchObject({ status: "done" });
  });

  it("is another one without a key, or where repeating does no harm", async () => {
    const key = randomUUID();
    let times = 0;
    const count = formAction(
      () => asManagerOf(office.manager.userId),
      CreatePoolInput,
      async () => ok(++times),
      { mayRepeat: true },
    );
    await count(IDLE, poolForm(key, "Gothenburg"));
    await count(IDLE, poolForm(key, "Gothenburg"));
    expect(times).toBe(2);
    await send("no key", "Gothenburg");
    expect(await send("no key", "Gothenburg")).toMatchObject({ reason: "pool_name_taken" });
  });
});
