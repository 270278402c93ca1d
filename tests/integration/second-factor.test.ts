import { beforeEach, describe, expect, it } from "vitest";
import { requireAccount } from "@/lib/accounts/queries";
import { makeAdministrator } from "@/lib/accounts/service-administration";
import { answerChallenge, openChallenge } from "@/lib/accounts/service-challenges";
import { confirmFactor, offerFactor, renewRecoveryCodes, turnOffFactor } from "@/lib/accounts/service-factor";
import { requireFactor, resetFactor } from "@/lib/accounts/service-factor-administration";
import { lacksFactor } from "@/lib/auth/person";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import { proveAgain } from "@/lib/auth/step-up";
import { hashPassword } from "@/lib/password";
import { codeAt } from "@/lib/totp";
import { asAdministratorOf, asSignedIn, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createFactor, createUser } from "../support/factories/accounts";
import { createOffice, type Office } from "../support/offices/two-pools";
import { later, mailKinds, offeredTo, waitForCode } from "../support/second-factors";

const PASSWORD = "a dozen letters";

let office: Office;
let userId: string;

beforeEach(async () => {
  office = await createOffice();
  userId = office.assistant.userId;
  const passwordHash = await hashPassword(PASSWORD);
  await testDb().user.update({ where: { id: userId }, data: { passwordHash } });
});

describe("setting a second factor up", () => {
  it("takes a code of the seed that this browser is offered, signs others out and gives ten codes", async () => {
    const sid = await openSession(testDb(), userId, MONDAY_MORNING);
    const other = await openSession(testDb(), userId, MONDAY_MORNING);
    const ctx = await asSignedIn(sid);
    expect(offeredTo(ctx)).toEqual(offeredTo(ctx));
    expect(offeredTo(ctx)).not.toEqual(offeredTo(await asSignedIn(other)));
    const code = codeAt(offeredTo(ctx), MONDAY_MORNING);
    const wrong = code === "000000" ? "000001" : "000000";
    expect(await confirmFactor(ctx, { code: wrong })).toMatchObject({ reason: "wrong_code", path: "code" });
    const done = await confirmFactor(ctx, { code });
    expect(done.ok && new Set(done.value.codes).size).toBe(10);
    expect(await getSessionPerson(testDb(), other, MONDAY_MORNING)).toBeNull();
    expect((await asSignedIn(sid)).actor.hasFactor).toBe(true);
    expect(await mailKinds()).toEqual(["factor_set_up"]);
    expect(await confirmFactor(await asSignedIn(sid), { code })).toMatchObject({ reason: "factor_on" });
    expect(JSON.stringify(await testDb().secondFactor.findMany(), (_, v) => String(v))).not.toContain(code);
  });

  it("uses up the code that it took", async () => {
    const ctx = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING));
    const code = codeAt(offeredTo(ctx), MONDAY_MORNING);
    await confirmFactor(ctx, { code });
    expect(await answerChallenge(asSystem(), await waitForCode(userId), code)).toMatchObject({
      reason: "wrong_code",
    });
  });

  it("is not done by who only found the browser open, nor by an API token", async () => {
    const sid = await openSession(testDb(), userId, MONDAY_MORNING);
    const ctx = await asSignedIn(sid, later(601));
    const code = codeAt(offeredTo(ctx), ctx.now);
    expect(await confirmFactor(ctx, { code })).toMatchObject({
      reason: "proof_needed",
      details: { by: "password" },
    });
    expect(await proveAgain(ctx, "not the password")).toMatchObject({ reason: "wrong_password" });
    const proven = await proveAgain(ctx, PASSWORD);
    expect(proven.ok && (await confirmFactor(proven.value, { code })).ok).toBe(true);
    const byToken = { ...ctx, actor: { ...ctx.actor, session: null } };
    expect(offerFactor(byToken)).toMatchObject({ reason: "session_needed" });
    expect(await renewRecoveryCodes(byToken)).toMatchObject({ reason: "session_needed" });
    expect(await proveAgain(byToken, PASSWORD)).toMatchObject({ reason: "session_needed" });
  });

  it("happens once, however many confirm at the same moment", async () => {
    const ctx = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING));
    const code = codeAt(offeredTo(ctx), MONDAY_MORNING);
    const answers = await Promise.all([1, 2, 3].map(() => confirmFactor(ctx, { code })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().recoveryCode.count()).toBe(10);
  });
});

