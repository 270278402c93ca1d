import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { ok, type Result } from "@/lib/result";
import type { PublishWeekInput } from "@/lib/schedules/publishing/schema";
import { type PublishedWeek, type PublishRefusal, publishWeek } from "@/lib/schedules/publishing/service";
import { effectsOfPublishing } from "./queries";

/** Publishes a week and says how many executives' half-days became gaps by it, or stopped being gaps. */
export async function publishSchedule(
  ctx: Ctx<Manager>,
  input: PublishWeekInput,
): Promise<Result<PublishedWeek & { gapsOpened: number; gapsClosed: number }, PublishRefusal>> {
  const { opened, closed } = await effectsOfPublishing(ctx, input);
  const published = await publishWeek(ctx, input);
  if (!published.ok) return published;
  const isDone = published.value.publicationId !== null;
  return ok({
    ...published.value,
    gapsOpened: isDone ? opened.length : 0,
    gapsClosed: isDone ? closed.length : 0,
  });
}
