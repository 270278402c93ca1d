import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { matchingNotice } from "@/lib/matching/notices";
import { notify } from "@/lib/notices/service-notify";
import { addDays, dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { daysOfTrial, readTrial, todayOfTrial } from "./queries";
import { momentOpen } from "./rules";

const MOST_AT_ONCE = 500;

/** Asks both of each trial how it goes, once at half time and once before its end; who has said so already isn't asked. */
export async function askAboutTrials(ctx: SystemCtx): Promise<{ asked: number }> {
  const { from, to } = daysOnEarth(ctx.now);
  const going = await ctx.db.trialPairing.findMany({
    where: {
      status: { in: ["agreed", "confirmed"] },
      fromOn: { lte: dayToDate(to) },
      toOn: { gte: dayToDate(addDays(from, -1)) },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: MOST_AT_ONCE,
  });
  let asked = 0;
  for (const { id } of going) if (await askAbout(ctx, id)) asked++;
  return { asked };
}

function askAbout(ctx: SystemCtx, id: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const trial = await readTrial(tx, id);
    const { status, executive, assistant } = trial;
    const today = todayOfTrial(tx, trial);
    const days = daysOfTrial(trial);
    const moment = today <= days.to ? momentOpen({ status, ...days }, today) : null;
    if (!moment) return false;
    const { count } = await tx.db.trialPairing.updateMany({
      where: { id, NOT: { asked: { has: moment } } },
      data: { asked: { push: moment } },
    });
    if (count === 0) return false;
    const said = await tx.db.trialCheckIn.findMany({
      where: { trialId: id, moment },
      select: { side: true },
    });
    const ask = [
      { side: "assistant", to: assistant, other: executive },
      { side: "executive", to: executive, other: assistant },
    ].filter(({ side }) => !said.some((one) => one.side === side));
    await notify(
      tx,
      ...ask.map(({ to, other }) => matchingNotice("trial_check_in", [to.userId], { name: other.user.name })),
    );
    return true;
  });
}
