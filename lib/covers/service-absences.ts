import "server-only";
import type { Ctx } from "@/lib/context";
import { dayToDate } from "@/lib/time/day";
import { type HalfDayRange, type HalfDaySpan, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";
import { daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { COVER, coverOfRow } from "./queries";
import { type CoverRecord, LIVE_COVER } from "./rules";
import { cutCover } from "./rules-cuts";
import { columnsOfSpan, type HourlyRange, spanOfRange } from "./rules-extent";
import { changeCovers, partCovers } from "./service";
import { type AbsenceLeft, passOnGaps } from "./service-gaps";

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
 * Ends the covers for absences on the days that are not left of each, from today on: what was covered was covered. `back` is the name of the own assistant who is there
 * instead. Returns the covers it ended.
 */
export async function releaseCoversOutside(
  tx: Ctx,
  absences: readonly AbsenceLeft[],
  back: string | null = null,
): Promise<string[]> {
  const leftOf = new Map(absences.map(({ id, left }) => [id, left]));
  const today = daysOnEarth(tx.now).from;
  const covers = await lockLiveCovers(tx, {
    absenceId: { in: [...leftOf.keys()] },
    endOn: { gte: dayToDate(today) },
  });
  const cuts = covers.flatMap((cover) => {
    const left = leftOf.get(cover.absenceId ?? "");
    const coming = { ...cover, first: Math.max(cover.first, halfDayIndex(today, "am")) };
    return cutCover(cover, spansOutside(coming, left ? rangeIndexes(left) : null), []) ?? [];
  });
  if (cuts.length === 0) return [];
  return (await changeCovers(tx, { kind: "absence_over", cuts, back })).releasedIds;
}

function spansOutside({ first, last }: HalfDaySpan, kept: HalfDaySpan | null): HalfDaySpan[] {
  if (!kept) return [{ first, last }];
  const before = { first, last: Math.min(last, kept.first - 1) };
  const after = { first: Math.max(first, kept.last + 1), last };
  return [before, after].filter((span) => span.first <= span.last);
}

/**
 * Lets covers and accepted gaps of absences stand for another one that came in their place: all of an absence that is over,
 * else those within some days. A cover across the first or last of these days is parted there.
 */
export async function passOnCovers(
  tx: Ctx,
  interrupted: readonly { id: string; isOver: boolean }[],
  absenceId: string,
  within: HalfDayRange,
): Promise<void> {
  if (interrupted.length === 0) return;
  const ids = interrupted.map((one) => one.id);
  const over = new Set(interrupted.filter((one) => one.isOver).map((one) => one.id));
  const span = rangeIndexes(within);
  const isOfOver = (cover: CoverRecord) => over.has(cover.absenceId ?? "");
  const cuts = (await lockLiveCovers(tx, { absenceId: { in: ids } }))
    .filter((cover) => !isOfOver(cover))
    .flatMap((cover) => cutCover(cover, [span], []) ?? []);
  await partCovers(
    tx,
    cuts.filter((cut) => cut.kept.length > 0),
  );
  const passed = (await lockLiveCovers(tx, { absenceId: { in: ids } })).filter(
    (cover) => isOfOver(cover) || (span.first <= cover.first && cover.last <= span.last),
  );
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: passed.map((cover) => cover.id) } },
    data: { absenceId },
  });
  await passOnGaps(tx, ids, absenceId, within);
}

/** Reads covers that stand and keeps them from being changed until the transaction ends. */
export async function lockLiveCovers(tx: Ctx, where: Prisma.CoverageAssignmentWhereInput) {
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
