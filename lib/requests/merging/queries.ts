import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listServedRequests, PHONE_MESSAGE } from "../queries";
import type { SupportRequestView } from "../schema";

/** The requests merged into another one, with what they asked; whoever reads that one may read these. */
export function listMerged({ db }: Pick<Ctx, "db">, id: string) {
  return db.supportRequest.findMany({
    where: { mergedIntoId: id },
    select: {
      id: true,
      summary: true,
      details: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
    },
    orderBy: { createdAt: "asc" },
  });
}

const MOST_CHOICES = 30;

/** The other open requests of the same executive that a request can be merged with. */
export async function listMergeable(
  ctx: Ctx<Assistant>,
  { id, executiveId, confidential, typeId, status }: SupportRequestView,
): Promise<SupportRequestView[]> {
  const isOver = ["resolved", "closed", "cancelled"].includes(status);
  if (isOver || typeId === PHONE_MESSAGE) return [];
  const { items } = await listServedRequests(ctx, { show: "open", executiveId, limit: MOST_CHOICES });
  return items.filter(
    (one) => one.id !== id && one.confidential === confidential && one.typeId !== PHONE_MESSAGE,
  );
}
