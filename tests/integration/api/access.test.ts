import { describe, expect, it } from "vitest";
import type { Access } from "@/lib/api/base";
import { listOperations, type Operation } from "@/lib/api/operations";
import { ACTORS, type Actor, type Verdict } from "../../support/access/rows";
import { ACCESS_TABLE } from "../../support/access/table";
import { callApi } from "../../support/api";
import { addressOf, workingRequest } from "../../support/api-requests";
import { emptyDatabase } from "../../support/database";
import { type ApiOffice, createApiOffice } from "../../support/offices/api";

const operations = listOperations();

describe("the access table", () => {
  it("has a row for every operation and no other", () => {
    expect(operations.map((operation) => operation.id).sort()).toEqual(Object.keys(ACCESS_TABLE).sort());
  });

  it("agrees with the role each operation declares", () => {
    const refused: Record<Access, Partial<Record<number, Verdict>>> = {
      person: {},
      manager: { 0: 403, 1: 403 },
      assistant: { 1: 403, 2: 403, 3: 403 },
      executive: { 0: 403, 2: 403, 3: 403 },
      manager_or_assistant: { 1: 403 },
      administrator: { 0: 403, 1: 403, 2: 403, 3: 403 },
    };
    for (const { id, meta } of operations) {
      expect({ ...ACCESS_TABLE[id] }, id).toMatchObject(refused[meta.access]);
    }
  });
});

/** The verdict on an actor's call, by the table. */
function verdictOn(id: string, actor: Actor): Verdict | undefined {
  return actor === "anonymous" ? 401 : ACCESS_TABLE[id]?.[ACTORS.indexOf(actor) - 1];
}

async function statusFor(office: ApiOffice, operation: Operation, actor: Actor): Promise<number> {
  const request = workingRequest(operation, office);
  const token = actor === "anonymous" ? undefined : office[actor].token;
  const address = addressOf(operation.path, request);
  const { status } = await callApi(operation.method, address, { token, body: request.body });
  return status;
}

describe.each(operations)("$method $path", (operation) => {
  it("answers each actor as the table says", async () => {
    const [refused, allowed] = [false, true].map((isIn) =>
      ACTORS.filter((actor) => (verdictOn(operation.id, actor) === "in") === isIn),
    );
    let office = await createApiOffice();
    // Whoever is refused changes nothing, so they can share an office; those who are let in may not.
    for (const actor of refused ?? [])
      expect(await statusFor(office, operation, actor), actor).toBe(verdictOn(operation.id, actor));
    for (const [i, actor] of (allowed ?? []).entries()) {
      if (i > 0 && operation.method !== "GET") {
        await emptyDatabase();
        office = await createApiOffice();
      }
      expect([200, 201, 409, 422], actor).toContain(await statusFor(office, operation, actor));
    }
  });
});
