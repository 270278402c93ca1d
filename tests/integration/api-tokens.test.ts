import { beforeEach, describe, expect, it } from "vitest";
import { listTokens } from "@/lib/accounts/queries-tokens";
import { accessOf, scopesOf } from "@/lib/accounts/rules-tokens";
import { IssueTokenInput, TOKEN_DOMAINS } from "@/lib/accounts/schema-tokens";
import { endToken, issueToken } from "@/lib/accounts/service-tokens";
import { listOperations } from "@/lib/api/operations";
import { scopeOfOperation, tokenDomainsOf } from "@/lib/api/scopes";
import { getBearer } from "@/lib/auth/api-token";
import { openSession } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { listNotices } from "@/lib/notices/queries";
import { warnOfEndingTokens } from "@/lib/notices/service-tokens";
import { callApi } from "../support/api";
import { addressOf, workingRequest } from "../support/api-requests";
import { asAdministratorOf, asManagerOf, asSignedIn, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser, EVERY_ACCESS, makeToken } from "../support/factories/accounts";
import { type ApiOffice, createApiOffice } from "../support/offices/api";

const daysLater = (days: number) => new Date(MONDAY_MORNING.getTime() + days * 86_400_000);

let office: ApiOffice;
let ctx: Ctx;

beforeEach(async () => {
  office = await createApiOffice();
  ctx = await asSignedIn(
    await openSession(testDb(), office.manager.userId, MONDAY_MORNING, { byFactor: true }),
  );
});

