import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

/** A pool in Stockholm's time with Sweden's holidays. */
export function makePool(overrides: Partial<Prisma.PoolUncheckedCreateInput> = {}) {
  return { name: "Stockholm", timeZone: "Europe/Stockholm", holidayRegion: "SE", ...overrides };
}

/** A pool led by some accounts. */
export function createPool(
  db: Db,
  { managerIds = [], ...overrides }: Parameters<typeof makePool>[0] & { managerIds?: string[] } = {},
) {
  const managers = { create: managerIds.map((userId) => ({ userId })) };
  return db.pool.create({ data: { ...makePool(overrides), managers } });
}
