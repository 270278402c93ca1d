import "server-only";
import pino from "pino";
import { isBusy, sqlStateOf } from "./errors";

// What the language and our own code throw. Prisma, PostgreSQL and zod name their errors otherwise, and quote values.
const OWN_NAMES = new Set(["Error", "TypeError", "ReferenceError", "RangeError"]);

const shared = globalThis as { standbyLog?: pino.Logger };

/** The log of this process: one JSON object a line. LOG_LEVEL chooses how much; tests are silent unless asked. */
export function log(): pino.Logger {
  const quiet = process.env.NODE_ENV === "test" ? "silent" : "info";
  shared.standbyLog ??= pino({ level: process.env.LOG_LEVEL || quiet, base: { pid: process.pid } });
  return shared.standbyLog;
}

/** Logs why work failed, once, under the reference by which it is found again; a database that was busy or away is a warning. */
export function logFailure(error: unknown, about: { reference: string; where: string }): void {
  const entry = { ...about, fault: loggedFault(error) };
  if (isBusy(error)) log().warn(entry, "the database was busy or away");
  else log().error(entry, "unexpected error");
}

/** What is logged of an error: its message when it is ours; texts of the driver may hold a row's values and stay out. */
export function loggedFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  const isOwn = OWN_NAMES.has(error.name) && code === undefined && sqlStateOf(error) === undefined;
  const isShown = (isOwn && !("clientVersion" in error)) || process.env.NODE_ENV === "development";
  return {
    name: error.name,
    code: typeof code === "string" ? code : undefined,
    sqlState: sqlStateOf(error),
    message: isShown ? error.message : undefined,
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
    cause: error.cause instanceof Error && error.cause !== error ? loggedFault(error.cause) : undefined,
  };
}
