import { beforeEach, describe, expect, it } from "vitest";
import { listAccounts, requireAccount } from "@/lib/accounts/queries";
import { ListAccountsInput } from "@/lib/accounts/schema";
import { chooseLanguage } from "@/lib/accounts/service";
import {
  disableAccount,
  enableAccount,
  makeAdministrator,
  unmakeAdministrator,
} from "@/lib/accounts/service-administration";
import {
  getInvitation,
  inviteUser,
  makePasswordLink,
  readInvitation,
  setPassword,
} from "@/lib/accounts/service-invitations";
import { getBearer } from "@/lib/auth/api-token";
import { getPerson } from "@/lib/auth/person";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import { authenticate } from "@/lib/auth/sign-in";
import { NotFoundError } from "@/lib/errors";
import { asAdministratorOf, asAssistantOf, asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";

const PASSWORD = "a dozen letters";
const NOBODY = "00000000-0000-7000-8000-000000000000";

let office: Office;
let administratorId: string;

beforeEach(async () => {
  office = await createOffice();
  administratorId = await createAdministrator("admin@office.example");
});

async function createAdministrator(email: string): Promise<string> {
  const data = { email, name: "Åsa Admin", isAdministrator: true, passwordHash: "none that fits" };
  return (await testDb().user.create({ data, select: { id: true } })).id;
}

const manager = () => asManagerOf(office.manager.userId);
const administrator = () => asAdministratorOf(administratorId);
const anyone = (now = MONDAY_MORNING) => ({ db: testDb(), now });
const actions = async () =>
  (await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } })).map((event) => event.action);

async function invited(userId: string): Promise<string> {
  const answer = await inviteUser(await manager(), { userId });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.token;
}

function choose(token: string, now = MONDAY_MORNING) {
  return setPassword(anyone(now), { token, password: PASSWORD, locale: "sv" });
}

const signIn = (email: string, now = MONDAY_MORNING) =>
  authenticate(testDb(), { email, password: PASSWORD, address: "local" }, now);

describe("an invitation", () => {
  it("becomes a password, once, in the language it was read in", async () => {
    const { userId } = office.assistant;
    const token = await invited(userId);
    expect(await readInvitation(anyone(), token)).toMatchObject({
      ok: true,
      value: { email: "assistant@office.example" },
    });
    expect(await choose(token)).toEqual({ ok: true, value: { userId, locale: "sv" } });
    expect(await signIn("assistant@office.example")).toEqual({ ok: true, value: { userId, locale: "sv" } });
    expect(await choose(token)).toEqual({ ok: false, reason: "link_used" });
    expect(await actions()).toEqual(["account.invited", "account.password_set"]);
  });

  it("stores no secret", async () => {
    const token = await invited(office.assistant.userId);
    const rows = await testDb().oneTimeLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await testDb().auditEvent.findMany({ select: { data: true } }))).not.toContain(
      token,
    );
  });

  it("ends the sessions that were open", async () => {
    const { userId } = office.assistant;
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    await choose(await invited(userId));
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
  });

  it("is good for seven days", async () => {
    const token = await invited(office.assistant.userId);
    const week = MONDAY_MORNING.getTime() + 7 * 24 * 3_600_000;
    expect(await choose(token, new Date(week))).toEqual({ ok: false, reason: "link_expired" });
    expect((await choose(token, new Date(week - 1))).ok).toBe(true);
  });

  it("is killed by a newer one", async () => {
    const old = await invited(office.assistant.userId);
    const token = await invited(office.assistant.userId);
    expect(await choose(old)).toEqual({ ok: false, reason: "link_unknown" });
    expect((await choose(token)).ok).toBe(true);
  });

  it("is one, however many are made at once", async () => {
    const ctx = await manager();
    const all = { userId: office.assistant.userId };
    await Promise.all([inviteUser(ctx, all), inviteUser(ctx, all), inviteUser(ctx, all)]);
    expect(await testDb().oneTimeLink.count()).toBe(1);
  });

  it("lets one in, of two who use it at once", async () => {
    const token = await invited(office.assistant.userId);
    const answers = await Promise.all([choose(token), choose(token)]);
    expect(answers.map((answer) => (answer.ok ? "in" : answer.reason)).sort()).toEqual(["in", "link_used"]);
  });

  it("opens nothing for a made-up secret or one of another kind", async () => {
    await testDb().oneTimeLink.updateMany({ data: { purpose: "set_up" } });
    expect(await readInvitation(anyone(), "made-up")).toEqual({ ok: false, reason: "link_unknown" });
    const token = await invited(office.assistant.userId);
    await testDb().oneTimeLink.updateMany({ data: { purpose: "set_up" } });
    expect(await choose(token)).toEqual({ ok: false, reason: "link_unknown" });
  });

  it("says how far the person has come", async () => {
    const { assistantId, executiveId } = office.ids;
    const ctx = await manager();
    expect(await getInvitation(ctx, { executiveId })).toMatchObject({
      state: "not_invited",
      invitedAt: null,
      linkExpiresAt: null,
    });
    const token = await invited(office.assistant.userId);
    expect(await getInvitation(ctx, { assistantId })).toMatchObject({
      state: "invited",
      invitedAt: MONDAY_MORNING.toISOString(),
      linkExpiresAt: "2026-08-24T07:00:00.000Z",
    });
    await choose(token);
    expect(await getInvitation(ctx, { assistantId })).toEqual({
      userId: office.assistant.userId,
      state: "active",
      invitedAt: MONDAY_MORNING.toISOString(),
      linkExpiresAt: null,
      activeSince: MONDAY_MORNING.toISOString(),
      lastSeenAt: null,
      refusal: "has_password",
    });
  });
});

