import "server-only";
import type { Ctx } from "@/lib/context";
import { type Day, dayToDate } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { cutCover } from "./rules-cuts";
import { changeCovers } from "./service";
import { lockLiveCovers } from "./service-absences";

type PairDays = { executiveId: string; assistantId: string; from: Day; to: Day | null };

/** Ends the covers of an executive by an assistant from one day to another; the rest of each stays. Returns the covers it ended. */
export async function releaseCoversOfPair(
  tx: Ctx,
  { executiveId, assistantId, from, to }: PairDays,
): Promise<string[]> {
  const covers = await lockLiveCovers(tx, {
    executiveId,
    assistantId,
    endOn: { gte: dayToDate(from) },
    ...(to && { startOn: { lte: dayToDate(to) } }),
  });
  const first = halfDayIndex(from, "am");
  const cuts = covers.flatMap((cover) => {
    const last = to ? halfDayIndex(to, "pm") : cover.last;
    return cutCover(cover, [{ first, last }], []) ?? [];
  });
  if (cuts.length === 0) return [];
  return (await changeCovers(tx, { kind: "released", cuts })).releasedIds;
}
