import "server-only";
import { z } from "zod";
import type { Administrator } from "@/lib/actor";
import { getCaller } from "@/lib/auth/caller";
import { asAdministrator, lacksFactor } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { listDirectoryAccounts, requireDirectoryAccount } from "@/lib/insight/scim/queries";
import { scimChangeOf, scimChangesIn, scimFilterOf, scimUser } from "@/lib/insight/scim/rules";
import { ScimChange, ScimListInput, ScimPatchInput, ScimUserInput } from "@/lib/insight/scim/schema";
import { changeDirectoryAccount, createDirectoryAccount } from "@/lib/insight/scim/service";
import { logFailure } from "@/lib/log";
import { REFUSAL_STATUS } from "@/lib/refusals";
import type { Result } from "@/lib/result";
import { requestIdOf } from "@/lib/server/request-id";
import { ApiError, apiError } from "./api-error";
import { readBody, refuseUnstorable } from "./read-body";
import { wordsOf } from "./words";

const MESSAGES = "urn:ietf:params:scim:api:messages:2.0";
const SCHEMAS = "urn:ietf:params:scim:schemas:core:2.0";

type ScimType = "invalidFilter" | "invalidValue" | "uniqueness" | "mutability";

class ScimError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly scimType?: ScimType,
  ) {
    super(detail);
  }
}

type Answer = { status: number; body?: unknown };
type Call = { ctx: Ctx<Administrator>; request: Request; url: URL; base: string };

/** Answers a directory (Entra ID, Okta) that provisions accounts by SCIM 2.0, with an administrator's API token. */
export async function handleScim(request: Request): Promise<Response> {
  const answer = await answerScim(request).catch((error: unknown) => answerToError(error, request));
  return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
    status: answer.status,
    headers: {
      "content-type": "application/scim+json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(answer.status === 401 && { "www-authenticate": 'Bearer realm="standby"' }),
    },
  });
}

async function answerScim(request: Request): Promise<Answer> {
  const url = new URL(request.url);
  const [resource = "", id, ...more] = url.pathname.replace(/^\/api\/scim\/v2\/?/, "").split("/");
  const call = {
    ctx: await requireDirectory(request),
    request,
    url,
    base: `${env().NEXTAUTH_URL}/api/scim/v2`,
  };
  refuseUnstorable(url.searchParams);
  if (more.length > 0) throw new ScimError(404, "There is nothing at this address.");
  if (resource === "Users") return id ? answerUser(call, id) : answerUsers(call);
  if (request.method !== "GET") throw new ScimError(405, "This can only be read.");
  if (resource === "Groups") return { status: 200, body: listOf([], 0, 1) };
  const described = id ? undefined : DESCRIPTIONS[resource];
  if (!described) throw new ScimError(404, "There is nothing at this address.");
  return { status: 200, body: described };
}

/** An administrator's API token, with the scope to read or write accounts; a cookie counts for nothing here. */
async function requireDirectory(request: Request): Promise<Ctx<Administrator>> {
  if (request.headers.get("authorization") === null) throw new ScimError(401, "Send an API token.");
  const caller = await getCaller(request);
  if (!caller?.scopes) throw new ScimError(401, "This API token is not valid.");
  const actor = asAdministrator(caller.ctx.actor);
  const scope = request.method === "GET" ? "accounts:read" : "accounts:write";
  if (!actor || lacksFactor(actor) || !caller.scopes.has(scope))
    throw new ScimError(403, `This takes the API token of an administrator with the scope ${scope}.`);
  return { ...caller.ctx, actor };
}

async function answerUsers({ ctx, request, url, base }: Call): Promise<Answer> {
  if (request.method === "POST") {
    const user = read(ScimUserInput, await bodyOf(request));
    return { status: 201, body: scimUser(accountIn(await createDirectoryAccount(ctx, user)), base) };
  }
  if (request.method !== "GET") throw new ScimError(405, "Users are listed and made here.");
  const { filter: text, ...page } = read(ScimListInput, Object.fromEntries(url.searchParams));
  const filter = text ? scimFilterOf(text) : null;
  if (text && !filter)
    throw new ScimError(400, "Filter by userName, externalId or id, with eq.", "invalidFilter");
  const { total, accounts } = await listDirectoryAccounts(ctx, page, filter);
  const users = accounts.map((account) => scimUser(account, base));
  return { status: 200, body: listOf(users, total, page.startIndex) };
}

