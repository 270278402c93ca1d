import "server-only";
import { type Caller, getCaller } from "@/lib/auth/caller";
import { lacksFactor } from "@/lib/auth/person";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { answerOnce, fingerprintOf } from "@/lib/server/idempotency";
import { judgeRequest } from "@/lib/server/request-guard";
import { requestIdOf } from "@/lib/server/request-id";
import { TIME_LIMITS } from "@/lib/time-limits";
import { type ApiError, apiError } from "./api-error";
import { type Answer, answerInWords, answerToError, pathIn, requestLocaleOf } from "./error-answer";
import { unlessKnown } from "./etag";
import { expectedError } from "./faults";
import { withIfMatch } from "./if-match";
import { getOpenApiDocument } from "./openapi";
import { findOperation, listMethods } from "./operations";
import { type Body, readBody, refuseUnstorable } from "./read-body";
import { type Call, runCall } from "./run-call";
import { scopeOfOperation } from "./scopes";

/** Answers one request to the REST API; every answer is JSON or a file, and carries the request's id. */
export async function handleApi(request: Request): Promise<Response> {
  const started = performance.now();
  const requestId = requestIdOf(request);
  const { pathname } = new URL(request.url);
  const answer = await answerRequest(request).catch((error: unknown) =>
    answerToError(request, error, requestId),
  );
  const ms = Math.round(performance.now() - started);
  log().debug({ requestId, method: request.method, path: pathname, status: answer.status, ms }, "api");
  return responseOf(answer, requestId);
}

function responseOf({ status, body, headers, bytes }: Answer, requestId: string): Response {
  return new Response(bytes ?? (body === "" ? null : body), {
    status,
    headers: {
      ...(body === "" ? {} : { "content-type": "application/json; charset=utf-8" }),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": requestId,
      ...headers,
    },
  });
}

async function answerRequest(request: Request): Promise<Answer> {
  const url = new URL(request.url);
  const path = pathIn(url);
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (method === "GET" && path === "/openapi.json") return describeApi();
  if (method === "GET" && (path === "/" || path === "/reference")) return seeReference();
  const operation = await findOperation(method, path);
  if (!operation) throw await noOperation(path);
  const caller = await getCaller(request);
  if (!caller) throw apiError("not_signed_in", { headers: { "www-authenticate": 'Bearer realm="standby"' } });
  if (lacksFactor(caller.ctx.actor) && !operation.meta.isBeforeFactor)
    throw apiError("second_factor_missing");
  if (caller.scopes) refuseBeyond(caller.scopes, operation.path[0], method);
  else refuseForeign(request, url.pathname);
  const body = method === "GET" ? null : await readBody(request, operation.meta);
  for (const part of [operation.params, url.searchParams, body?.value]) refuseUnstorable(part);
  const value = method === "GET" ? undefined : withIfMatch(body?.value, request.headers.get("if-match"));
  const call: Call = { operation, method, url, body: value, locale: requestLocaleOf(request) };
  const key = method === "POST" ? request.headers.get("idempotency-key") : null;
  if (method === "GET") return unlessKnown(request, await runCall(call, caller.ctx));
  if (key === null) return runCall(call, caller.ctx);
  return answerKeyed(request, caller, call, { key, body });
}

async function describeApi(): Promise<Answer> {
  return { status: 200, body: JSON.stringify(await getOpenApiDocument()) };
}

function seeReference(): Answer {
  return { status: 308, body: "", headers: { location: "/developers" } };
}

/** A token may do no more than it was made for, whatever its owner may. */
function refuseBeyond(scopes: ReadonlySet<string>, group: string | undefined, method: string): void {
  const scope = scopeOfOperation(group, method);
  if (scope === null) throw apiError("not_by_token");
  if (!scopes.has(scope)) throw apiError("scope_missing", { details: { scope } });
}

/** A browser sends its cookie by itself, so a write must come from a page of ours. */
function refuseForeign({ method, headers }: Request, path: string): void {
  const verdict = judgeRequest({ method, path, headers, publicUrl: env().NEXTAUTH_URL });
  if (!verdict.allowed) throw apiError("foreign_origin");
}

async function noOperation(path: string): Promise<ApiError> {
  const methods = await listMethods(path);
  if (methods.length === 0) return apiError("no_such_operation");
  const allow = methods.join(", ");
  return apiError("method_not_allowed", { details: { allow }, headers: { allow } });
}

async function answerKeyed(
  request: Request,
  caller: Caller,
  call: Call,
  { key, body }: { key: string; body: Body | null },
): Promise<Answer> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw apiError("bad_idempotency_key");
  const { pathname, search } = call.url;
  const fingerprint = fingerprintOf(`${call.method} ${pathname}${search}`, ...(await bodyParts(body)));
  const answer = await answerOnce(
    caller.ctx,
    { key, fingerprint },
    (tx) =>
      runCall(call, tx).catch((error: unknown) => {
        const expected = expectedError(error);
        if (!expected) throw error;
        return answerInWords(request, expected);
      }),
    call.operation.meta.isBatch ? TIME_LIMITS.batch : TIME_LIMITS.person,
  );
  if (answer.outcome === "in_progress")
    throw apiError("request_in_progress", { headers: { "retry-after": "1" } });
  if (answer.outcome === "key_reused") throw apiError("idempotency_key_reused");
  return answer.outcome === "replayed" ? { ...answer, headers: { "idempotency-replayed": "true" } } : answer;
}

/** The boundary of a form is another one at each try, so forms are compared by their fields. */
async function bodyParts(body: Body | null): Promise<(string | Uint8Array)[]> {
  if (!(body?.value instanceof FormData)) return body ? [body.bytes] : [];
  const parts: (string | Uint8Array)[] = [];
  for (const [name, value] of body.value.entries()) {
    parts.push(name, typeof value === "string" ? value : new Uint8Array(await value.arrayBuffer()));
  }
  return parts;
}
