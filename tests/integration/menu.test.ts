import { beforeEach, describe, expect, it } from "vitest";
import { requirePool } from "@/lib/pools/queries";
import { listHiddenPlaces } from "@/lib/pools/queries-menu";
import { ChangePoolInput } from "@/lib/pools/schema";
import { changePool } from "@/lib/pools/service";
import { asAssistantOf, asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createLeaveOffice } from "../support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

async function hide(hiddenPlaces: string[]) {
  const ctx = await asManagerOf(office.manager.userId);
  const { assistantCount, executiveCount, ...pool } = await requirePool(ctx, office.ids.pool);
  return changePool(ctx, ChangePoolInput.parse({ ...pool, hiddenPlaces }));
}

describe("what a pool leaves out of its menu", () => {
  it("is hidden for its people, and audited", async () => {
    expect(await hide(["handovers", "what_if"])).toMatchObject({ ok: true });
    const assistant = await asAssistantOf(office.assistant.userId);
    expect(await listHiddenPlaces(assistant, [office.ids.pool])).toEqual(["handovers", "what_if"]);
    const row = await testDb().auditEvent.findFirstOrThrow({ where: { action: "pool.changed" } });
    expect(row.data).toMatchObject({ hiddenPlaces: ["handovers", "what_if"] });
  });

  it("is hidden for a manager of several pools only where all of them leave it out", async () => {
    await hide(["handovers", "workload"]);
    await testDb().pool.update({ where: { id: office.ids.otherPool }, data: { hiddenPlaces: ["workload"] } });
    const manager = await asManagerOf(office.manager.userId);
    const { pool, otherPool } = office.ids;
    expect(await listHiddenPlaces(manager, [pool, otherPool])).toEqual(["workload"]);
  });

  it("is nothing for people without a pool, and for a name that is no place", async () => {
    await testDb().pool.update({ where: { id: office.ids.pool }, data: { hiddenPlaces: ["gone"] } });
    const manager = await asManagerOf(office.manager.userId);
    expect(await listHiddenPlaces(manager, [])).toEqual([]);
    expect(await listHiddenPlaces(manager, [office.ids.pool])).toEqual([]);
  });
});
