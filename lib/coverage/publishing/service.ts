import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { releaseCover } from "@/lib/coverage/board/service";
import { ok, type Result, refuse } from "@/lib/result";
import { type PublishedWeek, type PublishRefusal, publishWeek } from "@/lib/schedules/publishing/service";
import { effectsOfPublishing } from "./queries";
import { type CoverDecision, undecidedCovers } from "./rules-decisions";
import type { PublishScheduleInput } from "./schema";

export type PublishedSchedule = PublishedWeek & { gapsOpened: number; gapsClosed: number };

/**
 * Publishes a week and says how many executives' half-days became gaps by it, or stopped being gaps. Refuses while it is not
 * decided of each cover that breaks by it whether it is kept or released; what is released is so with the publication.
 */
export async function publishSchedule(
  ctx: Ctx<Manager>,
  { covers, ...input }: PublishScheduleInput,
): Promise<Result<PublishedSchedule, PublishRefusal | "cover_decision_missing">> {
  const { opened, closed } = await effectsOfPublishing(ctx, input);
  const undecided = undecidedCovers(opened, covers);
  if (undecided.length > 0)
    return refuse("cover_decision_missing", {
      path: "covers",
      details: { count: undecided.length, covers: undecided },
    });
  return inTransaction(ctx, async (tx) => {
    const published = await publishWeek(tx, input);
    if (!published.ok) return published;
    const isDone = published.value.publicationId !== null;
    if (isDone) await releaseBroken(tx, covers);
    return ok({
      ...published.value,
      gapsOpened: isDone ? opened.length : 0,
      gapsClosed: isDone ? closed.length : 0,
    });
  });
}

/** Ends the covers that are released, each in its half-day; one that has ended meanwhile is left. */
export async function releaseBroken(tx: Ctx<Manager>, decisions: readonly CoverDecision[]): Promise<void> {
  for (const { coverId, on, part, decision } of decisions) {
    if (decision === "keep") continue;
    await releaseCover(tx, { id: coverId, stretch: { from: on, fromPart: part, to: on, toPart: part } });
  }
}