describe("inviting", () => {
  it("is not for the manager of another pool, nor for an account nobody has", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    await expect(inviteUser(other, { userId: office.assistant.userId })).rejects.toThrow(NotFoundError);
    await expect(getInvitation(other, { userId: office.assistant.userId })).rejects.toThrow(NotFoundError);
    await expect(inviteUser(await administrator(), { userId: NOBODY })).rejects.toThrow(NotFoundError);
    expect(await testDb().oneTimeLink.count()).toBe(0);
  });

  it("gives a manager no key to an account in use, but an administrator may give a new one", async () => {
    const { userId } = office.assistant;
    await choose(await invited(userId));
    expect(await inviteUser(await manager(), { userId })).toEqual({ ok: false, reason: "has_password" });
    expect((await inviteUser(await administrator(), { userId })).ok).toBe(true);
  });

  it("gives a manager no key to an administrator of their pool", async () => {
    const { userId } = office.assistant;
    await testDb().user.update({ where: { id: userId }, data: { isAdministrator: true } });
    const answer = await inviteUser(await manager(), { userId });
    expect(answer).toEqual({ ok: false, reason: "not_yours_to_invite" });
  });

  it("is refused for a disabled account, whose link is dead", async () => {
    const { userId } = office.assistant;
    const token = await invited(userId);
    await disableAccount(await administrator(), { userId });
    expect(await choose(token)).toEqual({ ok: false, reason: "link_unknown" });
    expect(await inviteUser(await administrator(), { userId })).toEqual({
      ok: false,
      reason: "account_disabled",
    });
  });

  it("from the command line is written down as nobody's", async () => {
    const answer = await makePasswordLink({ ...anyone(), actor: null }, office.executive.userId);
    expect(answer.ok).toBe(true);
    const [event] = await testDb().auditEvent.findMany();
    expect(event).toMatchObject({
      action: "account.invited",
      actorId: null,
      entityId: office.executive.userId,
    });
  });
});

