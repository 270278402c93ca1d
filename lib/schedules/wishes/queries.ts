import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readPolicy } from "@/lib/schedules/setup/queries";
import { dayOfColumn } from "@/lib/time/day";
import type { WishView } from "./schema";

/** What one has said of when one can work: weekdays first, then days in order. */
export async function listOwnWishes({ db, actor }: Ctx<Assistant>): Promise<WishView[]> {
  const rows = await db.availability.findMany({
    where: { assistantId: actor.assistant.id },
    orderBy: [{ weekday: "asc" }, { on: "asc" }, { startMinute: "asc" }, { id: "asc" }],
  });
  return rows.map(({ assistantId: _, createdAt: __, on, ...row }) => ({ ...row, on: on && dayOfColumn(on) }));
}

/** How many days a month one may say "rather not", and until when wishes for a week are in time. */
export async function getWishLimits({ db, actor }: Ctx<Assistant>): Promise<{ days: number; close: number }> {
  const { ratherNotDays, wishesCloseDays } = await readPolicy(db, actor.assistant.poolId);
  return { days: ratherNotDays, close: wishesCloseDays };
}
