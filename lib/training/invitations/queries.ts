import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { dayOfColumn } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";
import { type EntryToWrite, entryIcs, entryMethod } from "./rules";

const ENTRY = {
  id: true,
  sequence: true,
  on: true,
  startMinute: true,
  endMinute: true,
  isCancelled: true,
  changedAt: true,
  enrolment: {
    select: {
      course: { select: { name: true } },
      assistant: { select: { id: true, user: { select: { id: true, name: true, email: true } } } },
      session: {
        select: {
          location: true,
          link: true,
          pool: { select: { timeZone: true } },
          createdBy: { select: { name: true, email: true } },
        },
      },
    },
  },
} as const satisfies Prisma.TrainingEntrySelect;

type Row = Prisma.TrainingEntryGetPayload<{ select: typeof ENTRY }>;

function entryOf({ enrolment, on, ...entry }: Row): EntryToWrite[] {
  const { course, assistant, session } = enrolment;
  if (!session) return [];
  const { name, email } = assistant.user;
  return [
    {
      ...entry,
      on: dayOfColumn(on),
      course: course.name,
      location: [session.location, session.link].filter(Boolean).join(" · "),
      timeZone: session.pool.timeZone,
      organizer: session.createdBy,
      participant: { name, email },
    },
  ];
}

/** The entry that a mail tells its person of; null where a later mail tells of it, or it is another's. */
export async function readEntryOfMail(
  { db }: PublicCtx,
  { id, userId }: { id: string; userId: string },
): Promise<EntryToWrite | null> {
  const row = await db.trainingEntry.findUnique({ where: { mailId: id }, select: ENTRY });
  if (row?.enrolment.assistant.user.id !== userId) return null;
  return entryOf(row)[0] ?? null;
}

/** The dates of the actor's own seat as their calendar has them, in order; an enrolment of somebody else is not found. */
export async function listOwnEntries(
  { db, actor }: Ctx<Assistant>,
  enrolmentId: string,
): Promise<{ id: string; sequence: number; method: "REQUEST" | "CANCEL"; ics: string }[]> {
  const enrolment = await db.enrolment.findUnique({
    where: { id: enrolmentId, assistantId: actor.assistant.id },
    select: { entries: { select: ENTRY, orderBy: { position: "asc" } } },
  });
  if (!enrolment) throw new NotFoundError("enrolment");
  return enrolment.entries.flatMap(entryOf).map((entry) => ({
    id: entry.id,
    sequence: entry.sequence,
    method: entryMethod(entry),
    ics: entryIcs(entry),
  }));
}
