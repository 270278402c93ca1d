import "server-only";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { readPrecedence } from "../agreements/queries";
import { requestNotice } from "../notices";
import { listHeldBySome } from "../queries";
import type { SupportRequestView } from "../schema";
import { toldSummary } from "../service-moves";
import { inQueueOrder, isAgreedBefore, queueClassOf, urgentExecutives } from "./rules";

/** So many urgent requests at a time are nothing to tell of. */
const USUAL_URGENT = 2;

/**
 * Tells of an urgent request that is one more than two with the same assistant: whoever asked, how many stand before it, and
 * the other executives whose urgent requests it goes before, with the reason. Nobody is told whose it is, or what.
 */
export async function tellOfUrgent(
  tx: Ctx,
  { id, holderId }: { id: string; holderId: string | null },
): Promise<void> {
  if (!holderId) return;
  const held = await listHeldBySome(tx, [holderId]);
  const precedence = await readPrecedence(tx, urgentExecutives(held));
  const urgent = inQueueOrder(
    held.filter((one) => queueClassOf(one) === "urgent"),
    precedence,
  );
  const place = urgent.findIndex((one) => one.id === id);
  const added = urgent[place];
  if (!added || urgent.length <= USUAL_URGENT) return;
  const users = await usersOf(tx, urgent);
  const tell = async (one: SupportRequestView, why: "placed" | "agreed" | "due") => {
    const facts = {
      assistant: one.assigneeName ?? "",
      count: urgent.length,
      before: urgent.indexOf(one),
      why,
    };
    const notice = { requestId: one.id, summary: toldSummary(one), ...facts };
    await notify(tx, requestNotice("request_place", users.get(one.executiveId) ?? [], notice));
  };
  await tell(added, "placed");
  for (const one of urgent.slice(place + 1).filter((other) => other.executiveId !== added.executiveId))
    await tell(one, isAgreedBefore(added, one, precedence) ? "agreed" : "due");
}

async function usersOf(tx: Ctx, requests: readonly SupportRequestView[]): Promise<Map<string, [string]>> {
  const rows = await tx.db.executive.findMany({
    where: { id: { in: requests.map(({ executiveId }) => executiveId) } },
    select: { id: true, userId: true },
  });
  return new Map(rows.map(({ id, userId }) => [id, [userId]]));
}
