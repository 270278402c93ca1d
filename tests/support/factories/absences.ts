import { RecordAbsenceInput, RequestAbsenceInput } from "@/lib/absences/requests/schema";
import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

type Fields = Record<string, unknown>;

/** A plain request for leave: Monday to Friday of week 34. */
export function makeRequest(overrides: Fields = {}): RequestAbsenceInput {
  return RequestAbsenceInput.parse({
    type: "vacation",
    from: "2026-08-17",
    to: "2026-08-21",
    note: "a private word",
    ...overrides,
  });
}

/** The same week as a manager enters it. */
export function makeRecord(assistantId: string, overrides: Fields = {}): RecordAbsenceInput {
  return RecordAbsenceInput.parse({ ...makeRequest(), assistantId, ...overrides });
}

/** Approved leave in week 34. */
export function createAbsence(
  db: Db,
  overrides: { assistantId: string } & Partial<Prisma.AbsenceUncheckedCreateInput>,
) {
  return db.absence.create({
    data: {
      leaveTypeId: "vacation",
      startOn: new Date("2026-08-17"),
      endOn: new Date("2026-08-21"),
      status: "approved",
      ...overrides,
    },
  });
}

/** For tests that are about something else: no absence opens a gap. */
export async function opensNothing() {
  return [];
}
