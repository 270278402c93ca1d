import "server-only";
import { createHash } from "node:crypto";
import type { Answer } from "./error-answer";

/** The ETag of an answer: a hash of all it says, after the version of the record where it is one that has a version. */
export function etagOf(body: string, output: unknown): string {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 16);
  const { version } = Object(output) as { version?: unknown };
  return Number.isInteger(version) ? `"${version}.${hash}"` : `"${hash}"`;
}

/** An answer to a reading; nothing but its headers where the caller has it already. */
export function unlessKnown(request: Request, answer: Answer): Answer {
  const etag = answer.headers?.etag;
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  const isKnown = etag !== undefined && (known.includes(etag) || known.includes("*"));
  return isKnown ? { ...answer, status: 304, body: "" } : answer;
}
