import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import { type HandoverNoticeKind, handoverNotice } from "@/lib/handovers/notices";
import { notify } from "@/lib/notices/service-notify";
import { dayOfColumn } from "@/lib/time/day";

/** Who has to do with a handover: the cover, the executive\'s own assistant who is away, and the managers of the pool. */
export type NoticeParty = "cover" | "owner" | "managers";

/** Tells some of the parties of handovers what became of it. A notice names the executive and the days, never what is written. */
export async function notifyOfHandovers(
  tx: Ctx | SystemCtx,
  kind: HandoverNoticeKind,
  handoverIds: readonly string[],
  parties: readonly NoticeParty[],
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
      coverAssistant: { select: { userId: true } },
      executive: {
        select: {
          user: { select: { name: true } },
          pool: { select: { managers: { select: { userId: true } } } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  const notices = rows.map(({ executive, ...row }) => {
    const people: Record<NoticeParty, string[]> = {
      cover: row.coverAssistant ? [row.coverAssistant.userId] : [],
      owner: row.owner ? [row.owner.userId] : [],
      managers: executive.pool.managers.map((manager) => manager.userId),
    };
    const range = {
      from: dayOfColumn(row.fromOn),
      fromPart: row.fromPart,
      to: dayOfColumn(row.toOn),
      toPart: row.toPart,
    };
    const params = { handoverId: row.id, executive: executive.user.name, range };
    return handoverNotice(
      kind,
      parties.flatMap((party) => people[party]),
      params,
    );
  });
  await notify(tx, ...notices);
}
