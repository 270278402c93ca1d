import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { getOpenApiDocument, type JsonSchema, type OpenApiOperation } from "@/lib/api/openapi";
import { listOperations, type Operation } from "@/lib/api/operations";
import { callApi } from "../../support/api";
import { addressOf, type PlainRequest, workingRequest } from "../../support/api-requests";
import { odd, roughly, seldom, varied } from "../../support/api-values";
import { cases } from "../../support/deep";
import { type ApiOffice, createApiOffice } from "../../support/offices/api";

/** Requests for each operation. */
const RUNS = cases({ ordinary: 2, deep: 60 });
const ROLES = ["manager", "assistant", "executive", "otherManager"] as const;
type Role = (typeof ROLES)[number];
type Sent = PlainRequest & { role: Role; key: string | null };

const document = await getOpenApiDocument();
let office: ApiOffice;

beforeEach(async () => {
  office = await createApiOffice();
});

/** Requests near the one that works: another id, other words in the query, fields of the body astray. */
function requestsNear(operation: Operation, described: OpenApiOperation): fc.Arbitrary<Sent> {
  const base = workingRequest(operation, office);
  const known = Object.values(office.ids);
  const inQuery = (described.parameters ?? []).filter((parameter) => parameter.in === "query");
  const schemas = Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema]));
  const { access } = operation.meta;
  const natural: Role = access === "assistant" || access === "executive" ? access : "manager";
  return fc.record({
    id: fc.oneof(
      { weight: 4, arbitrary: fc.constant(base.id) },
      { weight: 1, arbitrary: textFor({ format: "uuid" }, known) },
    ),
    query: fc
      .tuple(varied(base.query, schemas, known), seldom(fc.constant({ astray: "1" })))
      .map(([query, more]) =>
        Object.fromEntries(Object.entries({ ...query, ...more }).map(([k, v]) => [k, asText(v)])),
      ),
    body: bodiesNear(base.body, described, known),
    role: fc.oneof(
      { weight: 7, arbitrary: fc.constant(natural) },
      { weight: 1, arbitrary: fc.constantFrom(...ROLES) },
    ),
    key: fc.option(fc.uuid(), { freq: 3, nil: null }),
  });
}

function bodiesNear(
  example: unknown,
  described: OpenApiOperation,
  known: readonly string[],
): fc.Arbitrary<unknown> {
  const schema = described.requestBody?.content["application/json"]?.schema;
  if (!schema) return seldom(odd());
  const near = varied(
    (example ?? {}) as object as Record<string, unknown>,
    (schema.properties ?? {}) as Record<string, JsonSchema>,
    known,
  );
  return fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: roughly(schema, known) });
}

function textFor(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<string> {
  return roughly({ type: "string", ...schema }, known).map(asText);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

describe.each(listOperations())("$method $path", (operation) => {
  it("never answers 5xx, whatever it is sent, and explains each refusal", async () => {
    const { method, path } = operation;
    const described = document.paths[path]?.[method.toLowerCase()];
    if (!described) throw new Error(`${method} ${path} is not described`);
    await fc.assert(
      fc.asyncProperty(requestsNear(operation, described), async ({ role, key, ...request }) => {
        const answer = await callApi(method, addressOf(path, request), {
          token: office[role].token,
          body: method === "GET" ? undefined : request.body,
          headers: key && method === "POST" ? { "idempotency-key": key } : {},
        });
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
        expect(Object.keys(described.responses)).toContain(String(answer.status));
        const error = { code: expect.any(String), message: expect.any(String) };
        if (answer.status >= 400) expect(answer.body).toMatchObject({ error });
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});
