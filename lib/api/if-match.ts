import { apiError } from "./api-error";

/** A version as If-Match names it: 3, "3", W/"3", or the ETag of an answer, which begins with it. */
const VERSION = /^(?:W\/)?("?)(\d{1,9})(?:\.[\w-]{1,64})?\1$/;

/** A body with the version its If-Match names; `*` is any version. Refuses what is no version, and two that differ. */
export function withIfMatch(body: unknown, header: string | null): unknown {
  if (header === null || header.trim() === "*") return body;
  const version = VERSION.exec(header.trim())?.[2];
  if (version === undefined || !isFields(body)) throw apiError("bad_if_match");
  if ("version" in body && Number(body.version) !== Number(version)) throw apiError("bad_if_match");
  return { ...body, version: Number(version) };
}

function isFields(body: unknown): body is Record<string, unknown> {
  return typeof body === "object" && body !== null && !(body instanceof FormData);
}
