import { beforeEach, describe, expect, it } from "vitest";
import type { Administrator } from "@/lib/actor";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { listHeld } from "@/lib/insight/leaving/queries";
import { HELD_KINDS } from "@/lib/insight/leaving/schema";
import { passOn, shutAccount } from "@/lib/insight/leaving/service";
import { listPoolsLed } from "@/lib/pools/queries-managers";
import { setPoolsLed } from "@/lib/pools/service-managers";
import { asAdministratorOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser, makeToken } from "../support/factories/accounts";
import { type ApiOffice, createApiOffice } from "../support/offices/api";

let office: ApiOffice;
let admin: Ctx<Administrator>;

beforeEach(async () => {
  office = await createApiOffice();
  const root = await createUser(testDb(), {
    email: "root@office.example",
    isAdministrator: true,
    passwordHash: "x",
  });
  admin = await asAdministratorOf(root.id);
  await testDb().user.updateMany({ where: { passwordHash: null }, data: { passwordHash: "x" } });
});

const ledBy = async (userId: string) =>
  (await listPoolsLed(admin, userId)).filter(({ isLed }) => isLed).map(({ id }) => id);
const kindsHeldBy = async (userId: string) => (await listHeld(admin, userId)).map(({ kind }) => kind);

describe("which pools a person manages", () => {
  it("is given by an administrator, and ends their sessions only where it changes", async () => {
    const { userId } = office.assistant;
    const sid = await openSession(testDb(), userId, MONDAY_MORNING);
    await setPoolsLed(admin, { userId, poolIds: [] });
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).not.toBeNull();
    await setPoolsLed(admin, { userId, poolIds: [office.ids.pool] });
    expect(await ledBy(userId)).toEqual([office.ids.pool]);
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    const events = await testDb().auditEvent.findMany({
      where: { action: { startsWith: "pool.manager" } },
      orderBy: { seq: "asc" },
    });
    expect(events).toMatchObject([{ action: "pool.manager_added", data: { managerId: userId } }]);
  });

  it("leaves no pool without a manager who can sign in", async () => {
    const { userId } = office.manager;
    expect(await setPoolsLed(admin, { userId, poolIds: [] })).toMatchObject({ reason: "last_manager" });
    const second = await createUser(testDb(), { email: "shut@office.example", disabledAt: MONDAY_MORNING });
    await testDb().poolManager.create({ data: { poolId: office.ids.pool, userId: second.id } });
    expect(await setPoolsLed(admin, { userId, poolIds: [] })).toMatchObject({ reason: "last_manager" });
    expect(await ledBy(userId)).toEqual([office.ids.pool]);
    await testDb().user.update({ where: { id: second.id }, data: { disabledAt: null } });
    expect(await setPoolsLed(admin, { userId, poolIds: [] })).toMatchObject({ reason: "last_manager" });
    const data = {
      issuer: "https://provider.example",
      subject: "s",
      userId: second.id,
      linkedAt: MONDAY_MORNING,
    };
    await testDb().userIdentity.create({ data });
    expect((await setPoolsLed(admin, { userId, poolIds: [] })).ok).toBe(true);
  });

  it("is not given up by two at the same moment", async () => {
    const two = [office.manager.userId, office.assistant.userId];
    await setPoolsLed(admin, { userId: office.assistant.userId, poolIds: [office.ids.pool] });
    const answers = await Promise.all(two.map((userId) => setPoolsLed(admin, { userId, poolIds: [] })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const shut = await Promise.all(two.map((userId) => shutAccount(admin, { userId })));
    expect(shut.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is for administrators who have just shown that it is they, of accounts and pools that are there", async () => {
    const { userId } = office.assistant;
    const away = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const unproven = { ...admin, actor: { ...admin.actor, session: away } };
    expect(await setPoolsLed(unproven, { userId, poolIds: [] })).toMatchObject({ reason: "proof_needed" });
    for (const input of [
      { userId: office.ids.pool, poolIds: [] },
      { userId, poolIds: [userId] },
    ])
      await expect(setPoolsLed(admin, input)).rejects.toBeInstanceOf(NotFoundError);
    await testDb().user.update({ where: { id: userId }, data: { disabledAt: MONDAY_MORNING } });
    const given = await setPoolsLed(admin, { userId, poolIds: [office.ids.pool] });
    expect(given).toMatchObject({ reason: "account_disabled" });
  });
});

describe("what a person holds", () => {
  it("is read of every kind", async () => {
    const { userId } = office.manager;
    await testDb().apiToken.create({ data: makeToken({ userId, name: "Payroll" }) });
    const held = await listHeld(admin, userId);
    expect(held.find(({ kind }) => kind === "pools_alone")).toMatchObject({ count: 1, mustPassOn: true });
    expect(held.find(({ kind }) => kind === "api_tokens")?.names).toContain("Payroll");
    const all = [...(await kindsHeldBy(userId)), ...(await kindsHeldBy(office.assistant.userId))];
    expect(HELD_KINDS.filter((kind) => all.includes(kind)).length).toBeGreaterThan(5);
    expect(await kindsHeldBy(admin.actor.userId)).toEqual([]);
  });

  it("keeps an account from being shut while it is a pool's only manager, and nothing else does", async () => {
    const { userId } = office.manager;
    expect(await shutAccount(admin, { userId })).toMatchObject({ reason: "last_manager" });
    expect(await testDb().user.count({ where: { disabledAt: { not: null } } })).toBe(0);
    await setPoolsLed(admin, { userId: office.colleague.userId, poolIds: [office.ids.pool] });
    expect(await kindsHeldBy(userId)).toContain("pools_shared");
    expect((await shutAccount(admin, { userId })).ok).toBe(true);
    expect((await shutAccount(admin, { userId: office.assistant.userId })).ok).toBe(true);
    expect(await kindsHeldBy(office.assistant.userId)).not.toContain("api_tokens");
  });

  it("goes on to another manager, a kind at a time", async () => {
    const { userId } = office.manager;
    const other = await createUser(testDb(), { email: "next@office.example", passwordHash: "x" });
    const passed = { userId, toUserId: other.id };
    const { manager, assistant } = office;
    await testDb().assistantLeavePolicy.create({
      data: { assistantId: office.ids.assistantId, deciderId: userId },
    });
    await testDb().poolLeavePolicy.upsert({
      where: { poolId: office.ids.pool },
      create: { poolId: office.ids.pool, secondDeciderId: userId },
      update: { secondDeciderId: userId },
    });
    expect(await passOn(admin, { ...passed, kind: "leave_decided" })).toMatchObject({
      reason: "not_a_decider",
    });
    expect((await passOn(admin, { ...passed, kind: "pools_alone" })).ok).toBe(true);
    expect([await ledBy(userId), await ledBy(other.id)]).toEqual([[], [office.ids.pool]]);
    await passOn(admin, { ...passed, kind: "leave_decided" });
    await passOn(admin, { ...passed, kind: "second_decisions" });
    expect(await kindsHeldBy(other.id)).toEqual(["pools_alone", "leave_decided", "second_decisions"]);
    expect(await kindsHeldBy(manager.userId)).not.toContain("leave_decided");
    await setPoolsLed(admin, { userId: assistant.userId, poolIds: [office.ids.pool] });
    const own = { userId: other.id, toUserId: assistant.userId, kind: "leave_decided" } as const;
    expect(await passOn(admin, own)).toMatchObject({ reason: "own_leave_given" });
    const shared = { ...own, kind: "pools_shared" } as const;
    expect((await passOn(admin, { ...shared, userId: admin.actor.userId })).ok).toBe(true);
    expect((await passOn(admin, shared)).ok).toBe(true);
    expect(await ledBy(other.id)).toEqual([]);
  });

  it("is marked as to be passed on wherever it keeps a person of a shut account from being erased", async () => {
    const { userId } = office.assistant;
    const feed = {
      kind: "assistant",
      subjectId: userId,
      tokenHash: "a".repeat(64),
      renewedAt: MONDAY_MORNING,
    } as const;
    await testDb().calendarFeed.create({ data: { userId, ...feed } });
    const marked = async () => (await listHeld(admin, userId)).filter(({ mustPassOn }) => mustPassOn);
    expect(await marked()).toEqual([]);
    await shutAccount(admin, { userId });
    const kinds = (await marked()).map(({ kind }) => kind);
    expect(kinds).toContain("executives_supported");
    expect(kinds).not.toContain("calendar_feeds");
  });
});
