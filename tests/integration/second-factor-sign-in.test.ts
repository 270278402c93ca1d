import { beforeEach, describe, expect, it } from "vitest";
import { answerChallenge, openChallenge, readChallenge } from "@/lib/accounts/service-challenges";
import { renewRecoveryCodes } from "@/lib/accounts/service-factor";
import { endSessions } from "@/lib/accounts/service-keys";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import { sqlStateOf } from "@/lib/errors";
import { codeAt } from "@/lib/totp";
import { asSignedIn, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createFactor } from "../support/factories/accounts";
import { createOffice, type Office } from "../support/offices/two-pools";
import { later, mailKinds, waitForCode } from "../support/second-factors";

let office: Office;
let userId: string;

beforeEach(async () => {
  office = await createOffice();
  userId = office.assistant.userId;
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
      const answer = await answerChallenge(
        asSystem(),
        await waitForCode(userId),
        codeAt(seed, later(seconds)),
      );
      expect([seconds, answer.ok]).toEqual([seconds, ok]);
    }
  });

  it("takes a code once, also where many use it at the same moment, and no earlier one after it", async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => waitForCode(userId)));
    const code = codeAt(seed, MONDAY_MORNING);
    const answers = await Promise.all(tokens.map((token) => answerChallenge(asSystem(), token, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const earlier = await answerChallenge(asSystem(), await waitForCode(userId), codeAt(seed, later(-30)));
    expect(earlier).toMatchObject({ reason: "wrong_code" });
  });

  it("opens once", async () => {
    const token = await waitForCode(userId);
    expect((await answerChallenge(asSystem(), token, codeAt(seed, MONDAY_MORNING))).ok).toBe(true);
    expect(await readChallenge(asSystem(), token)).toBeNull();
    const again = await answerChallenge(asSystem(later(30)), token, codeAt(seed, later(30)));
    expect(again).toMatchObject({ reason: "challenge_over" });
  });

  it("ends with the fifth wrong code, however many come at once, and its person is told once", async () => {
    const token = await waitForCode(userId);
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, i) => answerChallenge(asSystem(), token, `00000${i % 10}`)),
    );
    expect(guesses.filter((answer) => !answer.ok && answer.reason === "wrong_code")).toHaveLength(4);
    expect(await answerChallenge(asSystem(), token, codeAt(seed, MONDAY_MORNING))).toMatchObject({
      reason: "challenge_over",
    });
    expect(await mailKinds()).toEqual(["codes_guessed"]);
  });

  it("lets nobody try more than thirty codes an hour over many sign-ins", async () => {
    for (let i = 0; i < 30; i++) await answerChallenge(asSystem(), await waitForCode(userId), "no code");
    const answer = await answerChallenge(asSystem(), await waitForCode(userId), codeAt(seed, MONDAY_MORNING));
    expect(answer).toMatchObject({ reason: "too_many_tries" });
  });

  it("ends after ten minutes, with the account, and when the password is another", async () => {
    const token = await waitForCode(userId);
    const code = (now: Date) => codeAt(seed, now);
    expect(await answerChallenge(asSystem(later(600)), token, code(later(600)))).toMatchObject({ ok: false });
    const second = await waitForCode(userId);
    await endSessions(asSystem(), userId);
    expect(await answerChallenge(asSystem(), second, code(MONDAY_MORNING))).toMatchObject({ ok: false });
    const third = await waitForCode(userId);
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
    expect((await answerChallenge(asSystem(), await waitForCode(userId), typed)).ok).toBe(true);
    expect(await answerChallenge(asSystem(), await waitForCode(userId), first)).toMatchObject({ ok: false });
    expect(await mailKinds()).toEqual(["recovery_code_used"]);
    await renewRecoveryCodes(ctx);
    expect(await answerChallenge(asSystem(), await waitForCode(userId), second)).toMatchObject({ ok: false });
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
    expect((await answerChallenge(asSystem(), await waitForCode(userId), code)).ok).toBe(true);
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
    await waitForCode(userId);
    expect(await stateOf(db.signInChallenge.updateMany({ data: { tries: 6 } }))).toBe("23514");
  });
});
