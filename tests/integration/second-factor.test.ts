import { Secret } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import { requireAccount } from "@/lib/accounts/queries";
import { makeAdministrator } from "@/lib/accounts/service-administration";
import { answerChallenge, openChallenge, readChallenge } from "@/lib/accounts/service-challenges";
import { confirmFactor, offerFactor, renewRecoveryCodes, turnOffFactor } from "@/lib/accounts/service-factor";
import { requireFactor, resetFactor } from "@/lib/accounts/service-factor-administration";
import { endSessions } from "@/lib/accounts/service-keys";
import { lacksFactor } from "@/lib/auth/person";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import { proveAgain } from "@/lib/auth/step-up";
import { sqlStateOf } from "@/lib/errors";
import { hashPassword } from "@/lib/password";
import { codeAt } from "@/lib/totp";
import { asAdministratorOf, asSignedIn, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createFactor, createUser } from "../support/factories/accounts";
import { createOffice, type Office } from "../support/offices/two-pools";

const PASSWORD = "a dozen letters";
const later = (seconds: number) => new Date(MONDAY_MORNING.getTime() + seconds * 1_000);

let office: Office;
let userId: string;

beforeEach(async () => {
  office = await createOffice();
  userId = office.assistant.userId;
  const passwordHash = await hashPassword(PASSWORD);
  await testDb().user.update({ where: { id: userId }, data: { passwordHash } });
});

const mails = async () =>
  (await testDb().outgoingMail.findMany({ orderBy: { queuedAt: "asc" } })).map(({ kind }) => kind);

function offeredTo(ctx: Parameters<typeof offerFactor>[0]): Buffer {
  const offer = offerFactor(ctx);
  if (!offer.ok) throw new Error(offer.reason);
  return Buffer.from(Secret.fromBase32(offer.value.secret).bytes);
}

async function waitForCode(now = MONDAY_MORNING): Promise<string> {
  const token = await openChallenge(asSystem(now), userId);
  if (!token) throw new Error("no code is asked for");
  return token;
}

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
    expect(await mails()).toEqual(["factor_set_up"]);
    expect(await confirmFactor(await asSignedIn(sid), { code })).toMatchObject({ reason: "factor_on" });
    expect(JSON.stringify(await testDb().secondFactor.findMany(), (_, v) => String(v))).not.toContain(code);
  });

  it("uses up the code that it took", async () => {
    const ctx = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING));
    const code = codeAt(offeredTo(ctx), MONDAY_MORNING);
    await confirmFactor(ctx, { code });
    expect(await answerChallenge(asSystem(), await waitForCode(), code)).toMatchObject({
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

describe("a sign-in with a second factor", () => {
  let seed: Buffer;
  beforeEach(async () => {
    seed = await createFactor(testDb(), userId);
  });

  it("asks nobody for a code who has none", async () => {
    expect(await openChallenge(asSystem(), office.colleague.userId)).toBeNull();
  });

  it("takes a code of now or of thirty seconds to either side, and none further off", async () => {
    for (const [seconds, ok] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      const answer = await answerChallenge(asSystem(), await waitForCode(), codeAt(seed, later(seconds)));
      expect([seconds, answer.ok]).toEqual([seconds, ok]);
    }
  });

  it("takes a code once, also where many use it at the same moment, and no earlier one after it", async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => waitForCode()));
    const code = codeAt(seed, MONDAY_MORNING);
    const answers = await Promise.all(tokens.map((token) => answerChallenge(asSystem(), token, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const earlier = await answerChallenge(asSystem(), await waitForCode(), codeAt(seed, later(-30)));
    expect(earlier).toMatchObject({ reason: "wrong_code" });
  });

  it("opens once", async () => {
    const token = await waitForCode();
    expect((await answerChallenge(asSystem(), token, codeAt(seed, MONDAY_MORNING))).ok).toBe(true);
    expect(await readChallenge(asSystem(), token)).toBeNull();
    const again = await answerChallenge(asSystem(later(30)), token, codeAt(seed, later(30)));
    expect(again).toMatchObject({ reason: "challenge_over" });
  });

  it("ends with the fifth wrong code, however many come at once, and its person is told once", async () => {
    const token = await waitForCode();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, i) => answerChallenge(asSystem(), token, `00000${i % 10}`)),
    );
    expect(guesses.filter((answer) => !answer.ok && answer.reason === "wrong_code")).toHaveLength(4);
    expect(await answerChallenge(asSystem(), token, codeAt(seed, MONDAY_MORNING))).toMatchObject({
      reason: "challenge_over",
    });
    expect(await mails()).toEqual(["codes_guessed"]);
  });

  it("lets nobody try more than thirty codes an hour over many sign-ins", async () => {
    for (let i = 0; i < 30; i++) await answerChallenge(asSystem(), await waitForCode(), "no code");
    const answer = await answerChallenge(asSystem(), await waitForCode(), codeAt(seed, MONDAY_MORNING));
    expect(answer).toMatchObject({ reason: "too_many_tries" });
  });

  it("ends after ten minutes, with the account, and when the password is another", async () => {
    const token = await waitForCode();
    const code = (now: Date) => codeAt(seed, now);
    expect(await answerChallenge(asSystem(later(600)), token, code(later(600)))).toMatchObject({ ok: false });
    const second = await waitForCode();
    await endSessions(asSystem(), userId);
    expect(await answerChallenge(asSystem(), second, code(MONDAY_MORNING))).toMatchObject({ ok: false });
    const third = await waitForCode();
    await testDb().user.update({ where: { id: userId }, data: { disabledAt: MONDAY_MORNING } });
    expect(await answerChallenge(asSystem(), third, code(MONDAY_MORNING))).toMatchObject({
      reason: "challenge_over",
    });
    expect(await answerChallenge(asSystem(), "made up", code(MONDAY_MORNING))).toMatchObject({ ok: false });
  });

  it("takes each recovery code once, however it is written, and tells by mail", async () => {
    const ctx = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true }));
    const renewed = await renewRecoveryCodes(ctx);
    const [first = "", second = ""] = renewed.ok ? renewed.value.codes : [];
    const typed = first.toUpperCase().replaceAll("-", " ").replaceAll("0", "O");
    expect((await answerChallenge(asSystem(), await waitForCode(), typed)).ok).toBe(true);
    expect(await answerChallenge(asSystem(), await waitForCode(), first)).toMatchObject({ ok: false });
    expect(await mails()).toEqual(["recovery_code_used"]);
    await renewRecoveryCodes(ctx);
    expect(await answerChallenge(asSystem(), await waitForCode(), second)).toMatchObject({ ok: false });
    expect(await testDb().recoveryCode.count({ where: { userId } })).toBe(10);
  });
});

