import "server-only";
import type { Searched } from "@/components/requests/marked";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { SupportRequestView } from "@/lib/requests/schema";
import { listExcerpts } from "@/lib/requests/search/queries";

/** What a list of requests marks of what was searched for; nothing where nothing was. */
export async function readSearched(
  ctx: Ctx<Person>,
  requests: readonly Pick<SupportRequestView, "id" | "summary">[],
  typed: string,
): Promise<Searched | undefined> {
  return typed ? { typed, excerpts: await listExcerpts(ctx, requests, typed) } : undefined;
}