describe("disabling an account", () => {
  it("ends its sessions and tokens at once; enabling brings neither back", async () => {
    const { userId, token } = office.assistant;
    await choose(await invited(userId));
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    expect((await disableAccount(await administrator(), { userId })).ok).toBe(true);
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    expect(await getPerson(testDb(), userId, MONDAY_MORNING)).toBeNull();
    expect(await signIn("assistant@office.example")).toEqual({ ok: false, reason: "wrong_credentials" });
    expect((await enableAccount(await administrator(), { userId })).ok).toBe(true);
    expect(await getBearer(testDb(), `Bearer ${token}`, MONDAY_MORNING)).toBeNull();
    expect((await signIn("assistant@office.example")).ok).toBe(true);
    expect(await actions()).toEqual(expect.arrayContaining(["account.disabled", "account.enabled"]));
  });

  it("is refused for one's own, and unknown for nobody's", async () => {
    const ctx = await administrator();
    expect(await disableAccount(ctx, { userId: administratorId })).toEqual({
      ok: false,
      reason: "own_account",
    });
    await expect(disableAccount(ctx, { userId: NOBODY })).rejects.toThrow(NotFoundError);
  });

  it("leaves one of two administrators who disable each other", async () => {
    const otherId = await createAdministrator("other-admin@office.example");
    const [one, other] = await Promise.all([administrator(), asAdministratorOf(otherId)]);
    const answers = await Promise.allSettled([
      disableAccount(one, { userId: otherId }),
      disableAccount(other, { userId: administratorId }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await testDb().user.count({ where: { isAdministrator: true, disabledAt: null } })).toBe(1);
  });
});

describe("the administrator's role", () => {
  it("is given and taken, and each time the person signs in anew", async () => {
    const { userId } = office.assistant;
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    await makeAdministrator(await administrator(), { userId });
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    expect((await requireAccount(await administrator(), userId)).roles).toEqual([
      "assistant",
      "administrator",
    ]);
    await unmakeAdministrator(await administrator(), { userId });
    expect((await requireAccount(await administrator(), userId)).roles).toEqual(["assistant"]);
    expect(await actions()).toEqual(["account.made_administrator", "account.unmade_administrator"]);
  });

  it("stays with the last who can sign in", async () => {
    const unable = await createAdministrator("invited-admin@office.example");
    await testDb().user.update({ where: { id: unable }, data: { passwordHash: null } });
    const last = { ok: false, reason: "last_administrator" };
    expect(await unmakeAdministrator(await administrator(), { userId: administratorId })).toEqual(last);
    expect(await disableAccount(await asAdministratorOf(unable), { userId: administratorId })).toEqual(last);
  });

  it("stays with one of two who give it up at once", async () => {
    const otherId = await createAdministrator("other-admin@office.example");
    const [one, other] = await Promise.all([administrator(), asAdministratorOf(otherId)]);
    await Promise.allSettled([
      unmakeAdministrator(one, { userId: administratorId }),
      unmakeAdministrator(other, { userId: otherId }),
    ]);
    expect(await testDb().user.count({ where: { isAdministrator: true } })).toBe(1);
  });

  it("is not given to a disabled account", async () => {
    const { userId } = office.assistant;
    await disableAccount(await administrator(), { userId });
    const answer = await makeAdministrator(await administrator(), { userId });
    expect(answer).toEqual({ ok: false, reason: "account_disabled" });
  });

  it("has no power left once it is taken, whatever the context says", async () => {
    const ctx = await administrator();
    await testDb().user.update({ where: { id: administratorId }, data: { isAdministrator: false } });
    await expect(disableAccount(ctx, { userId: office.assistant.userId })).rejects.toThrow(NotFoundError);
  });
});

describe("the list of accounts", () => {
  const list = async (asked: Record<string, unknown> = {}) =>
    listAccounts(await administrator(), ListAccountsInput.parse(asked));
  const emails = async (asked: Record<string, unknown>) =>
    (await list(asked)).items.map((item) => item.email);

  it("is searched by name and e-mail whatever the case, and filtered by role", async () => {
    expect(await emails({ q: "ÅSA" })).toEqual(["admin@office.example"]);
    expect(await emails({ q: "Colleague@" })).toEqual(["colleague@office.example"]);
    expect(await emails({ role: "manager" })).toEqual(["manager@office.example", "other@office.example"]);
    expect(await emails({ role: "administrator" })).toEqual(["admin@office.example"]);
    expect(await emails({ role: "executive", q: "assistant" })).toEqual([]);
  });

  it("comes page by page, Å last, each once", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map((item) => item.email));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen.at(-1)).toBe("admin@office.example");
  });

  it("says who is not invited, active or disabled, and when they were here", async () => {
    const { userId } = office.assistant;
    await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    await disableAccount(await administrator(), { userId: office.colleague.userId });
    const byEmail = new Map((await list()).items.map((item) => [item.email, item]));
    expect(byEmail.get("assistant@office.example")).toMatchObject({
      state: "not_invited",
      lastSeenAt: MONDAY_MORNING.toISOString(),
    });
    expect(byEmail.get("colleague@office.example")).toMatchObject({ state: "disabled", lastSeenAt: null });
    expect(byEmail.get("admin@office.example")?.state).toBe("active");
  });
});

it("a person's language stays with the account", async () => {
  const ctx = await asAssistantOf(office.assistant.userId);
  await chooseLanguage(ctx, { locale: "sv" });
  expect((await getPerson(testDb(), office.assistant.userId, MONDAY_MORNING))?.locale).toBe("sv");
});