describe("who must have a second factor", () => {
  const asAdministrator = async () => {
    const { id } = await createUser(testDb(), { email: "root@office.example", isAdministrator: true });
    return asAdministratorOf(id);
  };

  it("is whoever leads a pool or administers, and of whom an administrator asks it", async () => {
    const admin = await asAdministrator();
    expect(lacksFactor(admin.actor)).toBe(true);
    const sid = await openSession(testDb(), userId, MONDAY_MORNING);
    expect(lacksFactor((await asSignedIn(sid)).actor)).toBe(false);
    expect((await requireFactor(admin, { userId })).ok).toBe(true);
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    const again = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING));
    expect(lacksFactor(again.actor)).toBe(true);
    const code = codeAt(offeredTo(again), MONDAY_MORNING);
    expect((await confirmFactor(again, { code })).ok).toBe(true);
    const { hasFactor, mustHaveFactor, session } = again.actor;
    expect([hasFactor, mustHaveFactor, session !== null]).toEqual([false, true, true]);
    expect(await turnOffFactor(again)).toMatchObject({ reason: "factor_mandatory" });
  });

  it("has it reset by an administrator who has just shown that it is they, and never by themselves", async () => {
    const admin = await asAdministrator();
    await createFactor(testDb(), userId);
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    expect(await resetFactor(admin, { userId: admin.actor.userId })).toMatchObject({ reason: "own_account" });
    const away = { idHash: "none", provenAt: later(-601) };
    const unproven = { ...admin, actor: { ...admin.actor, session: away } };
    expect(await resetFactor(unproven, { userId })).toMatchObject({ reason: "proof_needed" });
    expect(await makeAdministrator(unproven, { userId })).toMatchObject({ reason: "proof_needed" });
    expect((await resetFactor(admin, { userId })).ok).toBe(true);
    expect(await resetFactor(admin, { userId })).toMatchObject({ reason: "factor_off" });
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    expect(await mailKinds()).toEqual(["factor_reset"]);
    expect((await requireAccount(admin, userId)).factor).toEqual({
      since: null,
      required: "no",
      resetAt: MONDAY_MORNING.toISOString(),
    });
    expect(await openChallenge(asSystem(), userId)).toBeNull();
  });

  it("may be without again where it is theirs to say, after a proof", async () => {
    const seed = await createFactor(testDb(), userId);
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    const ctx = await asSignedIn(sid, later(601));
    expect(await turnOffFactor(ctx)).toMatchObject({ reason: "proof_needed", details: { by: "code" } });
    const code = codeAt(seed, ctx.now);
    expect(await proveAgain(ctx, PASSWORD)).toMatchObject({ reason: "wrong_code" });
    const proven = await proveAgain(ctx, code);
    expect(await proveAgain(ctx, code)).toMatchObject({ reason: "wrong_code" });
    const codes = await renewRecoveryCodes(proven.ok ? proven.value : ctx);
    const [unused = ""] = codes.ok ? codes.value.codes : [];
    expect(await proveAgain(ctx, unused)).toMatchObject({ reason: "recovery_code_signs_in" });
    expect(proven.ok && (await turnOffFactor(proven.value)).ok).toBe(true);
    expect(await testDb().recoveryCode.count({ where: { userId } })).toBe(0);
  });

  it("is let try ten proofs in a quarter of an hour", async () => {
    const ctx = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING));
    for (let i = 0; i < 10; i++) await proveAgain(ctx, "a guess");
    expect(await proveAgain(ctx, PASSWORD)).toMatchObject({ reason: "too_many_tries" });
  });
});
