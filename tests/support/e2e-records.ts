import { type Day, dayToDate, weekdayOf } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { instantIn } from "@/lib/time/zone";
import { e2eDb } from "./e2e-database";
import type { OfficePerson } from "./e2e-office";
import { createRequest } from "./factories/requests";
import { createCourse, createTrainingSession } from "./factories/training";

type Stretch = { from: Day; to?: Day; hours?: Hours };

type AbsenceParts = Stretch & { type?: string; status?: "requested" | "approved" };

function columnsOf({ from, to = from, hours }: Stretch) {
  return {
    startOn: dayToDate(from),
    endOn: dayToDate(to),
    startPart: hours && hours.startMinute >= 12 * 60 ? ("pm" as const) : ("am" as const),
    endPart: hours && hours.endMinute <= 12 * 60 ? ("am" as const) : ("pm" as const),
    startMinute: hours?.startMinute ?? null,
    endMinute: hours?.endMinute ?? null,
  };
}

/** An absence of a person, as leave that was asked for unless told otherwise. */
export async function addAbsence(person: OfficePerson, parts: AbsenceParts): Promise<string> {
  const { type = "vacation", status = "requested" } = parts;
  const stretch = columnsOf(parts);
  const { id } = await e2eDb().absence.create({
    data: {
      assistantId: person.id,
      leaveTypeId: type,
      status,
      ...stretch,
      steps: { create: { at: new Date(), actorId: person.userId, action: "requested", status, ...stretch } },
    },
    select: { id: true },
  });
  return id;
}

type CoverParts = Stretch & { absenceId?: string; status?: "confirmed" | "completed" };

/** A cover that was agreed, or is over. */
export async function addCover(
  executive: OfficePerson,
  assistant: OfficePerson,
  { absenceId, status = "confirmed", ...stretch }: CoverParts,
): Promise<string> {
  const { id } = await e2eDb().coverageAssignment.create({
    data: {
      executiveId: executive.id,
      assistantId: assistant.id,
      absenceId: absenceId ?? null,
      status,
      ...columnsOf(stretch),
    },
    select: { id: true },
  });
  return id;
}

/** Lets a cover begin on an earlier day, as if the days had passed. */
export async function beginCover(coverId: string, on: Day): Promise<void> {
  await e2eDb().coverageAssignment.update({
    where: { id: coverId },
    data: { startOn: dayToDate(on) },
  });
}

/** A day somebody has covered, as the ledger keeps it. */
export async function addServedCover(
  executive: OfficePerson,
  assistant: OfficePerson,
  on: Day,
): Promise<void> {
  const coverageAssignmentId = await addCover(executive, assistant, { from: on, status: "completed" });
  const entry = { assistantId: assistant.id, executiveId: executive.id, on: dayToDate(on), minutes: 60 };
  const figures = { coverageAssignmentId, isFriday: weekdayOf(on) === 5, isDifficult: false };
  await e2eDb().coverLedgerEntry.createMany({
    data: [
      { ...entry, ...figures, part: "am" },
      { ...entry, ...figures, part: "pm" },
    ],
  });
}

/** A handover that the cover has to read, with a question nobody has answered. */
export async function addAskedHandover(
  executive: OfficePerson,
  { owner, cover, on }: { owner: OfficePerson; cover: OfficePerson; on: Day },
): Promise<void> {
  await addCover(executive, cover, { from: on });
  await e2eDb().handover.create({
    data: {
      executiveId: executive.id,
      ownerId: owner.id,
      coverAssistantId: cover.id,
      fromOn: dayToDate(on),
      fromPart: "am",
      toOn: dayToDate(on),
      toPart: "pm",
      status: "ready",
      questions: { create: { text: "Where is the key?", askedById: cover.userId } },
    },
    select: { id: true },
  });
}

/** Lets a manager lead another pool too. */
export async function leadAlso(manager: OfficePerson, { poolId }: { poolId: string }): Promise<void> {
  await e2eDb().poolManager.create({ data: { poolId, userId: manager.userId } });
}

