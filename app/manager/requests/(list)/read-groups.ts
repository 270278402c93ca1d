import "server-only";
import type { RequestsAddress } from "@/components/requests/requests-address";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listPoolRequests } from "@/lib/requests/queries";
import type { ListRequestsInput } from "@/lib/requests/schema";
import type { PoolRequestGroup } from "../_components/pool-requests";

/** What a view of the requests shows: what needs a manager in its groups, or one list page by page. */
export async function readGroups(
  ctx: Ctx<Manager>,
  view: RequestsAddress["show"],
  input: ListRequestsInput,
): Promise<{ groups: PoolRequestGroup[]; nextCursor: string | null }> {
  if (view !== "look") {
    const { items, nextCursor } = await listPoolRequests(ctx, input);
    return { groups: [{ kind: view, requests: items }], nextCursor };
  }
  const kinds = ["unassigned", "overdue", "soon"] as const;
  const pages = await Promise.all(kinds.map((show) => listPoolRequests(ctx, { ...input, show })));
  const seen = new Set<string>();
  const groups = kinds.map((kind, i) => {
    const requests = (pages[i]?.items ?? []).filter(({ id }) => !seen.has(id));
    for (const { id } of requests) seen.add(id);
    return { kind, requests };
  });
  return { groups, nextCursor: null };
}
