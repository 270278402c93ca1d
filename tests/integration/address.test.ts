import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAddressLink } from "@/lib/accounts/queries-address";
import { askAddressChange, followAddressLink } from "@/lib/accounts/service-address";
import { getSessionPerson, openSession } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { sendMails } from "@/lib/jobs/mail-here";
import { deliveryBy } from "@/lib/mail/service-smtp";
import { type CaughtMail, type MailCatcher, startMailCatcher } from "@/prisma/tooling/mail-catcher";
import { asSignedIn, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createToken, createUser } from "../support/factories/accounts";

const HOUR_MS = 3_600_000;
const hoursLater = (hours: number) => new Date(MONDAY_MORNING.getTime() + hours * HOUR_MS);

let catcher: MailCatcher;
let userId: string;
let sid: string;
let ctx: Ctx;

beforeEach(async () => {
  catcher = await startMailCatcher();
  ({ id: userId } = await createUser(testDb(), { email: "maria@x.se" }));
  await createUser(testDb(), { email: "taken@x.se" });
  await createToken(testDb(), userId);
  sid = await openSession(testDb(), userId, MONDAY_MORNING);
  ctx = await asSignedIn(sid);
});
afterEach(() => catcher.stop());

async function mailsSent(now = MONDAY_MORNING): Promise<CaughtMail[]> {
  const publicUrl = "http://127.0.0.1:3000";
  await sendMails(() => asSystem(now), deliveryBy({ url: catcher.url, from: undefined, publicUrl }));
  return catcher.mails;
}

const tokenIn = (mail: CaughtMail | undefined) => /address\?token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
const addressNow = async () =>
  (await testDb().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })).email;
const at = (now = MONDAY_MORNING) => ({ db: testDb(), now });

describe("another address to sign in with", () => {
  it("is confirmed at the new one, by a press and once, and the old one is told", async () => {
    expect(await askAddressChange(ctx, { email: "berg@x.se" })).toEqual({
      ok: true,
      value: { email: "berg@x.se" },
    });
    const [asked] = await mailsSent();
    expect(asked?.recipients).toEqual(["berg@x.se"]);
    const token = tokenIn(asked);
    expect(await readAddressLink(at(), token)).toMatchObject({ value: { does: "confirm" } });
    expect(await addressNow()).toBe("maria@x.se");
    expect(await followAddressLink(at(), { token })).toMatchObject({ ok: true });
    expect(await followAddressLink(at(), { token })).toMatchObject({ reason: "link_unknown" });
    expect(await addressNow()).toBe("berg@x.se");
    const told = (await mailsSent())[1];
    expect(told?.recipients).toEqual(["maria@x.se"]);
    expect(told?.text).toContain("berg@x.se");
    expect(JSON.stringify(await testDb().addressChange.findMany())).not.toContain(token);
  });

  it("is taken back from the old one for three days, and everything is signed out", async () => {
    await askAddressChange(ctx, { email: "berg@x.se" });
    await followAddressLink(at(), { token: tokenIn((await mailsSent())[0]) });
    const token = tokenIn((await mailsSent())[1]);
    expect(await followAddressLink(at(hoursLater(72)), { token })).toMatchObject({ reason: "link_expired" });
    expect(await followAddressLink(at(hoursLater(71)), { token })).toMatchObject({ ok: true });
    expect(await addressNow()).toBe("maria@x.se");
    expect(await getSessionPerson(testDb(), sid, MONDAY_MORNING)).toBeNull();
    expect(await testDb().apiToken.count({ where: { userId, revokedAt: null } })).toBe(0);
  });

  it("ends the link before, and is over after a day", async () => {
    await askAddressChange(ctx, { email: "first@x.se" });
    const [first] = await mailsSent();
    await askAddressChange(ctx, { email: "second@x.se" });
    expect(await readAddressLink(at(), tokenIn(first))).toMatchObject({ reason: "link_unknown" });
    const second = tokenIn((await mailsSent())[1]);
    expect(await followAddressLink(at(hoursLater(24)), { token: second })).toMatchObject({
      reason: "link_expired",
    });
  });

  it("is refused where it is somebody's, also when it became so meanwhile", async () => {
    expect(await askAddressChange(ctx, { email: "taken@x.se" })).toMatchObject({ reason: "address_taken" });
    expect(await askAddressChange(ctx, { email: "maria@x.se" })).toMatchObject({
      reason: "address_unchanged",
    });
    await askAddressChange(ctx, { email: "berg@x.se" });
    const token = tokenIn((await mailsSent())[0]);
    await createUser(testDb(), { email: "berg@x.se" });
    expect(await followAddressLink(at(), { token })).toMatchObject({ reason: "address_taken" });
    expect(await addressNow()).toBe("maria@x.se");
  });

  it("takes a proof, and a browser", async () => {
    const late = { ...ctx, now: new Date(MONDAY_MORNING.getTime() + 601_000) };
    expect(await askAddressChange(late, { email: "berg@x.se" })).toMatchObject({ reason: "proof_needed" });
    const byToken = { ...ctx, actor: { ...ctx.actor, session: null } };
    expect(await askAddressChange(byToken, { email: "berg@x.se" })).toMatchObject({
      reason: "session_needed",
    });
  });
});
