import { beforeEach, describe, expect, it } from "vitest";
import { handleScim } from "@/lib/api/scim";
import { testDb } from "../support/database";
import { createFactor, createToken, createUser } from "../support/factories/accounts";
import { createOffice, type Office } from "../support/offices/two-pools";

let office: Office;
let token: string;

beforeEach(async () => {
  office = await createOffice();
  token = await administratorsToken();
});

async function administratorsToken(): Promise<string> {
  const { id } = await createUser(testDb(), { email: "root@office.example", isAdministrator: true });
  await createFactor(testDb(), id);
  return createToken(testDb(), id);
}

type Answer = { status: number; body: Record<string, unknown> & { Resources?: Record<string, unknown>[] } };

async function call(method: string, path: string, body?: unknown, bearer = token): Promise<Answer> {
  const answer = await handleScim(
    new Request(`http://127.0.0.1:3000/api/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/scim+json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
}

const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const patch = (id: unknown, ...Operations: unknown[]) =>
  call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations });

/** As Entra ID sends a new person. */
const ENTRA = {
  schemas: [
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  ],
  externalId: "5f1B",
  userName: "Maria.Berg@office.example",
  active: true,
  displayName: "Maria Berg",
  emails: [{ primary: true, type: "work", value: "Maria.Berg@office.example" }],
  meta: { resourceType: "User" },
  name: { formatted: "Maria Berg", familyName: "Berg", givenName: "Maria" },
  roles: [],
};

/** As Okta does. */
const OKTA = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "oskar@office.example",
  name: { givenName: "Oskar", familyName: "Lind" },
  emails: [{ primary: true, value: "oskar@office.example", type: "work" }],
  displayName: "Oskar Lind",
  locale: "en-US",
  externalId: "00ujl29u0le5T6Aj10h7",
  groups: [],
  password: "1mz050nq",
  active: true,
};

const filtered = (filter: string) => call("GET", `/Users?filter=${encodeURIComponent(filter)}`);

describe("a directory", () => {
  it("makes, finds, renames, shuts and opens an account as Entra ID does", async () => {
    expect(await filtered('userName eq "Maria.Berg@office.example"')).toMatchObject({
      status: 200,
      body: { totalResults: 0, Resources: [] },
    });
    const made = await call("POST", "/Users", ENTRA);
    expect(made).toMatchObject({
      status: 201,
      body: {
        userName: "maria.berg@office.example",
        externalId: "5f1B",
        active: true,
        displayName: "Maria Berg",
      },
    });
    const { id } = made.body;
    expect((await filtered('externalId eq "5F1b"')).body.Resources).toMatchObject([{ id }]);
    expect((await filtered('USERNAME Eq "MARIA.BERG@office.example"')).body).toMatchObject({
      totalResults: 1,
      startIndex: 1,
    });
    const renamed = await patch(
      id,
      { op: "Replace", path: "displayName", value: "Maria Ek" },
      { op: "Add", path: 'emails[type eq "work"].value', value: "passed.over@office.example" },
      { op: "Replace", path: "userName", value: "maria.ek@office.example" },
    );
    expect(renamed.body).toMatchObject({ displayName: "Maria Ek", userName: "maria.ek@office.example" });
    const shut = await patch(id, { op: "Replace", path: "active", value: "False" });
    expect(shut).toMatchObject({ status: 200, body: { active: false } });
    expect(await call("GET", `/Users/${id}`)).toMatchObject({ body: { active: false } });
    expect(await patch(id, { op: "Replace", value: { active: "True" } })).toMatchObject({
      body: { active: true, displayName: "Maria Ek" },
    });
    expect((await call("DELETE", `/Users/${id}`)).status).toBe(204);
    expect(await testDb().user.findUnique({ where: { id: String(id) } })).toMatchObject({
      disabledAt: expect.any(Date),
    });
  });

  it("does the same as Okta does, and keeps no password it is sent", async () => {
    const made = await call("POST", "/Users", OKTA);
    const { id } = made.body;
    expect(made).toMatchObject({ status: 201, body: { name: { givenName: "Oskar", familyName: "Lind" } } });
    expect(await testDb().user.findUnique({ where: { id: String(id) } })).toMatchObject({
      passwordHash: null,
    });
    const put = await call("PUT", `/Users/${id}`, {
      ...OKTA,
      displayName: undefined,
      name: { givenName: "Oskar", familyName: "Lindh" },
    });
    expect(put.body).toMatchObject({ displayName: "Oskar Lindh", active: true });
    expect(await patch(id, { op: "replace", value: { active: false } })).toMatchObject({
      body: { active: false },
    });
    expect((await call("GET", "/Users?startIndex=1&count=2")).body).toMatchObject({
      itemsPerPage: 2,
      startIndex: 1,
      totalResults: expect.any(Number),
    });
  });

  it("finds whom the office has already, and is refused a second account for an address or an id", async () => {
    const found = await filtered('userName eq "assistant@office.example"');
    const [known] = found.body.Resources ?? [];
    expect(await call("POST", "/Users", { ...ENTRA, userName: "assistant@office.example" })).toMatchObject({
      status: 409,
      body: { scimType: "uniqueness", status: "409" },
    });
    await call("POST", "/Users", ENTRA);
    expect(await patch(known?.id, { op: "add", path: "externalId", value: "5F1B" })).toMatchObject({
      status: 409,
    });
    expect(await patch(known?.id, { op: "add", path: "externalId", value: "own" })).toMatchObject({
      body: { externalId: "own" },
    });
  });

  it("doesn't shut a pool's only manager, or the administrator whose token it has", async () => {
    const shut = (id: string) => patch(id, { op: "replace", path: "active", value: false });
    expect(await shut(office.manager.userId)).toMatchObject({
      status: 409,
      body: { scimType: "mutability" },
    });
    const root = await testDb().user.findUniqueOrThrow({ where: { email: "root@office.example" } });
    expect((await shut(root.id)).status).toBeGreaterThanOrEqual(400);
    expect(await testDb().user.count({ where: { disabledAt: { not: null } } })).toBe(0);
  });

  it("is answered in its own form, also for what it may not or can't", async () => {
    const error = { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] };
    for (const [status, asked] of [
      [401, () => call("GET", "/Users", undefined, "made-up")],
      [403, () => call("GET", "/Users", undefined, office.manager.token)],
      [404, () => call("GET", "/Users/0190d3a0-0000-7000-8000-00000000dead")],
      [404, () => call("GET", "/Users/7")],
      [404, () => call("GET", "/Elsewhere")],
      [400, () => filtered('displayName co "x"')],
      [400, () => call("POST", "/Users", { userName: "no address" })],
      [400, () => call("POST", "/Users", { ...ENTRA, active: "perhaps" })],
      [400, () => call("POST", "/Users", { ...ENTRA, displayName: "a\u0000b" })],
      [405, () => call("DELETE", "/Users")],
    ] as const) {
      const answer = await asked();
      expect([status, answer.status, answer.body.schemas]).toEqual([status, status, error.schemas]);
    }
    expect((await call("GET", "/Groups")).body).toMatchObject({ totalResults: 0 });
    expect((await call("GET", "/ServiceProviderConfig")).body).toMatchObject({ patch: { supported: true } });
  });

  it("needs the scope of what it does", async () => {
    const root = await testDb().user.findUniqueOrThrow({ where: { email: "root@office.example" } });
    const reading = await createToken(testDb(), root.id, { scopes: ["accounts:read"] });
    expect((await call("GET", "/Users", undefined, reading)).status).toBe(200);
    expect((await call("POST", "/Users", ENTRA, reading)).status).toBe(403);
  });
});
