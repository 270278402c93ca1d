import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { BothNames } from "@/lib/i18n/locales";
import { canManagePool } from "@/lib/pools/policy";
import type { AsksView } from "./schema";

/** What an executive asks for, for the executive and whoever leads their pool; any other is not found. */
export async function requireAsks(ctx: Ctx<Person>, executiveId: string): Promise<AsksView> {
  const row = await ctx.db.executive.findUnique({
    where: { id: executiveId },
    select: {
      poolId: true,
      askedWorkStyles: {
        select: { workStyleId: true, level: true },
        orderBy: { workStyle: { sortOrder: "asc" } },
      },
      askedExperience: { select: { years: true } },
    },
  });
  const isKnown = row && (ctx.actor.executive?.id === executiveId || canManagePool(ctx.actor, row.poolId));
  if (!isKnown) throw new NotFoundError("executive");
  return {
    executiveId,
    styles: row.askedWorkStyles.map(({ workStyleId, level }) => ({ styleId: workStyleId, level })),
    years: row.askedExperience?.years ?? null,
  };
}

/** The ways of working that can be asked for, in their order. */
export function listStyleNames({ db }: Ctx<Person>): Promise<({ id: string } & BothNames)[]> {
  return db.workStyle.findMany({
    select: { id: true, nameEn: true, nameSv: true },
    orderBy: { sortOrder: "asc" },
  });
}
