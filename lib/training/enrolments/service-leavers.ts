import "server-only";
import type { Manager, Person } from "@/lib/actor";
import type { ChangeAssistantInput } from "@/lib/assistants/schema";
import { changeAssistant } from "@/lib/assistants/service";
import { type Ctx, inTransaction } from "@/lib/context";
import { addDays, type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { lockSession } from "@/lib/training/sessions/queries-rows";
import { giveTrainingBack } from "@/lib/training/trainers/service";
import { listEnrolmentRows, readEnrolment } from "./queries-rows";
import { LIVE_ENROLMENT } from "./rules-statuses";
import { endSeat } from "./service-ending";
import { fillSeats } from "./service-seats";

type Days = { assistantIds: readonly string[]; from: Day; to?: Day };

/** Gives back the seats of people in sessions with a date within some days that have not begun; the next in line move up. */
export async function giveSeatsBack(tx: Ctx<Person>, { assistantIds, from, to }: Days): Promise<void> {
  await giveTrainingBack(tx, { assistantIds, from, ...(to && { to }) });
  const on = { gte: dayToDate(from), ...(to && { lte: dayToDate(to) }) };
  const enrolments = await listEnrolmentRows(tx, {
    assistantId: { in: [...assistantIds] },
    status: { in: [...LIVE_ENROLMENT] },
    session: { status: "open", dates: { some: { on } } },
  });
  for (const { id, sessionId } of enrolments) {
    if (!sessionId) continue;
    const { beginsAt } = await lockSession(tx, sessionId);
    if (beginsAt && beginsAt <= tx.now) continue;
    await endSeat(tx, await readEnrolment(tx, id));
    await fillSeats(tx, sessionId);
  }
}

/** Gives back what people who leave have booked or wait for after their last day. */
export async function giveSeatsBackOnLeaving(
  tx: Ctx<Person>,
  assistantIds: readonly string[],
): Promise<void> {
  const leavers = await tx.db.assistant.findMany({
    where: {
      id: { in: [...assistantIds] },
      leavesOn: { not: null },
      OR: [
        { enrolments: { some: { status: { in: [...LIVE_ENROLMENT] }, sessionId: { not: null } } } },
        { sessionsHeld: { some: { status: "open" } } },
      ],
    },
    select: { id: true, leavesOn: true },
    orderBy: { id: "asc" },
  });
  for (const { id, leavesOn } of leavers)
    if (leavesOn) await giveSeatsBack(tx, { assistantIds: [id], from: addDays(dayOfColumn(leavesOn), 1) });
}

/** Changes an assistant; who leaves gives back their seats after the last day, and the next in line move up. */
export function changeAssistantAndSeats(
  ctx: Ctx<Manager>,
  input: ChangeAssistantInput,
): ReturnType<typeof changeAssistant> {
  return inTransaction(ctx, async (tx) => {
    const changed = await changeAssistant(tx, input);
    if (changed.ok) await giveSeatsBackOnLeaving(tx, [input.id]);
    return changed;
  });
}
