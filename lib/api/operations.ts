import "server-only";
import { StandardOpenAPIMatcher } from "@orpc/openapi/standard";
import { type AnyProcedure, isProcedure, traverseContractProcedures } from "@orpc/server";
import type { ApiMeta } from "./base";
import { apiRouter } from "./router";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** One operation of the API as tests and the reference see it. */
export type Operation = { id: string; method: string; path: string; meta: ApiMeta };

/** Every operation of the router. */
export function listOperations(): Operation[] {
  const found: Operation[] = [];
  traverseContractProcedures({ router: apiRouter, path: [] }, ({ contract, path }) => {
    const { route, meta } = contract["~orpc"];
    found.push({
      id: path.join("."),
      method: route.method ?? "POST",
      path: route.path ?? "",
      meta: meta as ApiMeta,
    });
  });
  return found;
}

const matcher = new StandardOpenAPIMatcher();
matcher.init(apiRouter);

/** The operation at a method and path, with what the path says. */
export async function findOperation(method: string, path: string) {
  const match = await matcher.match(method, path as `/${string}`);
  return match && { ...match, meta: metaOf(match.procedure) };
}

function metaOf(procedure: AnyProcedure): ApiMeta {
  return procedure["~orpc"].meta as ApiMeta;
}

/** The methods a path answers to; empty for a path that is none. */
export async function listMethods(path: string): Promise<string[]> {
  const answers = await Promise.all(METHODS.map((method) => findOperation(method, path)));
  return METHODS.filter((_, i) => answers[i] && isProcedure(answers[i].procedure));
}