describe("new recovery codes", () => {
  it("are one set, however many windows ask at the same moment", async () => {
    await createFactor(testDb(), userId);
    const ctx = await asSignedIn(await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true }));
    await renewRecoveryCodes(ctx);
    const answers = await Promise.all([1, 2, 3].map(() => renewRecoveryCodes(ctx)));
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
    expect(refused).toEqual(["recovery_codes_renewed", "recovery_codes_renewed"]);
    const [code = ""] = answers.flatMap((answer) => (answer.ok ? answer.value.codes : []));
    expect((await answerChallenge(asSystem(), await waitForCode(), code)).ok).toBe(true);
  });
});

describe("what PostgreSQL keeps from happening", () => {
  beforeEach(() => createFactor(testDb(), userId));

  const stateOf = (write: Promise<unknown>) => write.then(() => "done", sqlStateOf);

  it("is a session by password alone of an account with a second factor", async () => {
    expect(await stateOf(openSession(testDb(), userId, MONDAY_MORNING))).toBe("23514");
    const sid = await openSession(testDb(), userId, MONDAY_MORNING, { byFactor: true });
    expect(await stateOf(testDb().session.updateMany({ data: { byFactor: false } }))).toBe("23514");
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).not.toBeNull();
  });

  it("is an earlier step, a recovery code that is unused again, and a sixth try", async () => {
    const { db } = asSystem();
    await db.secondFactor.updateMany({ where: { userId }, data: { totpLastStep: 9 } });
    expect(await stateOf(db.secondFactor.updateMany({ data: { totpLastStep: 8 } }))).toBe("23514");
    await db.recoveryCode.create({ data: { userId, codeHash: "x", usedAt: MONDAY_MORNING } });
    expect(await stateOf(db.recoveryCode.updateMany({ data: { usedAt: null } }))).toBe("23514");
    await waitForCode();
    expect(await stateOf(db.signInChallenge.updateMany({ data: { tries: 6 } }))).toBe("23514");
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
    expect(await mails()).toEqual(["factor_reset"]);
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
