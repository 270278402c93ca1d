import "server-only";
import type { Ctx } from "@/lib/context";
import { namesIn } from "@/lib/i18n/locales";
import type { DutyView } from "./schema";

/** The catalogue of duties, in its own order. */
export function listDuties(ctx: Ctx): Promise<DutyView[]> {
  return ctx.db.duty.findMany({
    select: { id: true, nameEn: true, nameSv: true, descriptionEn: true, descriptionSv: true },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
  });
}

/** The first of some duties that the catalogue does not have, or null. */
export async function firstUnknownDuty(ctx: Ctx, dutyIds: readonly string[]): Promise<string | null> {
  if (dutyIds.length === 0) return null;
  const known = await ctx.db.duty.findMany({
    where: { id: { in: [...new Set(dutyIds)] } },
    select: { id: true },
  });
  const ids = new Set(known.map((duty) => duty.id));
  return dutyIds.find((id) => !ids.has(id)) ?? null;
}

/** Names of some duties in the reader's language, by id. */
export async function namesOfDuties(ctx: Ctx, dutyIds: readonly string[]): Promise<Record<string, string>> {
  if (dutyIds.length === 0) return {};
  const duties = await ctx.db.duty.findMany({
    where: { id: { in: [...new Set(dutyIds)] } },
    select: { id: true, nameEn: true, nameSv: true },
  });
  return namesIn(ctx.actor.locale, duties);
}
