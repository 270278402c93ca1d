import type { Ctx } from "@/lib/context";
import { coverNotice } from "@/lib/covers/notices";
import type { CoverRun } from "@/lib/covers/rules";
import { tellOfBrief } from "@/lib/insight/brief/service";
import { notify } from "@/lib/notices/service-notify";
import type { Day } from "@/lib/time/day";
import { halfDayAt, rangeOfIndexes } from "@/lib/time/half-day";
import { isoWeekOf } from "@/lib/time/iso-week";

/** Tells everybody concerned of the covers that are to come, as accepting a plan does, and managers of their week. */
export async function writeNotices(ctx: Ctx, runs: readonly CoverRun[], monday: Day): Promise<void> {
  const executives = await ctx.db.executive.findMany({
    select: { id: true, userId: true, user: { select: { name: true } } },
  });
  const assistants = await ctx.db.assistant.findMany({
    select: { id: true, userId: true, user: { select: { name: true } } },
  });
  await notify(
    ctx,
    ...runs
      .filter(({ last }) => halfDayAt(last).on >= monday)
      .flatMap((run) => {
        const executive = executives.find(({ id }) => id === run.executiveId);
        const assistant = assistants.find(({ id }) => id === run.assistantId);
        if (!executive || !assistant) return [];
        const range = rangeOfIndexes(run.first, run.last);
        return [
          coverNotice("cover_assigned", [assistant.userId], { executive: executive.user.name, range }),
          coverNotice("support_changed", [executive.userId], { range, assistant: assistant.user.name }),
        ];
      }),
  );
  const managers = await ctx.db.poolManager.findMany({ select: { userId: true }, distinct: ["userId"] });
  const week = isoWeekOf(monday);
  await tellOfBrief(
    ctx,
    managers.map(({ userId }) => ({ userId, week })),
  );
}
