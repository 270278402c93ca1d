import { inject } from "vitest";
import { type Grid, gridOf } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import { createDb } from "@/lib/db";
import { addDays } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { seedDemo } from "@/prisma/seed/demo";
import { ensureDatabase } from "@/prisma/tooling/roles";

export const DEMO_TIMEOUT_MS = 300_000;
export const DEMO_WEEKS = [0, 1, 2, 3, 4, 5];
export const DEMO_POOLS = ["Stockholm", "London"];

/** A database with the demo office as it is at an instant. */
export type DemoDatabase = { url: string; db: ReturnType<typeof createDb>; now: Date };

/** A database of its own with the catalogue as the migrations leave it. */
export async function openCatalogue(name: string, now: Date): Promise<DemoDatabase> {
  const cluster = inject("cluster");
  await ensureDatabase(cluster.adminUrl, name, cluster.template);
  const address = new URL(cluster.appUrl);
  address.pathname = `/${name}`;
  return { url: address.href, db: createDb(address.href), now };
}

/** A database of its own with the demo office. */
export async function openDemo(name: string, now: Date): Promise<DemoDatabase> {
  const demo = await openCatalogue(name, now);
  await seedDemo(demo.url, () => {}, now);
  return demo;
}

/** The Monday of the demo's first week. */
export function mondayAt(now: Date) {
  return mondayOf(isoWeekOf(dayIn("Europe/Stockholm", now)));
}

/** A pool of the demo office in one of its weeks. */
export async function gridOfWeek({ db, now }: DemoDatabase, poolName: string, week: number) {
  const pool = await db.pool.findUniqueOrThrow({ where: { name: poolName } });
  const from = addDays(mondayAt(now), 7 * week);
  return { pool, grid: gridOf(await loadOffice(db, { poolIds: [pool.id] }, from, addDays(from, 6))) };
}

/** How many half-days of a grid are a gap, or covered. */
export function countSlots(grid: Grid, status: "gap" | "cover"): number {
  return [...grid.rows.values()].flat().filter((state) => state.status === status).length;
}
