import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Day, dayFromDate, dayToDate } from "@/lib/time/day";

/** Who knowingly left which half-days of a pool open, by "executive day part". */
export async function listAcceptedGaps(
  ctx: Ctx<Manager>,
  { poolId, from, to }: { poolId: string; from: Day; to: Day },
): Promise<Map<string, string>> {
  const rows = await ctx.db.acceptedGap.findMany({
    where: { executive: { poolId }, on: { gte: dayToDate(from), lte: dayToDate(to) } },
    select: { executiveId: true, on: true, part: true, acceptedById: true },
  });
  const acceptedByIds = [...new Set(rows.flatMap((row) => row.acceptedById ?? []))];
  const people = await ctx.db.user.findMany({
    where: { id: { in: acceptedByIds } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  return new Map(
    rows.map((row) => [
      `${row.executiveId} ${dayFromDate(row.on)} ${row.part}`,
      nameOf.get(row.acceptedById ?? "") ?? "",
    ]),
  );
}
