import "server-only";
import type { GapsOpened } from "@/lib/absences/requests/queries-checks";
import type {
  EndAbsenceInput,
  RecordAbsenceInput,
  ReportSicknessInput,
} from "@/lib/absences/requests/schema";
import { recordAbsence } from "@/lib/absences/requests/service";
import { interruptBooking } from "@/lib/absences/requests/service-interruption";
import { prolongAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { passOnCovers } from "@/lib/covers/service-absences";
import { lockRow } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import type { Result } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
import { readEnrolment } from "@/lib/training/enrolments/queries-rows";
import { giveSeatsBack } from "@/lib/training/enrolments/service-leavers";
import { lockSession } from "@/lib/training/sessions/queries-rows";
import { missDate } from "./service";

/** More courses than these are in nobody's way at once. */
const MOST_IN_THE_WAY = 10;

/** Reports sickness of one's own; a course that has not begun is given back, and dates of one under way are missed. */
export function reportSicknessAndSeats(
  ctx: Ctx<Assistant>,
  input: ReportSicknessInput,
  gapsOpened: GapsOpened,
): ReturnType<typeof reportSickness> {
  return makingWay(ctx, ctx.actor.assistant.id, (tx) => reportSickness(tx, input, gapsOpened));
}

/** Enters an absence for an assistant; courses make way for sickness, as when they report it themselves. */
export async function recordAbsenceAndSeats(
  ctx: Ctx<Manager>,
  input: RecordAbsenceInput,
  gapsOpened: GapsOpened,
): ReturnType<typeof recordAbsence> {
  const type = await ctx.db.leaveType.findUnique({
    where: { id: input.type },
    select: { interruptsLeave: true },
  });
  const record = (tx: Ctx<Manager>) => recordAbsence(tx, input, gapsOpened);
  return type?.interruptsLeave ? makingWay(ctx, input.assistantId, record) : record(ctx);
}

/** Makes an absence last longer; courses make way for sickness. */
export async function prolongAbsenceAndSeats(
  ctx: Ctx<Person>,
  input: EndAbsenceInput,
  gapsOpened: GapsOpened,
): ReturnType<typeof prolongAbsence> {
  const row = await ctx.db.absence.findUnique({
    where: { id: input.id },
    select: { assistantId: true, leaveType: { select: { interruptsLeave: true } } },
  });
  const prolong = (tx: Ctx<Person>) => prolongAbsence(tx, input, gapsOpened);
  return row?.leaveType.interruptsLeave ? makingWay(ctx, row.assistantId, prolong) : prolong(ctx);
}

/** Writes sickness; while booked courses are in its way they are given back or missed, and their cover becomes the sickness's. */
function makingWay<A extends Person, V extends { id: string }, R extends RefusalReason>(
  ctx: Ctx<A>,
  assistantId: string,
  write: (tx: Ctx<A>) => Promise<Result<V, R>>,
): Promise<Result<V, R>> {
  return inTransaction(ctx, async (tx) => {
    const attempt = () => inTransaction(tx, write);
    const missed: string[] = [];
    let answer = await attempt();
    for (let i = 0; i < MOST_IN_THE_WAY && !answer.ok && answer.reason === "overlaps_booking"; i++) {
      const { from, to } = answer.details as { from: Day; to: Day };
      await giveSeatsBack(tx, { assistantIds: [assistantId], from, to });
      missed.push(...(await missDates(tx, assistantId, { from, to })));
      answer = await attempt();
    }
    if (answer.ok && missed.length > 0) await passOn(tx, missed, answer.value.id);
    return answer;
  });
}

/** Marks the dates of running courses on some days as missed, and ends the absences they were. Answers those. */
async function missDates(
  tx: Ctx<Person>,
  assistantId: string,
  { from, to }: { from: Day; to: Day },
): Promise<string[]> {
  const links = await tx.db.trainingAbsence.findMany({
    where: {
      enrolment: { assistantId, status: "booked" },
      sessionDate: { on: { gte: dayToDate(from), lte: dayToDate(to) } },
    },
    orderBy: { absenceId: "asc" },
  });
  const ended: string[] = [];
  for (const { enrolmentId, sessionDateId, absenceId } of links) {
    const { sessionId } = await readEnrolment(tx, enrolmentId);
    if (!sessionId) continue;
    const session = await lockSession(tx, sessionId);
    if (!session.beginsAt || session.beginsAt > tx.now) continue;
    await lockRow(tx, "enrolments", enrolmentId);
    await tx.db.trainingAbsence.deleteMany({ where: { enrolmentId, sessionDateId } });
    await interruptBooking(tx, absenceId);
    await missDate(tx, await readEnrolment(tx, enrolmentId), session, sessionDateId);
    ended.push(absenceId);
  }
  return ended;
}

async function passOn(tx: Ctx, missed: readonly string[], id: string): Promise<void> {
  const sickness = await tx.db.absence.findUniqueOrThrow({ where: { id } });
  const over = missed.map((one) => ({ id: one, isOver: true }));
  await passOnCovers(tx, over, id, stretchOfColumns(sickness));
}
