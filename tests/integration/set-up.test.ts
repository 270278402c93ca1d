import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { asManager, getPerson } from "@/lib/auth/person";
import { authenticate } from "@/lib/auth/sign-in";
import { SetUpInput } from "@/lib/pools/schema";
import { offerSetUp, readSetUp, setUp } from "@/lib/pools/service-set-up";
import { MONDAY_MORNING } from "@/tests/support/contexts";
import { asOwner, testDb } from "@/tests/support/database";

/** Long enough for two passwords to be hashed on a busy machine. */
const UNTIL_BOTH_WAIT_MS = 1_500;

const anyone = (now = MONDAY_MORNING) => ({ db: testDb(), now });

async function offered(): Promise<string> {
  const link = await offerSetUp(anyone());
  if (!link) throw new Error("no link was offered");
  return link.token;
}

function makeSetUp(token: string, overrides: Record<string, unknown> = {}): SetUpInput {
  return SetUpInput.parse({
    token,
    locale: "sv",
    name: "Maja Manager",
    email: "Maja@Office.example",
    password: "a dozen letters",
    poolName: "Stockholm",
    timeZone: "Europe/Stockholm",
    holidayRegion: "SE",
    ...overrides,
  });
}

describe("first set-up", () => {
  it("makes the first person, administrator and manager of the first pool", async () => {
    const answer = await setUp(anyone(), makeSetUp(await offered()));
    if (!answer.ok) throw new Error(answer.reason);
    const person = await getPerson(testDb(), answer.value.userId, MONDAY_MORNING);
    expect(person).toMatchObject({ email: "maja@office.example", locale: "sv", isAdministrator: true });
    const pool = await testDb().pool.findFirstOrThrow();
    expect(pool).toMatchObject({ name: "Stockholm", holidayTypes: ["public", "bank"] });
    expect(person && asManager(person)?.managedPoolIds).toEqual([pool.id]);
    const events = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["installation.set_up", answer.value.userId],
      ["pool.created", answer.value.userId],
    ]);
    const credentials = { email: "maja@office.example", password: "a dozen letters", address: "local" };
    expect((await authenticate(testDb(), credentials, MONDAY_MORNING)).ok).toBe(true);
  });

  it("is offered anew at each start, until there are people", async () => {
    const first = await offered();
    const second = await offered();
    expect(second).not.toBe(first);
    expect((await readSetUp(anyone(), first)).ok).toBe(true);
    expect((await setUp(anyone(), makeSetUp(second))).ok).toBe(true);
    expect(await offerSetUp(anyone())).toBeNull();
    expect(await setUp(anyone(), makeSetUp(first))).toEqual({ ok: false, reason: "already_set_up" });
    expect(await readSetUp(anyone(), first)).toEqual({ ok: false, reason: "already_set_up" });
  });

  it("happens once, even when two links are used at the same moment", async () => {
    const tokens = [await offered(), await offered()];
    const start = () =>
      tokens.map((token, index) =>
        setUp(
          anyone(),
          makeSetUp(token, { email: `maja${index}@office.example`, poolName: `Pool ${index}` }),
        ),
      );
    const answers = await asOwner(async (owner) => {
      await owner.query("BEGIN");
      await owner.query("LOCK TABLE users IN SHARE MODE");
      const running = start();
      await sleep(UNTIL_BOTH_WAIT_MS);
      await owner.query("COMMIT");
      return Promise.all(running);
    });
    expect(answers.map((answer) => (answer.ok ? "done" : answer.reason)).sort()).toEqual([
      "already_set_up",
      "done",
    ]);
    expect(await testDb().pool.count()).toBe(1);
  });

  it("refuses an unknown, an expired and another kind of link", async () => {
    const token = await offered();
    expect(await setUp(anyone(), makeSetUp("made-up"))).toEqual({ ok: false, reason: "link_unknown" });
    const aDayLater = new Date(MONDAY_MORNING.getTime() + 24 * 3_600_000);
    const late = { ok: false, reason: "link_expired" };
    expect(await setUp(anyone(aDayLater), makeSetUp(token))).toEqual(late);
    expect(await readSetUp(anyone(aDayLater), token)).toEqual(late);
    await testDb().oneTimeLink.updateMany({ data: { purpose: "password" } });
    expect(await setUp(anyone(), makeSetUp(token))).toEqual({ ok: false, reason: "link_unknown" });
    expect(await testDb().user.count()).toBe(0);
  });

  it("refuses a password that is the person's own name or many people's, and leaves the link whole", async () => {
    const token = await offered();
    for (const [password, reason] of [
      ["Maja-in-Stockholm", "password_is_own_name"],
      ["1qaz2wsx3edc", "password_too_common"],
    ])
      expect(await setUp(anyone(), makeSetUp(token, { password }))).toMatchObject({
        reason,
        path: "password",
      });
    expect((await setUp(anyone(), makeSetUp(token))).ok).toBe(true);
  });

  it("refuses a region without a calendar and a taken pool name, and leaves the link whole", async () => {
    const token = await offered();
    await testDb().pool.create({ data: { name: "Stockholm", timeZone: "UTC", holidayRegion: "SE" } });
    expect(await setUp(anyone(), makeSetUp(token, { holidayRegion: "ZZ" }))).toMatchObject({
      reason: "unknown_holiday_region",
      path: "holidayRegion",
    });
    expect(await setUp(anyone(), makeSetUp(token))).toMatchObject({
      reason: "pool_name_taken",
      path: "poolName",
    });
    expect(await testDb().user.count()).toBe(0);
    expect((await setUp(anyone(), makeSetUp(token, { poolName: "London" }))).ok).toBe(true);
  });
});
