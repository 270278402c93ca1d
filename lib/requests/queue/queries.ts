import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readPrecedence } from "../agreements/queries";
import { listHeldBy } from "../queries";
import type { ListRequestsInput, SupportRequestView } from "../schema";
import { type QueueReason, queued, urgentExecutives } from "./rules";

export type QueuedRequest = Omit<SupportRequestView, "why"> & { why: QueueReason[] };

const MOST_QUEUED = 200;

/** The assistant's own queue: what is open and theirs, in its order, each with why it stands there. */
export async function listQueue(
  ctx: Ctx<Assistant>,
  { q }: Pick<ListRequestsInput, "q"> = {},
): Promise<QueuedRequest[]> {
  const held = await listHeldBy(ctx, { q, limit: MOST_QUEUED });
  return queued(held, await readPrecedence(ctx, urgentExecutives(held)));
}