async function issued(input: object): Promise<{ id: string; token: string }> {
  const answer = await issueToken(ctx, IssueTokenInput.parse({ name: "Payroll", ...input }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

describe("an API token", () => {
  it("is made of what was chosen, ends by itself, and is stored nowhere", async () => {
    const { token } = await issued({ access: { absences: "read", coverage: "write" } });
    expect(await listTokens(ctx, ctx.actor.userId)).toMatchObject([
      { name: "Payroll", access: { absences: "read", coverage: "write" }, lastUsedOn: null },
      { name: "tests" },
    ]);
    expect(JSON.stringify(await testDb().apiToken.findMany())).not.toContain(token);
    const bearer = (now: Date) => getBearer(testDb(), `Bearer ${token}`, now);
    expect((await bearer(daysLater(89)))?.person.userId).toBe(ctx.actor.userId);
    expect(await bearer(daysLater(90))).toBeNull();
  });

  it.each([
    [{ access: {} }],
    [{ access: { absences: "admin" } }],
    [{ access: { everything: "write" } }],
    [{ access: { me: "read" }, days: 366 }],
    [{ access: { me: "read" }, days: 0 }],
    [{ access: { me: "read" }, name: " " }],
  ])("is not made of %j", (input) => {
    expect(IssueTokenInput.safeParse({ name: "Payroll", ...input }).success).toBe(false);
  });

  it("is made in a browser by who has just shown that it is they, and by no token", async () => {
    const input = IssueTokenInput.parse({ name: "Payroll", access: { me: "read" } });
    const byToken = await callApi("POST", "/api-tokens", { token: office.manager.token, body: input });
    expect(byToken).toMatchObject({ status: 403, body: { error: { code: "session_needed" } } });
    const away = { ...ctx, now: daysLater(1) };
    expect(await issueToken(away, input)).toMatchObject({ reason: "proof_needed", details: { by: "code" } });
  });

  it("is one of twenty at most, however many are made at once", async () => {
    const input = IssueTokenInput.parse({ name: "Payroll", access: { me: "read" } });
    const answers = await Promise.all(Array.from({ length: 22 }, () => issueToken(ctx, input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(19);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "too_many_tokens" });
  });

  it("is ended by its owner or an administrator, and is nobody else's to know of", async () => {
    const { id, token } = await issued({ access: { me: "write" } });
    const other = await asManagerOf(office.otherManager.userId);
    await expect(endToken(other, { id })).rejects.toBeInstanceOf(NotFoundError);
    await expect(listTokens(other, ctx.actor.userId)).rejects.toBeInstanceOf(NotFoundError);
    const root = await createUser(testDb(), { email: "root@office.example", isAdministrator: true });
    const admin = await asAdministratorOf(root.id);
    expect(await listTokens(admin, ctx.actor.userId)).toHaveLength(2);
    await endToken(admin, { id });
    expect(await callApi("GET", "/me", { token })).toMatchObject({ status: 401 });
    await expect(endToken(ctx, { id })).rejects.toBeInstanceOf(NotFoundError);
    const events = await testDb().auditEvent.findMany({
      where: { action: { startsWith: "api_token." } },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ action }) => action).sort()).toEqual(["api_token.ended", "api_token.issued"]);
  });

  it("lives a year at most and has named scopes, whoever writes its row", async () => {
    const { userId } = ctx.actor;
    const create = (data: object) =>
      testDb()
        .apiToken.create({ data: { ...makeToken({ userId }), ...data } })
        .then(() => "done", sqlStateOf);
    expect(await create({ expiresAt: daysLater(10_000) })).toBe("23514");
    for (const scopes of [[], ["everything"], ["me:read", "*:write"]])
      expect([scopes, await create({ scopes })]).toEqual([scopes, "23514"]);
    expect(await create({})).toBe("done");
  });
});

describe("the scopes of a token", () => {
  it("say what they came from", () => {
    expect(accessOf(scopesOf({ absences: "read", coverage: "write" }))).toEqual({
      absences: "read",
      coverage: "write",
    });
    expect(scopesOf({ coverage: "write" })).toEqual(["coverage:read", "coverage:write"]);
  });

  it("are named in the refusal of what is beyond them", async () => {
    const { token } = await issued({ access: { absences: "read" } });
    expect((await callApi("GET", "/leave-types", { token })).status).toBe(200);
    expect(await callApi("POST", "/absences", { token, body: {} })).toMatchObject({
      status: 403,
      body: { error: { code: "scope_missing", details: { scope: "absences:write" } } },
    });
    expect(await callApi("GET", "/me", { token })).toMatchObject({
      status: 403,
      body: { error: { details: { scope: "me:read" } } },
    });
  });

  it("keep a token from every operation but those of its own part", async () => {
    const { token } = await issued({ access: { calendars: "read" } });
    for (const operation of listOperations()) {
      const scope = scopeOfOperation(operation.id.split(".")[0], operation.method);
      if (scope === "calendars:read") continue;
      const request = workingRequest(operation, office);
      const address = addressOf(operation.path, request);
      const { status } = await callApi(operation.method, address, { token, body: request.body });
      expect([operation.id, status]).toEqual([operation.id, 403]);
    }
  });

  it("give nothing that their owner may not do", async () => {
    const { token } = await issued({ access: EVERY_ACCESS });
    expect((await callApi("GET", "/accounts", { token })).status).toBe(403);
    await testDb().poolManager.deleteMany({ where: { userId: ctx.actor.userId } });
    expect((await callApi("GET", "/pools", { token })).status).toBe(403);
  });

  it("are offered as far as a person's roles go", async () => {
    expect(tokenDomainsOf(ctx.actor)).toEqual(TOKEN_DOMAINS.filter((domain) => domain !== "accounts"));
    const executive = await asSignedIn(await openSession(testDb(), office.executive.userId, MONDAY_MORNING));
    expect(tokenDomainsOf(executive.actor)).not.toContain("coverage");
  });
});

describe("a token that ends within a week", () => {
  it("is told of once, to its owner", async () => {
    await issued({ access: { me: "read" }, days: 8 });
    await warnOfEndingTokens(asSystem());
    expect(await testDb().notification.count()).toBe(0);
    await Promise.all([1, 2].map(() => warnOfEndingTokens(asSystem(daysLater(1)))));
    expect(await listNotices(ctx)).toMatchObject([{ kind: "api_token_ending" }]);
    await warnOfEndingTokens(asSystem(daysLater(2)));
    expect(await testDb().notification.count()).toBe(1);
  });
});
