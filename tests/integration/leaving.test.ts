import { beforeEach, describe, expect, it } from "vitest";
import { inviteUser, readInvitation, setPassword } from "@/lib/accounts/service-invitations";
import { closeLeftAccounts } from "@/lib/accounts/service-leaving";
import { getBearer } from "@/lib/auth/api-token";
import { getPerson } from "@/lib/auth/person";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import { authenticate } from "@/lib/auth/sign-in";
import { readFeed } from "@/lib/calendars/queries-feeds";
import { makeFeed } from "@/lib/calendars/service";
import { NotFoundError } from "@/lib/errors";
import { asAssistantOf, asManagerOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createOffice, type Office } from "../support/offices/two-pools";

const PASSWORD = "a dozen letters";
/** The last minute of the last day on the pool's clock (Stockholm, UTC+2), and the minute after it. */
const LAST_MINUTE = new Date("2026-08-17T21:59:00Z");
const DAY_AFTER = new Date("2026-08-17T22:00:00Z");

let office: Office;
let userId: string;

beforeEach(async () => {
  office = await createOffice();
  userId = office.assistant.userId;
});

async function invite(): Promise<string> {
  const answer = await inviteUser(await asManagerOf(office.manager.userId), { userId });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.token;
}

async function choosePassword(token: string, now: Date) {
  return setPassword({ db: testDb(), now }, { token, password: PASSWORD, locale: "en" });
}

const leave = (on: string | null) =>
  testDb().assistant.update({ where: { userId }, data: { leavesOn: on && new Date(on) } });

const signIn = (now: Date) =>
  authenticate(testDb(), { email: "assistant@office.example", password: PASSWORD, address: "local" }, now);

describe("a person past their last day", () => {
  it("can sign in until the end of that day on the pool's clock, and not after", async () => {
    await choosePassword(await invite(), MONDAY_MORNING);
    await leave("2026-08-17");
    expect((await signIn(LAST_MINUTE)).ok).toBe(true);
    expect(await signIn(DAY_AFTER)).toEqual({ ok: false, reason: "wrong_credentials" });
    await leave(null);
    expect((await signIn(DAY_AFTER)).ok).toBe(true);
  });

  it("is nobody at the next request of a session or an API token", async () => {
    await leave("2026-08-17");
    const bearer = `Bearer ${office.assistant.token}`;
    expect(await getBearer(testDb(), bearer, LAST_MINUTE)).toMatchObject({ person: { userId } });
    expect(await getBearer(testDb(), bearer, DAY_AFTER)).toBeNull();
    expect(await getPerson(testDb(), userId, LAST_MINUTE)).toMatchObject({ userId });
    expect(await getPerson(testDb(), userId, DAY_AFTER)).toBeNull();
  });

  it("reads no calendar and sets no password", async () => {
    const feed = await makeFeed(await asAssistantOf(userId), { kind: "assistant" });
    if (!feed.ok) throw new Error("no feed");
    const link = await invite();
    await leave("2026-08-17");
    expect((await readFeed({ db: testDb(), now: LAST_MINUTE }, feed.value.token)).ok).toBe(true);
    await expect(readFeed({ db: testDb(), now: DAY_AFTER }, feed.value.token)).rejects.toThrow(NotFoundError);
    const anyone = { db: testDb(), now: DAY_AFTER };
    expect(await readInvitation(anyone, link)).toMatchObject({ ok: false, reason: "link_unknown" });
    expect(await choosePassword(link, DAY_AFTER)).toMatchObject({ ok: false, reason: "link_unknown" });
  });

  it("keeps what else they are: only the role that ended is gone", async () => {
    await testDb().poolManager.create({ data: { userId, poolId: office.ids.pool } });
    await leave("2026-08-17");
    expect(await getPerson(testDb(), userId, DAY_AFTER)).toMatchObject({
      assistant: null,
      managedPoolIds: [office.ids.pool],
    });
  });

  it("holds an executive's account to the same", async () => {
    const { userId: executive } = office.executive;
    await testDb().executive.update({
      where: { userId: executive },
      data: { leavesOn: new Date("2026-08-17") },
    });
    expect(await getPerson(testDb(), executive, LAST_MINUTE)).not.toBeNull();
    expect(await getPerson(testDb(), executive, DAY_AFTER)).toBeNull();
  });
});

describe("the job that closes left accounts", () => {
  it("ends their keys, once, and leaves those of others", async () => {
    await invite();
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    const other = await openSession(testDb(), office.manager.userId, MONDAY_MORNING, { byFactor: true });
    await leave("2026-08-17");
    await closeLeftAccounts(asSystem(LAST_MINUTE));
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toMatchObject({ userId });
    await closeLeftAccounts(asSystem(DAY_AFTER));
    await closeLeftAccounts(asSystem(DAY_AFTER));
    await leave(null);
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    expect(await getBearer(testDb(), `Bearer ${office.assistant.token}`, DAY_AFTER)).toBeNull();
    expect(await testDb().oneTimeLink.count({ where: { userId } })).toBe(0);
    expect(await getSessionPerson(testDb(), other, MONDAY_MORNING)).toMatchObject({
      userId: office.manager.userId,
    });
    const closed = await testDb().auditEvent.findMany({
      where: { action: "account.closed_after_leaving" },
      orderBy: { seq: "asc" },
    });
    expect(closed.map(({ entityId, actorId }) => [entityId, actorId])).toEqual([[userId, null]]);
  });
});
