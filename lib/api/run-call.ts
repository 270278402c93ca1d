import "server-only";
import { StandardOpenAPICodec } from "@orpc/openapi/standard";
import {
  StandardBracketNotationSerializer,
  StandardOpenAPIJsonSerializer,
  StandardOpenAPISerializer,
} from "@orpc/openapi-client/standard";
import { call as callProcedure } from "@orpc/server";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { savedAs } from "@/lib/files/rules";
import type { Locale } from "@/lib/i18n/locales";
import type { Fault } from "@/lib/server/issues";
import { apiError } from "./api-error";
import type { Answer } from "./error-answer";
import { etagOf } from "./etag";
import type { findOperation } from "./operations";

/** A request that has been read: its operation, and everything it says. */
export type Call = {
  operation: NonNullable<Awaited<ReturnType<typeof findOperation>>>;
  method: string;
  url: URL;
  body: unknown;
  locale: Locale;
};

const codec = new StandardOpenAPICodec(
  new StandardOpenAPISerializer(new StandardOpenAPIJsonSerializer(), new StandardBracketNotationSerializer()),
);

/** Runs an operation for a person; errors come out as they arose. */
export async function runCall(
  { operation, method, url, body, locale }: Call,
  ctx: Ctx<Person>,
): Promise<Answer> {
  const { procedure, params, path } = operation;
  if (method !== "GET" && procedure["~orpc"].route.inputStructure !== "detailed") refuseQuery(url);
  const request = { method, url: withoutEmpty(url), headers: {}, signal: undefined, body: async () => body };
  const input = await codec.decode(request, params, procedure);
  const output = await callProcedure(procedure, input, { context: { ctx, locale }, path });
  if (output instanceof File) return fileAnswer(output);
  const { status, body: answer } = codec.encode(output, procedure);
  if (answer === undefined) return { status, body: "" };
  const text = JSON.stringify(answer);
  return { status, body: text, headers: { etag: etagOf(text, answer) } };
}

/** A file goes out as it is, to be saved and not shown. */
async function fileAnswer(file: File): Promise<Answer> {
  const headers = { "content-type": file.type, "content-disposition": savedAs(file.name) };
  return { status: 200, body: "", bytes: new Uint8Array(await file.arrayBuffer()), headers };
}

/** Only operations that say so read the query of a write; elsewhere it would be overlooked. */
function refuseQuery(url: URL): void {
  const faults = [...url.searchParams.keys()].map((path): Fault => ({ path, code: "unknown_key" }));
  if (faults.length > 0) throw apiError("invalid_input", { path: faults[0]?.path, faults });
}

function withoutEmpty(url: URL): URL {
  const kept = new URL(url);
  for (const [name, value] of url.searchParams) if (value === "") kept.searchParams.delete(name, "");
  return kept;
}
