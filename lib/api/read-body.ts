import { apiError } from "./api-error";
import type { ApiMeta } from "./base";

const ORDINARY_MAX_BYTES = 1024 * 1024;
const DEEPEST = 32;

/** What came in a request's body: the bytes, and what they mean. */
export type Body = { bytes: Uint8Array; value: unknown };

/** Reads a body of JSON or form fields; refuses other kinds, too many bytes and what cannot be read. */
export async function readBody(request: Request, meta: ApiMeta): Promise<Body> {
  const { maxBodyBytes = ORDINARY_MAX_BYTES, takesFiles } = meta;
  const isForm = takesFiles !== undefined;
  const bytes = await readBytes(request, maxBodyBytes);
  if (bytes.length === 0) return { bytes, value: {} };
  const contentType = request.headers.get("content-type") ?? "";
  if (isForm && /^multipart\/form-data\s*;/i.test(contentType))
    return { bytes, value: await readForm(bytes, contentType) };
  if (!isForm && /^application\/(scim\+)?json\s*(;|$)/i.test(contentType))
    return { bytes, value: readJson(bytes) };
  throw apiError("wrong_content_type", {
    details: { expected: isForm ? "multipart/form-data" : "application/json" },
  });
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = apiError("body_too_large", { details: { maxKilobytes: Math.floor(maxBytes / 1024) } });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw apiError("malformed_body", { details: { expected: "JSON" } });
  }
}

async function readForm(bytes: Uint8Array, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData();
  } catch {
    throw apiError("malformed_body", { details: { expected: "multipart/form-data" } });
  }
}

/** Refuses text PostgreSQL cannot store, wherever it stands, and nesting deeper than anything asked for. */
export function refuseUnstorable(value: unknown, path = "", depth = 0): void {
  if (depth > DEEPEST)
    throw apiError("malformed_body", { details: { expected: `at most ${DEEPEST} levels` } });
  if (typeof value === "string" && value.includes("\0")) throw apiError("nul_character", { path });
  for (const [key, child] of entriesOf(value)) {
    if (key.includes("\0")) throw apiError("nul_character", { path });
    refuseUnstorable(child, path ? `${path}.${key}` : key, depth + 1);
  }
}

function entriesOf(node: unknown): [string, unknown][] {
  if (node instanceof FormData || node instanceof URLSearchParams) return [...node.entries()];
  if (node instanceof Blob || typeof node !== "object" || node === null) return [];
  return Object.entries(node);
}
