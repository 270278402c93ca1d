import "server-only";
import { randomBytes } from "node:crypto";

const REFERENCE = /^[\w.-]{8,64}$/;

/** The id a proxy gave the request when it reads like one, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return REFERENCE.test(given) ? given : randomBytes(9).toString("base64url");
}
