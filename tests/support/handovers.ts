import { AddProfileSectionInput, AddRecurringDutyInput } from "@/lib/executives/schema-profile";
import { openHandovers } from "@/lib/handovers/service-open";
import { createCover, createLeaveOffice } from "./absences";
import { MONDAY_MORNING } from "./contexts";
import { testDb } from "./database";

/** The context of a job at an instant. */
export function asSystem(now = MONDAY_MORNING) {
  return { actor: null, db: testDb(), now };
}

/** What somebody writes in a profile. */
export function makeSection(executiveId: string, overrides: Record<string, unknown> = {}) {
  return AddProfileSectionInput.parse({
    executiveId,
    category: "calendar",
    title: "Mornings",
    body: "No meetings before nine.",
    ...overrides,
  });
}

export function makeRecurring(executiveId: string, overrides: Record<string, unknown> = {}) {
  return AddRecurringDutyInput.parse({ executiveId, text: "Print the agenda", weekdays: [1], ...overrides });
}

/** The office in the week before the assistant's leave of week 34, which the colleague covers: a draft has been written. */
export async function createHandoverOffice(now = new Date("2026-08-10T07:00:00Z")) {
  const office = await createLeaveOffice();
  const { assistantId, colleagueId, executiveId } = office.ids;
  const db = testDb();
  await db.coverageAssignment.deleteMany();
  const { id: absenceId } = await db.absence.create({
    data: {
      assistantId,
      leaveTypeId: "vacation",
      startOn: new Date("2026-08-17"),
      endOn: new Date("2026-08-21"),
      status: "approved",
    },
  });
  const cover = await createCover(executiveId, colleagueId, { absenceId });
  await openHandovers(asSystem(now));
  const handover = await db.handover.findFirstOrThrow({ where: { executiveId } });
  const access = await db.accessChecklistItem.findFirstOrThrow({ where: { handoverId: handover.id } });
  return {
    ...office,
    ids: { ...office.ids, absenceId, coverId: cover.id, handoverId: handover.id, accessId: access.id },
  };
}

export type HandoverOffice = Awaited<ReturnType<typeof createHandoverOffice>>;
