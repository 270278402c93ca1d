import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readRequisition } from "@/lib/hiring/requisitions/queries";
import { type HiringFigures, hiringFigures } from "./rules";

const MOST = 2_000;

/** The figures of one requisition, for the managers of its pool. */
export async function readHiringFigures(ctx: Ctx<Manager>, requisitionId: string): Promise<HiringFigures> {
  const { openedAt } = await readRequisition(ctx, requisitionId);
  const rows = await ctx.db.application.findMany({
    where: { requisitionId, heldWhy: null },
    select: {
      status: true,
      via: true,
      receivedAt: true,
      steps: { select: { toStatus: true, at: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
      offers: { select: { answeredAt: true }, where: { status: "accepted" }, take: 1 },
    },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const applications = rows.map(({ steps, offers, ...row }) => ({
    ...row,
    acceptedAt: offers[0]?.answeredAt ?? null,
    steps: steps.flatMap(({ toStatus, at }) => (toStatus ? [{ to: toStatus, at }] : [])),
  }));
  return hiringFigures(openedAt, applications, ctx.now);
}
