import { beforeEach, describe, expect, it } from "vitest";
import { getPerson } from "@/lib/auth/person";
import { NotFoundError } from "@/lib/errors";
import { listRecurring } from "@/lib/requests/recurring/queries";
import { AddRecurringInput } from "@/lib/requests/recurring/schema";
import { addRecurring, changeRecurring, removeRecurring } from "@/lib/requests/recurring/service";
import { fileRecurring } from "@/lib/requests/recurring/service-filing";
import { listSavedReplies } from "@/lib/requests/replies/queries";
import { addReply, changeReply, removeReply } from "@/lib/requests/replies/service";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
beforeEach(async () => {
  office = await createLeaveOffice();
});

const HOUR_MS = 3_600_000;
const executive = () => asExecutiveOf(office.executive.userId);
const assistant = () => asAssistantOf(office.assistant.userId);
const recurring = (parts: object = {}) =>
  AddRecurringInput.parse({ summary: "Print the agenda", weekdays: [1], from: "2026-08-10", ...parts });
const run = (at = MONDAY_MORNING) => {
  const ctx = { ...asSystem(), now: at };
  return fileRecurring(ctx, (userId) => getPerson(ctx.db, userId, at));
};
const filed = () => testDb().supportRequest.findMany({ where: { via: "recurring" } });

describe("a request that recurs", () => {
  it("is filed once on its day however many nodes ask, not before the executive is supported, and not while paused", async () => {
    await addRecurring(await executive(), recurring());
    await addRecurring(await executive(), recurring({ weekdays: [2] }));
    expect(await run(new Date(MONDAY_MORNING.getTime() - 6 * HOUR_MS))).toBe(0);
    const counts = await Promise.all([run(), run(), run()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await filed()).toMatchObject([
      {
        ...{ summary: "Print the agenda", executiveId: office.ids.executiveId },
        ...{ createdById: office.executive.userId, dueOn: new Date("2026-08-17") },
      },
    ]);
    expect(await run(new Date(MONDAY_MORNING.getTime() + HOUR_MS))).toBe(0);
    const [first] = await listRecurring(await executive());
    if (!first) throw new Error("nothing recurs");
    const paused = { ...recurring(), id: first.id, version: first.version, isPaused: true };
    expect(await changeRecurring(await assistant(), paused)).toMatchObject({ ok: true });
    expect(await run(new Date(MONDAY_MORNING.getTime() + 7 * 24 * HOUR_MS))).toBe(0);
  });

  it("is kept by the executive, who serves them and who leads the pool, and by nobody else", async () => {
    const { executiveId } = office.ids;
    const added = await addRecurring(await assistant(), recurring({ executiveId }));
    if (!added.ok) throw new Error(added.reason);
    expect(await listRecurring(await asManagerOf(office.manager.userId))).toMatchObject([
      { id: added.value.id, nextOn: "2026-08-17" },
    ]);
    const other = await asManagerOf(office.otherManager.userId);
    expect(await listRecurring(other)).toEqual([]);
    await expect(removeRecurring(other, added.value)).rejects.toThrow(NotFoundError);
    await expect(addRecurring(other, recurring({ executiveId }))).rejects.toThrow(NotFoundError);
    expect(await removeRecurring(await executive(), added.value)).toMatchObject({ ok: true });
    expect(await addRecurring(await executive(), recurring({ weekdays: [] }))).toMatchObject({
      reason: "recurring_no_day",
    });
  });
});

describe("a saved reply", () => {
  const WORDS = { title: "On its way", text: "Hello {{executive}}" };

  it("is one's own or the pool's: everybody there uses it, the pool's managers keep it", async () => {
    const poolId = office.ids.pool;
    const manager = await asManagerOf(office.manager.userId);
    const pools = await addReply(manager, { poolId, ...WORDS });
    if (!pools.ok) throw new Error(pools.reason);
    await addReply(await assistant(), { poolId: null, ...WORDS, title: "Own" });
    const titles = async (ctx: Parameters<typeof listSavedReplies>[0]) =>
      (await listSavedReplies(ctx)).map(({ title }) => title);
    expect(await titles(await assistant())).toEqual(["On its way", "Own"]);
    expect(await titles(await asAssistantOf(office.colleague.userId))).toEqual(["On its way"]);
    expect(await titles(manager)).toEqual(["On its way"]);
    expect(await titles(await executive())).toEqual([]);
    const changed = { ...pools.value, version: 1, ...WORDS, text: "Hi" };
    await expect(changeReply(await assistant(), changed)).rejects.toThrow(NotFoundError);
    await expect(addReply(await assistant(), { poolId, ...WORDS })).rejects.toThrow(NotFoundError);
    expect(await changeReply(manager, changed)).toMatchObject({ ok: true });
    expect(await changeReply(manager, changed)).toMatchObject({ reason: "changed_since_read" });
    expect(await removeReply(manager, pools.value)).toMatchObject({ ok: true });
    expect(await titles(await assistant())).toEqual(["Own"]);
  });
});