type SessionParts = {
  poolId: string;
  manager: OfficePerson;
  on: Day;
  capacity: number;
  grants?: { dutyId: string; level: number };
};

/** A session of a course of the test's own, from nine to twelve on one day. */
export async function addTrainingSession({
  poolId,
  manager,
  on,
  capacity,
  grants,
}: SessionParts): Promise<{ id: string; courseId: string; course: string }> {
  const db = e2eDb();
  await db.leaveType.upsert({
    where: { id: "training" },
    create: { id: "training", nameEn: "Training", nameSv: "Utbildning" },
    update: {},
  });
  const name = `Course of ${manager.name}, ${on}`;
  const { id: courseId } = await createCourse(db, { name, ...(grants && { grants: { create: grants } }) });
  const dates = [{ on, startMinute: 540, endMinute: 720 }];
  const { id } = await createTrainingSession(db, {
    ...{ courseId, poolId, createdById: manager.userId, capacity, dates },
  });
  return { id, courseId, course: name };
}

/** Gives somebody a seat in a session that was held, with the absence it was; attendance is not marked yet. */
export async function addHeldSeat(
  { id: sessionId, courseId }: { id: string; courseId: string },
  { id: assistantId }: OfficePerson,
): Promise<void> {
  await e2eDb().$transaction(async (tx) => {
    const date = await tx.trainingSessionDate.findFirstOrThrow({ where: { sessionId } });
    const { on, startMinute, endMinute } = date;
    const absence = await tx.absence.create({
      data: {
        ...{ assistantId, leaveTypeId: "training", status: "approved", isBooked: true },
        ...{ startOn: on, endOn: on, startMinute, endMinute, startPart: "am", endPart: "am" },
      },
    });
    const enrolment = await tx.enrolment.create({
      data: { courseId, sessionId, assistantId, status: "booked" },
    });
    await tx.trainingAbsence.create({
      data: { enrolmentId: enrolment.id, sessionDateId: date.id, absenceId: absence.id },
    });
  });
}

/** Letters that wait for an executive's approval, one a subject. */
export async function addLettersToApprove(
  executive: OfficePerson,
  writer: OfficePerson,
  subjects: readonly string[],
): Promise<void> {
  const db = e2eDb();
  const now = new Date();
  const words = {
    body: "Dear Ms Žižka,\n\nThank you.",
    values: {},
    writtenById: writer.userId,
    writtenAt: now,
  };
  for (const subject of subjects) {
    const request = await createRequest(db, {
      ...{ executiveId: executive.id, createdById: executive.userId, summary: subject },
      ...{ assigneeId: writer.id, heldBecause: "own", status: "in_progress" },
    });
    await db.letter.create({
      data: {
        ...{ requestId: request.id, language: "en", status: "for_approval", createdById: writer.userId },
        ...{ createdAt: now, updatedAt: now, versions: { create: { number: 1, subject, ...words } } },
      },
    });
  }
}

/** A meeting whose times are asked about, with one person from outside; its id is what their link is signed for. */
export async function addPoll(
  executive: OfficePerson,
  arranger: OfficePerson,
  { title, on, timeZone }: { title: string; on: Day; timeZone: string },
): Promise<{ voterId: string }> {
  const db = e2eDb();
  const now = new Date();
  const request = await createRequest(db, {
    ...{ executiveId: executive.id, createdById: executive.userId, summary: title },
    ...{ assigneeId: arranger.id, heldBecause: "own", status: "in_progress" },
  });
  const { people } = await db.officeMeeting.create({
    data: {
      ...{ requestId: request.id, title, minutes: 60, timeZone, uid: `${request.id}@e2e`, status: "polling" },
      ...{ fromOn: dayToDate(on), toOn: dayToDate(on), createdById: arranger.userId },
      ...{ createdAt: now, updatedAt: now },
      people: { create: { name: "Petra Sund", email: "petra@bank.example", isRequired: false } },
      options: { create: [{ startsAt: instantIn(timeZone, on, 15 * 60) }] },
    },
    select: { people: { select: { id: true } } },
  });
  return { voterId: people[0]?.id ?? "" };
}
