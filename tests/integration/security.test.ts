import { beforeEach, describe, expect, it } from "vitest";
import { ChangePasswordInput } from "@/lib/accounts/schema";
import { makePasswordLink, setPassword } from "@/lib/accounts/service-invitations";
import { endOtherSessions } from "@/lib/accounts/service-keys";
import { changePassword } from "@/lib/accounts/service-password";
import { endOwnSession, listOwnSessions } from "@/lib/auth/own-sessions";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { hashPassword } from "@/lib/password";
import { asManagerOf, asSignedIn, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { makeToken } from "../support/factories/accounts";
import { createOffice, type Office } from "../support/offices/two-pools";

const OLD = "correct horse battery";
const NEW = "another horse entirely";

let office: Office;
let ctx: Ctx;
let here: string;
let elsewhere: string;

const later = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000);
const isSignedIn = async (sid: string) => (await getSessionPerson(testDb(), sid, MONDAY_MORNING)) !== null;

beforeEach(async () => {
  office = await createOffice();
  const { userId } = office.assistant;
  await testDb().user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(OLD) } });
  here = await openSession(testDb(), userId, MONDAY_MORNING, { agent: "Firefox/127.0 on Linux" });
  elsewhere = await openSession(testDb(), userId, MONDAY_MORNING, { agent: "x".repeat(1_000) });
  ctx = await asSignedIn(here);
});

describe("where somebody is signed in", () => {
  it("is told with this browser first, and what others called themselves, cut short", async () => {
    const sessions = await listOwnSessions(ctx);
    expect(sessions.map(({ isThis, agent }) => [isThis, agent?.length])).toEqual([
      [true, 22],
      [false, 300],
    ]);
    expect(JSON.stringify(sessions)).not.toContain(here);
  });

  it("leaves out what has ended, or was not used for too long", async () => {
    await endOwnSession(ctx, (await listOwnSessions(ctx))[1]?.id ?? "");
    expect(await listOwnSessions(ctx)).toHaveLength(1);
    expect(await listOwnSessions({ ...ctx, now: later(31) })).toEqual([]);
  });

  it("is ended for the browser named, and for nobody else's", async () => {
    const [, other] = await listOwnSessions(ctx);
    expect(await endOwnSession(await asManagerOf(office.manager.userId), other?.id ?? "")).toBe(false);
    expect(await isSignedIn(elsewhere)).toBe(true);
    expect(await endOwnSession(ctx, other?.id ?? "")).toBe(true);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
  });

  it("is here alone after signing out everywhere else", async () => {
    expect(await endOtherSessions(ctx)).toBe(1);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
  });
});

describe("a password that is changed", () => {
  const change = (input: object) =>
    changePassword(ctx, ChangePasswordInput.parse({ password: OLD, ...input }));
  const token = () => testDb().apiToken.create({ data: makeToken({ userId: ctx.actor.userId }) });
  const liveTokens = () => testDb().apiToken.count({ where: { userId: ctx.actor.userId, revokedAt: null } });

  it("signs out every other browser, ends API tokens and is told by mail", async () => {
    await token();
    expect(await change({ newPassword: NEW })).toMatchObject({ ok: true });
    expect([await isSignedIn(here), await isSignedIn(elsewhere), await liveTokens()]).toEqual([
      true,
      false,
      0,
    ]);
    const mails = await testDb().outgoingMail.findMany({ select: { kind: true } });
    expect(mails).toEqual([{ kind: "password_changed" }]);
  });

  it("leaves API tokens where that is asked", async () => {
    await token();
    const before = await liveTokens();
    await change({ newPassword: NEW, keepTokens: "on" });
    expect(await liveTokens()).toBe(before);
  });

  it.each([
    [{ password: "not the old one", newPassword: NEW }, "wrong_password"],
    [{ newPassword: OLD }, "password_unchanged"],
    [{ newPassword: "Assistant-of-2026" }, "password_is_own_name"],
    [{ newPassword: "1QAZ2wsx3edc" }, "password_too_common"],
  ])("is refused, and nobody is signed out: %o", async (input, reason) => {
    expect(await change(input)).toMatchObject({ ok: false, reason });
    expect(await isSignedIn(elsewhere)).toBe(true);
  });

  it("is looked at as closely where it is set by a link, which stays whole", async () => {
    const link = await makePasswordLink(asSystem(), ctx.actor.userId);
    if (!link.ok) throw new Error(link.reason);
    const set = (password: string) =>
      setPassword(asSystem(), { token: link.value.token, password, locale: "en" });
    expect(await set("Assistant-of-2026")).toMatchObject({
      reason: "password_is_own_name",
      path: "password",
    });
    expect(await set("1qaz2wsx3edc")).toMatchObject({ reason: "password_too_common", path: "password" });
    expect(await set(NEW)).toMatchObject({ ok: true });
  });

  it("can't be guessed by whoever finds a browser open", async () => {
    for (let i = 0; i < 10; i++) await change({ password: "guess", newPassword: NEW });
    expect(await change({ newPassword: NEW })).toMatchObject({ ok: false, reason: "too_many_tries" });
  });
});
