import "server-only";
import type { Executive } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { nameIn } from "@/lib/i18n/locales";

const MOST_CHIPS = 6;

/** The duties an executive gets most minutes of, by name in their language; what a request is likely about. */
export async function listRequestedDuties(ctx: Ctx<Executive>): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db.dutyRequirement.findMany({
    where: { executiveId: ctx.actor.executive.id },
    select: { duty: { select: { id: true, nameEn: true, nameSv: true } } },
    orderBy: [{ minutesPerDay: "desc" }, { dutyId: "asc" }],
    take: MOST_CHIPS,
  });
  return rows.map(({ duty }) => ({
    id: duty.id,
    name: nameIn(ctx.actor.locale, duty),
  }));
}
