import { beforeEach, describe, expect, it } from "vitest";
import { callApi } from "../../support/api";
import { testDb } from "../../support/database";
import { createFactor, createToken } from "../../support/factories/accounts";
import { createOffice, type Office } from "../../support/offices/two-pools";

let office: Office;
let token: string;
let administratorId: string;

beforeEach(async () => {
  office = await createOffice();
  const data = { email: "admin@office.example", name: "Åsa Admin", isAdministrator: true };
  administratorId = (await testDb().user.create({ data, select: { id: true } })).id;
  await createFactor(testDb(), administratorId);
  token = await createToken(testDb(), administratorId);
});

const account = (userId: string, move = "") =>
  callApi(move ? "POST" : "GET", `/accounts/${userId}${move && `/${move}`}`, { token });

describe("an administrator", () => {
  it("lists accounts with their roles, page by page", async () => {
    const first = await callApi("GET", "/accounts?role=manager&limit=1", { token });
    const { items, nextCursor } = first.body as { items: { roles: string[] }[]; nextCursor: string };
    expect(items).toMatchObject([{ roles: ["manager"], state: "not_invited" }]);
    const rest = await callApi("GET", `/accounts?role=manager&cursor=${nextCursor}`, { token });
    expect(rest.body).toMatchObject({ items: [{ roles: ["manager"] }], nextCursor: null });
    expect((await account(administratorId)).body).toMatchObject({
      name: "Åsa Admin",
      roles: ["administrator"],
    });
  });

  it("disables an account, whose token is nobody's at once, and enables it again", async () => {
    const { userId } = office.assistant;
    expect(await account(userId, "disable")).toMatchObject({ status: 200, body: { state: "disabled" } });
    expect((await callApi("GET", "/me", { token: office.assistant.token })).status).toBe(401);
    expect((await account(userId, "enable")).body).toMatchObject({ state: "not_invited" });
    expect(await account(administratorId, "disable")).toMatchObject({
      status: 409,
      body: { error: { code: "own_account" } },
    });
    expect((await account(crypto.randomUUID(), "disable")).status).toBe(404);
  });

  it("invites a person by a link that is kept nowhere, and gives it again for the same key", async () => {
    const { userId } = office.assistant;
    const headers = { "idempotency-key": "invite-1" };
    const invited = await callApi("POST", `/accounts/${userId}/invite`, { token, headers });
    const { path } = invited.body as { path: string };
    const secret = path.split(/[?#=/]/).at(-1) ?? "";
    expect(secret.length).toBeGreaterThan(20);
    const tables = [await testDb().oneTimeLink.findMany(), await testDb().idempotencyKey.findMany()];
    expect(JSON.stringify(tables)).not.toContain(secret);
    expect((await callApi("POST", `/accounts/${userId}/invite`, { token, headers })).body).toEqual(
      invited.body,
    );
    expect(await testDb().oneTimeLink.count({ where: { userId } })).toBe(1);
  });

  it("gives and takes the role, and reads what was done in the audit log", async () => {
    const { userId } = office.manager;
    expect((await account(userId, "make-administrator")).body).toMatchObject({
      roles: ["manager", "administrator"],
    });
    expect((await account(userId, "unmake-administrator")).body).toMatchObject({ roles: ["manager"] });
    const log = await callApi("GET", "/audit-events?what=user&limit=2", { token });
    const done = { entityId: userId, isIntact: true, actor: { userId: administratorId } };
    expect(log.body).toMatchObject({
      items: [
        { ...done, action: "account.unmade_administrator" },
        { ...done, action: "account.made_administrator" },
      ],
    });
  });

  it("gets nothing of a pool by that role", async () => {
    expect((await callApi("GET", `/assistants?poolId=${office.ids.pool}`, { token })).status).toBe(403);
  });
});
