import "server-only";
import type { Ctx } from "@/lib/context";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { HalfDay } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";

/** A gap and the name of the manager who accepted it. */
export type AcceptedGapView = HalfDay & { executiveId: string; acceptedBy: string };

/** The gaps of some executives that managers knowingly left open between two days. */
export function listAcceptedGaps(
  ctx: Ctx,
  { executiveIds, from, to }: { executiveIds: string[]; from: Day; to: Day },
): Promise<AcceptedGapView[]> {
  return listGaps(ctx, {
    executiveId: { in: executiveIds },
    on: { gte: dayToDate(from), lte: dayToDate(to) },
  });
}

/** The gaps that managers knowingly left open for an absence. */
export function listGapsAcceptedFor(ctx: Ctx, absenceId: string): Promise<AcceptedGapView[]> {
  return listGaps(ctx, { absenceId });
}

async function listGaps(ctx: Ctx, where: Prisma.AcceptedGapWhereInput): Promise<AcceptedGapView[]> {
  const rows = await ctx.db.acceptedGap.findMany({
    where,
    select: { executiveId: true, on: true, part: true, acceptedById: true },
    orderBy: [{ on: "asc" }, { part: "asc" }, { executiveId: "asc" }],
  });
  if (rows.length === 0) return [];
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap((row) => row.acceptedById ?? []))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  return rows.map(({ executiveId, on, part, acceptedById }) => ({
    executiveId,
    on: dayOfColumn(on),
    part,
    acceptedBy: nameOf.get(acceptedById ?? "") ?? "",
  }));
}
