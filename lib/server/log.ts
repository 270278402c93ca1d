import "server-only";
import { randomBytes } from "node:crypto";
import pino from "pino";
import { sqlStateOf } from "@/lib/errors";

const REFERENCE = /^[\w.-]{8,64}$/;
const SAYS_NO_VALUES = new Set(["TypeError", "ReferenceError"]);

const shared = globalThis as { standbyLog?: pino.Logger };

/** The log of this process: one JSON object a line. LOG_LEVEL chooses how much; tests are silent unless asked. */
export function log(): pino.Logger {
  const quiet = process.env.NODE_ENV === "test" ? "silent" : "info";
  shared.standbyLog ??= pino({ level: process.env.LOG_LEVEL || quiet, base: { pid: process.pid } });
  return shared.standbyLog;
}

/** The id a proxy gave the request when it reads like one, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return REFERENCE.test(given) ? given : randomBytes(9).toString("base64url");
}

/** Logs an error nobody expected, once, under the reference the person is shown. Messages that may hold a row's values stay out. */
export function logUnexpected(error: unknown, about: { reference: string; where: string }): void {
  log().error({ ...about, fault: faultOf(error) }, "unexpected error");
}

function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const isSafe = SAYS_NO_VALUES.has(error.name) || process.env.NODE_ENV === "development";
  const cause = error.cause instanceof Error && error.cause !== error ? faultOf(error.cause) : undefined;
  return {
    name: error.name,
    sqlState: sqlStateOf(error),
    message: isSafe ? error.message : undefined,
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
    cause,
  };
}
