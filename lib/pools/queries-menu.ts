import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { MENU_PLACES, type MenuPlace } from "./schema";

/** What the menu of people of some pools leaves out: what all of these pools hide. */
export async function listHiddenPlaces(ctx: Ctx<Person>, poolIds: readonly string[]): Promise<MenuPlace[]> {
  if (poolIds.length === 0) return [];
  const pools = await ctx.db.pool.findMany({
    where: { id: { in: [...poolIds] } },
    select: { hiddenPlaces: true },
  });
  return MENU_PLACES.filter((place) => pools.every(({ hiddenPlaces }) => hiddenPlaces.includes(place)));
}
