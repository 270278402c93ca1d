import { RecordAbsenceInput, RequestAbsenceInput } from "@/lib/absences/requests/schema";
import type { CoverageStatus } from "@/prisma/generated/client/enums";
import { createOffice } from "./api-office";
import { testDb } from "./database";

/** The office of the API tests, with leave types and an executive of the colleague's. */
export async function createLeaveOffice() {
  const office = await createOffice();
  await testDb().leaveType.createMany({
    data: [
      { id: "vacation", nameEn: "Annual leave", nameSv: "Semester" },
      { id: "sick", nameEn: "Sick", nameSv: "Sjuk", isReported: true },
    ],
  });
  return office;
}

/** A plain request for leave: Monday to Friday of week 34. */
export function makeRequest(overrides: Record<string, unknown> = {}): RequestAbsenceInput {
  return RequestAbsenceInput.parse({
    type: "vacation",
    from: "2026-08-17",
    to: "2026-08-21",
    note: "a private word",
    ...overrides,
  });
}

export function makeRecord(assistantId: string, overrides: Record<string, unknown> = {}): RecordAbsenceInput {
  return RecordAbsenceInput.parse({ ...makeRequest(), assistantId, ...overrides });
}

type CoverOverrides = {
  absenceId?: string;
  startOn?: string;
  endOn?: string;
  status?: CoverageStatus;
  pinned?: boolean;
};

/** A confirmed cover for whole days, week 34 unless told otherwise. */
export function createCover(executiveId: string, assistantId: string, overrides: CoverOverrides = {}) {
  const { startOn = "2026-08-17", endOn = "2026-08-21", status = "confirmed", ...rest } = overrides;
  return testDb().coverageAssignment.create({
    data: {
      executiveId,
      assistantId,
      startOn: new Date(startOn),
      startPart: "am",
      endOn: new Date(endOn),
      endPart: "pm",
      status,
      ...rest,
    },
  });
}
