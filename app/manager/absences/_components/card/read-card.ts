import "server-only";
import { requireAbsenceOutlook } from "@/lib/absences/balances/queries-outlook";
import { isAskedFor, LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { getRunningTaps } from "@/lib/coverage/leave-cover/queries-sickness";
import { AbsenceCardInput } from "@/lib/coverage/leave-cover/schema";
import { namesIn } from "@/lib/i18n/locales";
import { listShiftsTouched } from "@/lib/schedules/replacing/queries";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { day } from "@/lib/time/day";

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
    shifts: LIVE_STATUSES.some((one) => one === absence.status) ? await readTouched(ctx, absence) : [],
  };
}

/** The published shifts that an absence touches, each with the names of its roles. */
async function readTouched(ctx: Ctx<Manager>, absence: AbsenceView) {
  const { from, fromPart, to, toPart, startMinute, endMinute } = absence;
  const away = { from: day(from), fromPart, to: day(to), toPart, startMinute, endMinute };
  const shifts = await listShiftsTouched(ctx, absence.assistantId, away);
  const names = shifts.length > 0 ? namesIn(ctx.actor.locale, await listWorkRoles(ctx)) : {};
  return shifts.map((one) => ({
    ...one,
    roles: [...new Set(one.shift.work.map(({ roleId }) => names[roleId] ?? ""))],
  }));
}