async function answerUser({ ctx, request, base }: Call, id: string): Promise<Answer> {
  if (!z.uuid().safeParse(id).success) throw new NotFoundError("account");
  const change = await changeIn(request);
  if (change === null) return { status: 200, body: scimUser(await requireDirectoryAccount(ctx, id), base) };
  const account = accountIn(await changeDirectoryAccount(ctx, id, change));
  return request.method === "DELETE" ? { status: 204 } : { status: 200, body: scimUser(account, base) };
}

/** What a request changes of a user; null where it reads. Who is deleted in a directory can't sign in here, and their work stays. */
async function changeIn(request: Request): Promise<ScimChange | null> {
  switch (request.method) {
    case "GET":
      return null;
    case "DELETE":
      return { active: false };
    case "PUT":
      return scimChangeOf(read(ScimUserInput, await bodyOf(request)));
    case "PATCH":
      return read(ScimChange, scimChangesIn(read(ScimPatchInput, await bodyOf(request))));
    default:
      throw new ScimError(405, "A user is read, changed and deleted here.");
  }
}

async function bodyOf(request: Request): Promise<unknown> {
  const { value } = await readBody(request, { access: "administrator" });
  refuseUnstorable(value);
  return value;
}

function read<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".") || "body";
  throw new ScimError(400, `The value of ${path} can't be used.`, "invalidValue");
}

function accountIn<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value;
  const isTaken = answer.reason === "email_taken" || answer.reason === "directory_id_taken";
  const detail = wordsOf(
    new ApiError(REFUSAL_STATUS[answer.reason], answer.reason, { details: answer.details }),
    "en",
  );
  throw new ScimError(REFUSAL_STATUS[answer.reason], detail, isTaken ? "uniqueness" : "mutability");
}

function answerToError(error: unknown, request: Request): Answer {
  const known = knownError(error);
  if (!known) logFailure(error, { reference: requestIdOf(request), where: "scim" });
  const { status, detail, scimType } = known ?? new ScimError(500, wordsOf(apiError("internal"), "en"));
  const body = {
    schemas: [`${MESSAGES}:Error`],
    status: String(status),
    ...(scimType && { scimType }),
    detail,
  };
  return { status, body };
}

function knownError(error: unknown): ScimError | null {
  if (error instanceof ScimError) return error;
  if (error instanceof NotFoundError) return new ScimError(404, "There is no such user.");
  if (error instanceof ApiError) return new ScimError(error.status, wordsOf(error, "en"), "invalidValue");
  return null;
}

function listOf(resources: readonly unknown[], totalResults: number, startIndex: number) {
  return {
    schemas: [`${MESSAGES}:ListResponse`],
    totalResults,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

const no = { supported: false };

/** What the service says of itself. */
const DESCRIPTIONS: Readonly<Record<string, unknown>> = {
  ServiceProviderConfig: {
    schemas: [`${SCHEMAS}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: 200 },
    changePassword: no,
    sort: no,
    etag: no,
    authenticationSchemes: [
      { type: "oauthbearertoken", name: "API token", description: "An administrator's API token." },
    ],
  },
  ResourceTypes: listOf(
    [
      {
        schemas: [`${SCHEMAS}:ResourceType`],
        id: "User",
        name: "User",
        endpoint: "/Users",
        schema: `${SCHEMAS}:User`,
      },
    ],
    1,
    1,
  ),
  Schemas: listOf(
    [
      {
        id: `${SCHEMAS}:User`,
        name: "User",
        attributes: ["userName", "externalId", "displayName", "name", "emails", "active"].map((name) => ({
          name,
          required: name === "userName",
        })),
      },
    ],
    1,
    1,
  ),
};
