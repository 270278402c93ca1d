import "server-only";
import { absenceNotice } from "@/lib/absences/notices";
import { endingMove } from "@/lib/absences/requests/rules";
import { LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import { noticeRange } from "@/lib/absences/requests/service-create";
import { changeAbsence, lockAbsence } from "@/lib/absences/requests/service-moves";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, dayOfColumn } from "@/lib/time/day";
import { restFrom, withoutStretch } from "@/lib/time/stretch";
import type { LeaverInput, LeaverView } from "./schema";

const MOST = 500;

type AfterRow = { id: string; assistantId: string; name: string; leavesOn: Date; startOn: Date; endOn: Date };

/** Live leave that lies after somebody's last day, in the manager's pools. */
export async function listLeavers(ctx: Ctx<Manager>): Promise<LeaverView[]> {
  const rows = await ctx.db.$queryRaw<AfterRow[]>`
    SELECT a.id, a.assistant_id AS "assistantId", u.name, s.leaves_on AS "leavesOn",
      a.start_on AS "startOn", a.end_on AS "endOn"
    FROM absences a JOIN assistants s ON s.id = a.assistant_id JOIN users u ON u.id = s.user_id
    WHERE s.pool_id = ANY(${[...ctx.actor.managedPoolIds]}::uuid[]) AND s.leaves_on IS NOT NULL
      AND NOT a.is_booked AND a.end_on > s.leaves_on AND a.status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested')
    ORDER BY lower(u.name), a.assistant_id, a.start_on LIMIT ${MOST}`;
  const leavers = new Map<string, LeaverView>();
  for (const { id, assistantId, name, leavesOn, startOn, endOn } of rows) {
    const leaver = leavers.get(assistantId) ?? {
      assistantId,
      name,
      leavesOn: dayOfColumn(leavesOn),
      absences: [],
    };
    leaver.absences.push({ id, from: dayOfColumn(startOn), to: dayOfColumn(endOn) });
    leavers.set(assistantId, leaver);
  }
  return [...leavers.values()];
}

/** Cancels what a leaver has booked after their last day, and withdraws what they asked for; leave across it is shortened. */
export async function cancelLeaveAfterLeaving(
  ctx: Ctx<Manager>,
  { assistantId }: LeaverInput,
): Promise<Result<{ absenceIds: string[] }, "not_leaving" | "own_absence">> {
  return inTransaction(ctx, async (tx) => {
    const assistant = await tx.db.assistant.findUnique({
      where: { id: assistantId },
      select: { poolId: true, userId: true, leavesOn: true },
    });
    if (!assistant || !canManagePool(tx.actor, assistant.poolId)) throw new NotFoundError("assistant");
    if (assistant.userId === tx.actor.userId) return refuse("own_absence");
    if (!assistant.leavesOn) return refuse("not_leaving");
    const after = addDays(dayOfColumn(assistant.leavesOn), 1);
    const rows = await tx.db.absence.findMany({
      where: {
        assistantId,
        isBooked: false,
        status: { in: [...LIVE_STATUSES] },
        endOn: { gt: assistant.leavesOn },
      },
      select: { id: true },
      orderBy: { startOn: "asc" },
    });
    for (const { id } of rows) await endAt(tx, id, after);
    return ok({ absenceIds: rows.map((row) => row.id) });
  });
}

async function endAt(tx: Ctx<Manager>, id: string, after: ReturnType<typeof addDays>): Promise<void> {
  const absence = await lockAbsence(tx, id);
  const { stretch, person } = absence;
  const gone = restFrom(stretch, { on: after, part: "am" }) ?? stretch;
  const [kept] = withoutStretch(stretch, gone);
  const status = await changeAbsence(tx, absence, {
    move: kept ? "change_days" : endingMove(absence.status),
    action: kept ? "shortened" : "cancelled_on_leaving",
    stretch: kept ?? stretch,
  });
  const params = { absenceId: id, status, range: noticeRange(kept ?? stretch) };
  await notify(tx, absenceNotice("absence_decided", [person.userId], params));
}
