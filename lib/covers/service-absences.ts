import "server-only";
import type { Ctx } from "@/lib/context";
import { dayToDate } from "@/lib/time/day";
import { type HalfDayRange, rangeIndexes } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import { COVER, coverOfRow } from "./queries";
import { LIVE_COVER } from "./rules";
import { cutCover } from "./rules-cuts";
import { columnsOfSpan, type HourlyRange, spanOfRange } from "./rules-extent";
import { changeCovers } from "./service";
import { passOnGaps } from "./service-gaps";

/** Frees an assistant of the covers they hold while they are away; the rest of each stays theirs. Returns the covers it ended. */
export async function releaseCoversWithin(
  tx: Ctx,
  assistantId: string,
  absence: HourlyRange,
): Promise<string[]> {
  const away = spanOfRange(absence);
  const { startOn, endOn } = columnsOfSpan(away);
  const covers = await lockLiveCovers(tx, {
    assistantId,
    startOn: { lte: endOn },
    endOn: { gte: startOn },
  });
  const cuts = covers.flatMap((cover) => cutCover(cover, [away], []) ?? []);
  if (cuts.length === 0) return [];
  return (await changeCovers(tx, { kind: "assistant_away", cuts })).releasedIds;
}

/**
 * Ends the covers for an absence that is not to be, or for the part of it that is not. `back` is the name of the own
 * assistant who is there instead. Returns the covers it ended.
 */
export async function releaseCoversFor(
  tx: Ctx,
  absenceId: string,
  part: HalfDayRange | null = null,
  back: string | null = null,
): Promise<string[]> {
  const covers = await lockLiveCovers(tx, { absenceId });
  const over = part && rangeIndexes(part);
  const cuts = covers.flatMap((cover) => cutCover(cover, [over ?? cover], []) ?? []);
  if (cuts.length === 0) return [];
  return (await changeCovers(tx, { kind: "absence_over", cuts, back })).releasedIds;
}

/** Lets covers and accepted gaps of absences stand for another one that came in their place: all of an absence that is over, else those within some days. */
export async function passOnCovers(
  tx: Ctx,
  interrupted: readonly { id: string; isOver: boolean }[],
  absenceId: string,
  within: HalfDayRange,
): Promise<void> {
  if (interrupted.length === 0) return;
  const ids = interrupted.map((one) => one.id);
  await tx.db.coverageAssignment.updateMany({
    where: {
      status: { in: [...LIVE_COVER] },
      OR: [
        { absenceId: { in: interrupted.filter((one) => one.isOver).map((one) => one.id) } },
        {
          absenceId: { in: ids },
          startOn: { gte: dayToDate(within.from) },
          endOn: { lte: dayToDate(within.to) },
        },
      ],
    },
    data: { absenceId },
  });
  await passOnGaps(tx, ids, absenceId, within);
}

/** Reads covers that stand and keeps them from being changed until the transaction ends. */
async function lockLiveCovers(tx: Ctx, where: Prisma.CoverageAssignmentWhereInput) {
  const live = { ...where, status: { in: [...LIVE_COVER] } };
  const found = await tx.db.coverageAssignment.findMany({ where: live, select: { id: true } });
  if (found.length === 0) return [];
  const ids = found.map((row) => row.id).sort();
  await tx.db
    .$queryRaw`SELECT id FROM coverage_assignments WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.db.coverageAssignment.findMany({
    where: { id: { in: ids }, status: { in: [...LIVE_COVER] } },
    select: COVER,
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return rows.map(coverOfRow);
}
