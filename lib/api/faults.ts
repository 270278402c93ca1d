import { ValidationError } from "@orpc/contract";
import { ORPCError } from "@orpc/server";
import { z } from "zod";
import { NotFoundError, NotSignedInError, sqlStateOf, WrongRoleError } from "@/lib/errors";
import { type Fault, faultsOf } from "@/lib/server/issues";
import { ApiError, apiError } from "./api-error";

const MOST_FAULTS = 100;
const LONGEST_PATH = 200;

/** What a caller is told about an error; null for one nobody expected. */
export function expectedError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (error instanceof NotSignedInError) return apiError("not_signed_in");
  if (error instanceof WrongRoleError) return apiError("wrong_role");
  if (error instanceof NotFoundError) return apiError("not_found", { details: { what: error.what } });
  if (error instanceof ORPCError && error.code === "BAD_REQUEST") return invalidInput(error.cause);
  if (isUnstorable(error)) return apiError("invalid_input");
  return null;
}

/** SQLSTATE class 22: a value PostgreSQL cannot hold, such as a number out of range. */
function isUnstorable(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith("22") ?? false;
}

function invalidInput(cause: unknown): ApiError {
  if (!(cause instanceof ValidationError)) return apiError("invalid_input");
  const issues = cause.issues.map((issue) => ({ ...issue, input: valueAt(cause.data, issue.path ?? []) }));
  const faults = faultsOf(new z.ZodError(issues as z.core.$ZodIssue[]))
    .slice(0, MOST_FAULTS)
    .map((fault): Fault => ({ ...fault, path: readablePath(fault.path) }));
  return apiError("invalid_input", { path: faults[0]?.path, faults });
}

function valueAt(data: unknown, path: readonly unknown[]): unknown {
  return path.reduce<unknown>((node, step) => {
    const key = typeof step === "object" && step !== null && "key" in step ? step.key : step;
    return typeof node === "object" && node !== null
      ? (node as Record<PropertyKey, unknown>)[key as string]
      : undefined;
  }, data);
}

/** Where operations take query and body apart, the caller does not see that. */
function readablePath(path: string): string {
  return path.replace(/^(query|body|params)\.?/, "").slice(0, LONGEST_PATH);
}
