import "server-only";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { enterAbsence } from "@/lib/absences/requests/service-create";
import { changeAbsence, lockAbsence } from "@/lib/absences/requests/service-moves";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import type { Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { coverBooking } from "@/lib/coverage/leave-cover/service";
import { LIVE_COVER, type NamedGap } from "@/lib/covers/rules";
import { syncExecutives } from "@/lib/handovers/content/service-sync";
import { ok, type Result, refuse } from "@/lib/result";
import { stretchOfHours } from "@/lib/time/stretch";
import { dayIn, minuteIn } from "@/lib/time/zone";
import type { InterviewRow } from "./queries";
import { askedOf, findPanelTimes } from "./queries-times";
import { interviewEnd } from "./rules";

/** The type of leave that hours on a panel are; its name does not betray an interview. */
const OTHER_DUTY = "other_duty";

/**
 * Books a panel on a time, checked again as it is stored: everybody must still be free, and the executives of assistants are covered
 * meanwhile in the same act. Refuses a time that is no longer free, and one in which an executive would be without cover unless the
 * interview allows that.
 */
export async function bookPanel(
  tx: Ctx<Person>,
  row: InterviewRow,
  startsAt: Date,
): Promise<Result<null, "interview_time_taken">> {
  await freePanel(tx, row);
  const { times } = await findPanelTimes(tx, askedOf(row));
  if (!times.some((time) => time.startsAt === startsAt.toISOString()))
    return refuse("interview_time_taken", { path: "startsAt" });
  await tx.db.interviewPerson.updateMany({
    where: { interviewId: row.id },
    data: { startsAt, endsAt: interviewEnd(startsAt, row.minutes) },
  });
  const assistants = await tx.db.assistant.findMany({
    where: { userId: { in: row.people.map(({ userId }) => userId) } },
    select: { id: true, userId: true, pool: { select: { timeZone: true } } },
    orderBy: { id: "asc" },
  });
  const absenceIds: string[] = [];
  for (const assistant of assistants) {
    const away = await bookHours(tx, row, assistant, startsAt);
    if (!away.ok) return away;
    absenceIds.push(away.value);
    await tx.db.interviewPerson.update({
      where: { interviewId_userId: { interviewId: row.id, userId: assistant.userId } },
      data: { absenceId: away.value },
      select: { userId: true },
    });
  }
  await syncExecutives(tx, await executivesCovered(tx, absenceIds));
  return ok(null);
}

type PanelAssistant = { id: string; pool: { timeZone: string } };

/** Makes the time an absence by the hour of an assistant's, with its cover. */
async function bookHours(
  tx: Ctx<Person>,
  row: InterviewRow,
  { id, pool }: PanelAssistant,
  startsAt: Date,
): Promise<Result<string, "interview_time_taken">> {
  const endsAt = interviewEnd(startsAt, row.minutes);
  const [startMinute, endMinute] = [minuteIn(pool.timeZone, startsAt), minuteIn(pool.timeZone, endsAt)];
  const stretch = stretchOfHours(dayIn(pool.timeZone, startsAt), { startMinute, endMinute });
  const [person, type] = [await requireLeavePerson(tx, id), await requireLeaveType(tx, OTHER_DUTY)];
  const entered = await enterAbsence(tx, { person, type, stretch, note: "", by: "booking" }, async () => []);
  if (!entered.ok) return refuse("interview_time_taken", { path: "startsAt" });
  const isCovered = await coverHours(tx, entered.value.id, row.allowsGaps);
  return isCovered ? ok(entered.value.id) : refuse("interview_time_taken", { path: "startsAt" });
}

/** Covers the hours by the plan's own choice; where that leaves a gap, or doesn't hold, only as far as gaps are allowed. */
async function coverHours(tx: Ctx<Person>, id: string, allowsGaps: boolean): Promise<boolean> {
  const cover = (how: { acceptedGaps: NamedGap[]; covers?: [] }) =>
    inTransaction(tx, (inner) => coverBooking(inner, { id, covers: undefined, ...how }));
  const planned = await cover({ acceptedGaps: [] });
  if (planned.ok || !allowsGaps) return planned.ok;
  if (planned.reason === "gaps_not_accepted") return (await cover({ acceptedGaps: gapsOf(planned) })).ok;
  const open = await cover({ acceptedGaps: [], covers: [] });
  return open.ok || (await cover({ acceptedGaps: gapsOf(open), covers: [] })).ok;
}

function gapsOf({ details }: { details?: Record<string, unknown> }): NamedGap[] {
  return (details?.gaps ?? []) as NamedGap[];
}

/** Gives the hours of a panel back: absences end with their covers and handovers. */
export async function freePanel(tx: Ctx<Person>, { id, people }: InterviewRow): Promise<void> {
  const absenceIds = people.flatMap(({ absenceId }) => absenceId ?? []);
  const executiveIds = await executivesCovered(tx, absenceIds);
  await tx.db.interviewPerson.updateMany({
    where: { interviewId: id },
    data: { startsAt: null, endsAt: null, absenceId: null },
  });
  for (const absenceId of absenceIds) {
    const absence = await lockAbsence(tx, absenceId);
    await changeAbsence(tx, absence, {
      move: "cancel",
      action: "cancelled",
      back: absence.person.name,
      data: { isBooked: false, decidedById: tx.actor.userId, decidedAt: tx.now },
    });
  }
  await syncExecutives(tx, executiveIds);
}

async function executivesCovered({ db }: Ctx<Person>, absenceIds: readonly string[]): Promise<string[]> {
  if (absenceIds.length === 0) return [];
  const rows = await db.coverageAssignment.findMany({
    where: { absenceId: { in: [...absenceIds] }, status: { in: [...LIVE_COVER] } },
    select: { executiveId: true },
    distinct: ["executiveId"],
  });
  return rows.map(({ executiveId }) => executiveId).sort();
}
