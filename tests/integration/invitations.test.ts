import { beforeEach, describe, expect, it } from "vitest";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { InviteUsersInput as Input, type InviteUsersInput, MOST_INVITED } from "@/lib/accounts/schema";
import { getInvitation, readInvitation, setPassword } from "@/lib/accounts/service-invitations";
import { inviteUsers } from "@/lib/accounts/service-invite-many";
import { listAssistants } from "@/lib/assistants/queries";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { NotFoundError } from "@/lib/errors";
import { forgetExpired } from "@/lib/jobs/retention";
import { asAdministratorOf, asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { makeToken } from "@/tests/support/factories/accounts";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";

const DAY_MS = 86_400_000;

let office: Office;
beforeEach(async () => {
  office = await createOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const otherManager = () => asManagerOf(office.otherManager.userId);
const anyone = () => ({ db: testDb(), now: MONDAY_MORNING });

async function invite(
  input: Partial<InviteUsersInput>,
  ctx: Parameters<typeof inviteUsers>[0] | Promise<Parameters<typeof inviteUsers>[0]> = manager(),
) {
  const answer = await inviteUsers(await ctx, Input.parse(input));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const idsOf = (people: { userId: string }[]) => people.map(({ userId }) => userId).sort();

describe("inviting many", () => {
  it("makes a link for everybody of a list who was never invited, each of which opens its own account", async () => {
    const { made, invitedBefore, refused } = await invite({ everybody: "assistants" });
    expect([invitedBefore, refused]).toEqual([[], []]);
    expect(idsOf(made)).toContain(office.assistant.userId);
    expect(idsOf(made)).not.toContain(office.otherManager.userId);
    for (const { token, email } of made)
      expect(await readInvitation(anyone(), token)).toMatchObject({ ok: true, value: { email } });
    expect(await countNeverInvited(await manager(), "assistants")).toBe(0);
    expect((await invite({ everybody: "assistants" })).made).toEqual([]);
  });

  it("keeps to one pool when asked, and to those one leads", async () => {
    const elsewhere = await testDb().pool.findFirstOrThrow({
      where: { managers: { none: { userId: office.manager.userId } } },
    });
    expect((await invite({ everybody: "assistants", poolId: elsewhere.id })).made).toEqual([]);
    await expect(invite({ userIds: [office.assistant.userId] }, otherManager())).rejects.toThrow(
      NotFoundError,
    );
    expect(await testDb().oneTimeLink.count()).toBe(0);
  });

  it("finds nobody at all when one of those chosen is another pool's", async () => {
    const theirs = await testDb().assistant.findFirst({
      where: { pool: { managers: { none: { userId: office.manager.userId } } } },
      select: { userId: true },
    });
    const stranger = theirs?.userId ?? office.otherManager.userId;
    await expect(invite({ userIds: [office.assistant.userId, stranger] })).rejects.toThrow(NotFoundError);
    expect(await testDb().oneTimeLink.count()).toBe(0);
  });

  it("replaces a link only when asked again, and then the old one opens nothing", async () => {
    const userIds = [office.assistant.userId, office.colleague.userId];
    const [first] = (await invite({ userIds: [office.assistant.userId] })).made;
    const second = await invite({ userIds });
    expect(idsOf(second.made)).toEqual([office.colleague.userId]);
    expect(second.invitedBefore).toMatchObject([
      { userId: office.assistant.userId, invitedAt: MONDAY_MORNING.toISOString() },
    ]);
    expect(await readInvitation(anyone(), first?.token ?? "")).toMatchObject({ ok: true });
    const third = await invite({ userIds: [office.assistant.userId], again: true });
    expect(third.made).toHaveLength(1);
    expect(await readInvitation(anyone(), first?.token ?? "")).toEqual({ ok: false, reason: "link_unknown" });
    expect(await testDb().oneTimeLink.count({ where: { userId: office.assistant.userId } })).toBe(1);
  });

  it("gives nobody with a password a link, not even to an administrator, nor one who is shut out", async () => {
    const { userId } = office.assistant;
    const [link] = (await invite({ userIds: [userId] })).made;
    await setPassword(anyone(), { token: link?.token ?? "", password: "a dozen letters", locale: "en" });
    await testDb().user.update({
      where: { id: office.colleague.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    const data = { email: "admin@office.example", name: "Åsa", isAdministrator: true, passwordHash: "x" };
    const { id } = await testDb().user.create({ data });
    const userIds = [userId, office.colleague.userId];
    const { made, refused } = await invite({ userIds, again: true }, asAdministratorOf(id));
    expect(made).toEqual([]);
    expect(new Map(refused.map((one) => [one.userId, one.reason]))).toEqual(
      new Map([
        [userId, "has_password"],
        [office.colleague.userId, "account_disabled"],
      ]),
    );
  });

  it("holds no key to an administrator for a manager, nor counts one", async () => {
    const { userId } = office.assistant;
    const before = await countNeverInvited(await manager(), "assistants");
    await testDb().user.update({ where: { id: userId }, data: { isAdministrator: true } });
    expect(await countNeverInvited(await manager(), "assistants")).toBe(before - 1);
    expect((await invite({ userIds: [userId] })).refused).toMatchObject([{ reason: "not_yours_to_invite" }]);
  });

  it("writes who was invited and no secret, in few statements", async () => {
    const { made } = await invite({ everybody: "executives" });
    const rows = await testDb().auditEvent.findMany({
      where: { action: "account.invited" },
      orderBy: { seq: "asc" },
    });
    expect(rows.map(({ entityId }) => entityId).sort()).toEqual(idsOf(made));
    const kept = JSON.stringify([
      rows.map(({ data }) => data),
      await testDb().oneTimeLink.findMany(),
      await testDb().idempotencyKey.findMany(),
    ]);
    for (const { token } of made) expect(kept).not.toContain(token);
  });

  it("makes 500 at once, the rest in the next round, and refuses more named ones", async () => {
    const pool = await testDb().pool.findFirstOrThrow({
      where: { managers: { some: { userId: office.manager.userId } } },
    });
    const people = Array.from({ length: MOST_INVITED + 20 }, (_, i) => ({
      email: `new${i}@office.example`,
      name: `New ${i}`,
    }));
    await testDb().user.createMany({ data: people });
    const users = await testDb().user.findMany({ where: { name: { startsWith: "New " } } });
    await testDb().executive.createMany({ data: users.map(({ id }) => ({ userId: id, poolId: pool.id })) });
    const waiting = await countNeverInvited(await manager(), "executives");
    expect((await invite({ everybody: "executives" })).made).toHaveLength(MOST_INVITED);
    expect((await invite({ everybody: "executives" })).made).toHaveLength(waiting - MOST_INVITED);
    const userIds = users.slice(0, MOST_INVITED + 1).map(({ id }) => id);
    expect(Input.safeParse({ userIds }).success).toBe(false);
    expect(Input.safeParse({}).success).toBe(false);
  });

  it("refuses the sixty-first round of an hour", async () => {
    const ctx = await manager();
    const nobody = Input.parse({ everybody: "accounts", poolId: "00000000-0000-7000-8000-000000000000" });
    for (let round = 0; round < 60; round++) expect((await inviteUsers(ctx, nobody)).ok).toBe(true);
    expect(await inviteUsers(ctx, nobody)).toEqual({ ok: false, reason: "too_many_tries" });
  });
});

describe("how people of a list stand", () => {
  it("is true from not invited to active, and last seen outlives the session", async () => {
    const { userId } = office.assistant;
    const stand = async () => {
      const { items } = await listAssistants(await manager(), ListPeopleInput.parse({}));
      return items.find((item) => item.userId === userId)?.account;
    };
    expect(await stand()).toMatchObject({ state: "not_invited", invitedAt: null });
    const [link] = (await invite({ userIds: [userId] })).made;
    expect(await stand()).toMatchObject({ state: "invited", linkExpiresAt: "2026-08-24T07:00:00.000Z" });
    await setPassword(anyone(), { token: link?.token ?? "", password: "a dozen letters", locale: "en" });
    const seen = new Date(MONDAY_MORNING.getTime() - 60 * DAY_MS);
    await testDb().session.create({
      data: { idHash: "old", userId, lastSeenAt: seen, expiresAt: new Date(seen.getTime() + DAY_MS) },
    });
    await forgetExpired({ ...anyone(), actor: null });
    expect(await testDb().session.count({ where: { userId } })).toBe(0);
    expect(await stand()).toMatchObject({
      state: "active",
      activeSince: MONDAY_MORNING.toISOString(),
      lastSeenAt: seen.toISOString(),
    });
  });

  it("is said alike in every list and on the account, also where a program was here in the person's name", async () => {
    const { userId } = office.assistant;
    const seen = (hours: number) => new Date(MONDAY_MORNING.getTime() - hours * 3_600_000);
    const expiresAt = new Date(MONDAY_MORNING.getTime() + DAY_MS);
    await testDb().session.create({ data: { idHash: "open", userId, lastSeenAt: seen(5), expiresAt } });
    await testDb().apiToken.create({ data: makeToken({ userId, lastUsedAt: seen(2) }) });
    const { items } = await listAssistants(await manager(), ListPeopleInput.parse({}));
    const listed = items.find((item) => item.userId === userId)?.account;
    expect(listed).toMatchObject({ lastSeenAt: seen(2).toISOString() });
    expect(await getInvitation(await manager(), { userId })).toMatchObject({ ...listed });
  });
});
