import "server-only";
import { requireAbsenceOutlook } from "@/lib/absences/balances/queries-outlook";
import { isAskedFor } from "@/lib/absences/requests/rules-statuses";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { getRunningTaps } from "@/lib/coverage/leave-cover/queries-sickness";
import { AbsenceCardInput } from "@/lib/coverage/leave-cover/schema";

export type ReadCard = Awaited<ReturnType<typeof readCard>>;

/** All that is shown of one absence, on its page and beside the list. */
export async function readCard(ctx: Ctx<Manager>, id: string, picked: readonly string[]) {
  const asked = AbsenceCardInput.safeParse({ id, picks: picked });
  const picks = asked.success ? asked.data.picks : [];
  const card = await requireAbsenceCard(ctx, { id, picks });
  const { absence } = card;
  const isOwn = absence.assistantId === ctx.actor.assistant?.id;
  return {
    card,
    picks,
    isOwn,
    outlook: isAskedFor(absence.status) ? await requireAbsenceOutlook(ctx, id) : null,
    taps: isOwn ? [] : await getRunningTaps(ctx, absence),
  };
}
