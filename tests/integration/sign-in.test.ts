import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authenticate } from "@/lib/auth/sign-in";
import { hashPassword } from "@/lib/password";
import { MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createOffice } from "@/tests/support/offices/two-pools";

const PASSWORD = "a dozen letters";
const OWNER = "assistant@office.example";
const COLLEAGUE = "executive@office.example";
const HOME = "192.0.2.7";

beforeEach(async () => {
  await createOffice();
  const passwordHash = await hashPassword(PASSWORD);
  await testDb().user.updateMany({ where: { email: { in: [OWNER, COLLEAGUE] } }, data: { passwordHash } });
});

async function enter(email: string, address: string | null = HOME, password = PASSWORD) {
  const answer = await authenticate(testDb(), { email, password, address }, MONDAY_MORNING);
  return answer.ok ? "in" : answer.reason;
}

const guess = (email: string, address: string | null) => enter(email, address, "a wrong one");

/** As if somebody had spent so many points of a limit. */
async function spend(key: string, points: number) {
  const row = { points, expire: new Date(MONDAY_MORNING.getTime() + 600_000) };
  await testDb().rateLimit.upsert({ where: { key }, create: { key, ...row }, update: row });
}

describe("sign-in where the organisation has its own", () => {
  beforeEach(() => {
    vi.stubEnv("OIDC_ONLY", "1");
    vi.stubEnv("OIDC_ISSUER", "https://id.example.org");
  });
  afterEach(() => vi.unstubAllEnvs());

  it("takes no password but an administrator's, and says so to nobody with a wrong one", async () => {
    expect(await enter(OWNER)).toBe("provider_only");
    expect(await guess(OWNER, HOME)).toBe("wrong_credentials");
    await testDb().user.update({ where: { email: OWNER }, data: { isAdministrator: true } });
    expect(await enter(OWNER)).toBe("in");
  });
});

describe("sign-in", () => {
  it("looks at ten passwords of an account from one address, however many come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(OWNER, HOME)));
    expect(answers.filter((answer) => answer === "wrong_credentials")).toHaveLength(10);
    expect(await enter(OWNER)).toBe("too_many_tries");
  });

  it("keeps nobody out for another's guesses, of the account from elsewhere or from the same address", async () => {
    expect(await enter(OWNER)).toBe("in");
    await spend(`sign-in-account:${OWNER}`, 50);
    await spend(`sign-in-address:${HOME}`, 100);
    expect(await enter(OWNER)).toBe("in");
    expect(await guess(OWNER, "198.51.100.9")).toBe("too_many_tries");
    expect(await enter(COLLEAGUE)).toBe("too_many_tries");
  });

  it("counts no address where it can't be told", async () => {
    for (let i = 0; i < 3; i++) await guess(`stranger-${i}@office.example`, null);
    expect(await testDb().rateLimit.count({ where: { key: { startsWith: "sign-in-address" } } })).toBe(0);
    expect(await enter(COLLEAGUE, null)).toBe("in");
  });

  it("gives a right password's points back", async () => {
    for (let i = 0; i < 9; i++) await guess(COLLEAGUE, HOME);
    expect(await enter(COLLEAGUE)).toBe("in");
    expect(await guess(COLLEAGUE, HOME)).toBe("wrong_credentials");
  });

  it("calls what is no e-mail or no password wrong, and keeps nothing of it", async () => {
    for (const email of ["", "nobody", "a\0b@office.example", `${"x".repeat(300_000)}@office.example`])
      expect(await enter(email)).toBe("wrong_credentials");
    expect(await enter(OWNER, HOME, "x".repeat(5_000))).toBe("wrong_credentials");
    expect(await testDb().rateLimit.count()).toBe(0);
  });
});
