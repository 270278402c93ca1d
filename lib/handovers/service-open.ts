import "server-only";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { AGREED_COVER } from "@/lib/covers/rules";
import { syncExecutives } from "@/lib/handovers/content/service-sync";
import { addDays, dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { TIME_LIMITS } from "@/lib/time-limits";
import { OPENS_DAYS_AHEAD } from "./rules";

/** Few enough that whoever plans covers for the same executives hardly waits. */
const EXECUTIVES_AT_A_TIME = 20;

/**
 * Writes a handover for each cover that starts within two weeks, passes on those whose cover changed, begins those whose day
 * has come and follows the executives' records. Doing it again changes nothing.
 */
export async function openHandovers(ctx: SystemCtx): Promise<{ changed: number }> {
  const today = daysOnEarth(ctx.now);
  const [covered, open] = await Promise.all([
    ctx.db.coverageAssignment.findMany({
      where: {
        status: { in: [...AGREED_COVER] },
        startOn: { lte: dayToDate(addDays(today.to, OPENS_DAYS_AHEAD)) },
        endOn: { gte: dayToDate(addDays(today.from, -1)) },
      },
      select: { executiveId: true },
      distinct: ["executiveId"],
    }),
    ctx.db.handover.findMany({
      where: { status: { notIn: ["closed", "handed_back"] } },
      select: { executiveId: true },
      distinct: ["executiveId"],
    }),
  ]);
  const executives = [...new Set([...covered, ...open].map((row) => row.executiveId))].sort();
  let changed = 0;
  for (let i = 0; i < executives.length; i += EXECUTIVES_AT_A_TIME)
    changed += await inTransaction(
      ctx,
      (tx) => syncExecutives(tx, executives.slice(i, i + EXECUTIVES_AT_A_TIME)),
      TIME_LIMITS.batch,
    );
  return { changed };
}

const MOST_EXECUTIVES = 50;

/** Does the same for the executives an assistant supports or covers in these weeks, before their handovers are shown. */
export async function openOwnHandovers(ctx: Ctx<Person>): Promise<void> {
  const assistantId = ctx.actor.assistant?.id;
  if (!assistantId) return;
  const today = daysOnEarth(ctx.now);
  const soon = { lte: dayToDate(addDays(today.to, OPENS_DAYS_AHEAD)) };
  const rows = await ctx.db.coverageAssignment.findMany({
    where: {
      status: { in: [...AGREED_COVER] },
      startOn: soon,
      endOn: { gte: dayToDate(addDays(today.from, -1)) },
      OR: [
        { assistantId },
        { absence: { assistantId } },
        {
          executive: {
            supportAssignments: {
              some: {
                assistantId,
                role: "primary",
                fromOn: soon,
                OR: [{ toOn: null }, { toOn: { gte: dayToDate(today.from) } }],
              },
            },
          },
        },
      ],
    },
    select: { executiveId: true },
    distinct: ["executiveId"],
    take: MOST_EXECUTIVES,
  });
  await inTransaction(ctx, (tx) =>
    syncExecutives(
      tx,
      rows.map((row) => row.executiveId),
    ),
  );
}
