import type { Ctx } from "@/lib/context";
import type { CoverRun } from "@/lib/coverage/demand/rules-runs";
import { notify } from "@/lib/notices/service-notify";
import type { Day } from "@/lib/time/day";
import { halfDayAt, rangeOfIndexes } from "@/lib/time/half-day";

/** Tells everybody concerned of the covers that are to come, as accepting a plan does. */
export async function writeNotices(ctx: Ctx, runs: readonly CoverRun[], monday: Day): Promise<void> {
  const executives = await ctx.db.executive.findMany({
    select: { id: true, userId: true, user: { select: { name: true } } },
  });
  const assistants = await ctx.db.assistant.findMany({
    select: { id: true, userId: true, user: { select: { name: true } } },
  });
  for (const run of runs.filter(({ last }) => halfDayAt(last).on >= monday)) {
    const executive = executives.find(({ id }) => id === run.executiveId);
    const assistant = assistants.find(({ id }) => id === run.assistantId);
    if (!executive || !assistant) continue;
    const range = rangeOfIndexes(run.first, run.last);
    await notify(ctx, [assistant.userId], {
      kind: "cover_assigned",
      params: { executive: executive.user.name, range },
    });
    await notify(ctx, [executive.userId], {
      kind: "support_changed",
      params: { range, assistant: assistant.user.name },
    });
  }
}
