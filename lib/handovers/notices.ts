import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { HandoverNotice } from "@/lib/notices/schema";
import { notify } from "@/lib/notices/service-notify";
import { dayFromDate } from "@/lib/time/day";

/** Who is told: the cover, the executive's own assistant who is away, and the managers of the pool. */
export type Told = "cover" | "owner" | "managers";

/** Tells some of a handover's people what became of it. A notice names the executive and the days, never what is written. */
export async function tellOfHandovers(
  tx: Ctx | SystemCtx,
  kind: HandoverNotice["kind"],
  handoverIds: readonly string[],
  told: readonly Told[],
): Promise<void> {
  if (handoverIds.length === 0) return;
  const rows = await tx.db.handover.findMany({
    where: { id: { in: [...handoverIds] } },
    select: {
      id: true,
      fromOn: true,
      fromPart: true,
      toOn: true,
      toPart: true,
      owner: { select: { userId: true } },
      cover: { select: { userId: true } },
      executive: {
        select: {
          user: { select: { name: true } },
          pool: { select: { managers: { select: { userId: true } } } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  for (const { executive, ...row } of rows) {
    const people = {
      cover: row.cover ? [row.cover.userId] : [],
      owner: row.owner ? [row.owner.userId] : [],
      managers: executive.pool.managers.map((manager) => manager.userId),
    };
    await notify(
      tx,
      told.flatMap((who) => people[who]),
      {
        kind,
        params: {
          handoverId: row.id,
          executive: executive.user.name,
          range: {
            from: dayFromDate(row.fromOn),
            fromPart: row.fromPart,
            to: dayFromDate(row.toOn),
            toPart: row.toPart,
          },
        },
      },
    );
  }
}
