import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requireAccount } from "@/lib/accounts/queries";
import { resolveIdentity, unlinkIdentity } from "@/lib/accounts/service-identities";
import { beginOidc, endOidc, headingIn, type OidcClaims, type OidcSettings, wayOutOf } from "@/lib/auth/oidc";
import { sqlStateOf } from "@/lib/errors";
import { asAdministratorOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser } from "../support/factories/accounts";

const CALLBACK = "http://127.0.0.1:3000/api/auth/callback/oidc";
const OUT = "http://127.0.0.1:3000/sign-in";
const EMAIL = "maria@x.se";

let server: Server;
let settings: OidcSettings;
let amr: string[] | undefined;

/** A real provider on loopback that lets `maria` in at once. */
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  settings = {
    ...{ issuer, clientId: "standby", clientSecret: "a secret between the two", name: "Test" },
    ...{ domains: ["x.se"], trustsEmail: false, factorAmr: "mfa" },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "standby",
        client_secret: settings.clientSecret,
        redirect_uris: [CALLBACK],
        post_logout_redirect_uris: [OUT],
      },
    ],
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/let-in/${uid}` },
    findAccount: (_ctx: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, email: EMAIL.toUpperCase(), email_verified: true }),
    }),
    loadExistingGrant: async (ctx: {
      oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } };
    }) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/let-in/")) return serve(request, response);
    const login = { accountId: "maria", amr };
    return provider.interactionFinished(request, response, { login });
  });
});
afterAll(() => server.close());
beforeEach(() => {
  amr = undefined;
});

type Jar = Record<string, string>;

function keep(jar: Jar, lines: readonly string[]): Jar {
  const pairs = lines.map((line) => /^([^=]+)=([^;]*)/.exec(line)).filter((found) => found !== null);
  return {
    ...jar,
    ...Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decodeURIComponent(value)])),
  };
}

/** Follows a browser from us to the provider and back; answers what it brings, and the cookies we gave it. */
async function visitProvider() {
  const begun = await beginOidc(settings, {}, "/manager/coverage?week=2026-W34");
  let [address, theirs]: [string, Jar] = [begun.to, {}];
  while (!address.startsWith(CALLBACK)) {
    const cookie = Object.entries(theirs)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
    const answer = await fetch(address, { redirect: "manual", headers: { cookie } });
    theirs = keep(theirs, answer.headers.getSetCookie());
    const to = answer.headers.get("location");
    if (!to) throw new Error(`${answer.status} ${await answer.text()}`);
    address = new URL(to, address).href;
  }
  return { ours: keep({}, begun.cookies), query: Object.fromEntries(new URL(address).searchParams) };
}

async function claimsBroughtBy(visit: { ours: Jar; query: Record<string, string> }) {
  const heard: OidcClaims[] = [];
  const answer = await endOidc(settings, { cookies: visit.ours, query: visit.query }, async (claims) => {
    heard.push(claims);
    return "/entered";
  });
  return { heard, to: answer.to };
}

describe("signing in at a provider", () => {
  it("brings back who it is, and where they were heading", async () => {
    const visit = await visitProvider();
    expect(headingIn(visit.ours)).toBe("/manager/coverage?week=2026-W34");
    const { heard, to } = await claimsBroughtBy(visit);
    expect(to).toBe("/entered");
    expect(heard).toEqual([
      {
        issuer: settings.issuer,
        subject: "maria",
        email: EMAIL.toUpperCase(),
        isVerified: true,
        byFactor: false,
      },
    ]);
  });

  it("counts its two steps where the settings say how it calls them", async () => {
    amr = ["pwd", "mfa"];
    const { heard } = await claimsBroughtBy(await visitProvider());
    expect(heard).toMatchObject([{ byFactor: true }]);
  });

  it("is worth nothing with another browser's cookies, another state, or used twice", async () => {
    const [visit, other] = [await visitProvider(), await visitProvider()];
    for (const wrong of [
      { ...visit, ours: {} },
      { ...visit, ours: other.ours },
      { ...visit, query: { ...visit.query, state: "made-up" } },
      { ...visit, query: { error: "access_denied", state: visit.query.state ?? "" } },
    ]) {
      const { heard, to } = await claimsBroughtBy(wrong);
      expect([heard, to]).toEqual([[], expect.stringContaining("error=")]);
    }
    expect((await claimsBroughtBy(visit)).heard).toHaveLength(1);
    expect((await claimsBroughtBy(visit)).heard).toEqual([]);
  });

  it("ends there too, by the way out that the provider names", async () => {
    const address = await wayOutOf(settings, "http://127.0.0.1:3000");
    expect(address).toMatch(new RegExp(`^${settings.issuer}/session/end`));
    const answer = await fetch(address ?? "", { redirect: "manual" });
    expect(answer.status).toBe(200);
    expect(await wayOutOf({ ...settings, issuer: "http://127.0.0.1:1" }, OUT)).toBeNull();
  });

  it("says so when the provider is down", async () => {
    const down = { ...settings, issuer: "http://127.0.0.1:1" };
    expect((await beginOidc(down, {}, "/")).to).toContain("error=");
  });
});

describe("whose account it is", () => {
  const claims = (more: Partial<Omit<OidcClaims, "byFactor">> = {}) => ({
    ...{ issuer: "https://id.x.se", subject: "maria", email: "Maria@X.se", isVerified: true },
    ...more,
  });
  const resolved = (more?: Parameters<typeof claims>[0]) =>
    resolveIdentity(asSystem(), claims(more), ["x.se"]);

  it("is found by a verified address once, and by the subject alone from then on", async () => {
    const { id } = await createUser(testDb(), { email: EMAIL });
    expect(await resolved()).toMatchObject({ ok: true, value: { userId: id } });
    expect(await resolved({ email: "moved@elsewhere.org", isVerified: false })).toMatchObject({
      value: { userId: id },
    });
    await testDb().user.update({ where: { id }, data: { email: "married@x.se" } });
    const { id: heir } = await createUser(testDb(), { email: EMAIL });
    expect(await resolved()).toMatchObject({ value: { userId: id } });
    expect(await resolved({ subject: "another" })).toMatchObject({ value: { userId: heir } });
    const linked = await testDb().auditEvent.findMany({
      where: { action: "account.identity_linked" },
      orderBy: { seq: "asc" },
    });
    expect(linked.map(({ actorId }) => actorId)).toEqual([id, heir]);
  });

  it("is refused without an account, a confirmed address of a listed domain, or where another is linked", async () => {
    expect(await resolved()).toMatchObject({ reason: "identity_unknown" });
    const { id } = await createUser(testDb(), { email: EMAIL });
    expect(await resolved({ isVerified: false })).toMatchObject({ reason: "identity_unverified" });
    expect(await resolved({ email: "maria@x.se.evil.org" })).toMatchObject({ reason: "identity_unverified" });
    expect(await resolved({ email: null })).toMatchObject({ reason: "identity_unverified" });
    expect(await testDb().userIdentity.count()).toBe(0);
    await resolved();
    expect(await resolved({ subject: "impostor" })).toMatchObject({ reason: "identity_elsewhere" });
    await testDb().user.update({ where: { id }, data: { disabledAt: MONDAY_MORNING } });
    expect(await resolved()).toMatchObject({ reason: "account_disabled" });
  });

  it("is linked anew once an administrator has removed the link, after a proof", async () => {
    const { id: userId } = await createUser(testDb(), { email: EMAIL });
    const root = await createUser(testDb(), { email: "root@x.se", isAdministrator: true });
    const admin = await asAdministratorOf(root.id);
    expect(await unlinkIdentity(admin, { userId })).toMatchObject({ reason: "identity_missing" });
    await resolved();
    expect((await requireAccount(admin, userId)).linkedAt).toBe(MONDAY_MORNING.toISOString());
    const away = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const unproven = { ...admin, actor: { ...admin.actor, session: away } };
    expect(await unlinkIdentity(unproven, { userId })).toMatchObject({ reason: "proof_needed" });
    expect((await unlinkIdentity(admin, { userId })).ok).toBe(true);
    expect(await resolved({ subject: "anew" })).toMatchObject({ value: { userId } });
  });

  it("is one, also by two browsers at once and whatever the program does", async () => {
    const { id } = await createUser(testDb(), { email: EMAIL });
    const answers = await Promise.allSettled([resolved(), resolved({ subject: "impostor" })]);
    expect(answers.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    const twice = testDb().userIdentity.create({
      data: { issuer: "https://id.x.se", subject: "third", userId: id, linkedAt: MONDAY_MORNING },
    });
    expect(await twice.then(() => "done", sqlStateOf)).toBe("23505");
  });
});
