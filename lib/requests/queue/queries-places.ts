import "server-only";
import type { Executive } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import { readPrecedence } from "../agreements/queries";
import { listHeldBySome } from "../queries";
import type { SupportRequestView } from "../schema";
import { placesIn, type QueuePlace, urgentExecutives } from "./rules";

/** How many requests stand before each of the executive's own that is not begun: only how many and why, never whose or what. */
export async function listOwnPlaces(
  ctx: Ctx<Executive>,
  own: readonly SupportRequestView[],
): Promise<Map<string, QueuePlace>> {
  const waiting = own.filter(
    ({ status, executiveId }) => status === "assigned" && executiveId === ctx.actor.executive.id,
  );
  const holders = [...new Set(waiting.flatMap(({ assigneeId }) => assigneeId ?? []))];
  if (holders.length === 0) return new Map();
  const held = await listHeldBySome(ctx, holders);
  const precedence = await readPrecedence(ctx, urgentExecutives(held));
  const queues = groupedBy(held, ({ assigneeId }) => assigneeId ?? "");
  const places = new Map([...queues.values()].flatMap((queue) => [...placesIn(queue, precedence)]));
  return new Map(
    waiting.flatMap(({ id }) => {
      const place = places.get(id);
      return place ? [[id, place] as const] : [];
    }),
  );
}
