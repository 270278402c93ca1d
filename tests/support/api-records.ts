import { createLeaveOffice } from "./absences";
import { testDb } from "./database";

/** The office with a record of every kind the API speaks of: leave that waits, and a request its assistant has. */
export async function createApiOffice() {
  const office = await createLeaveOffice();
  const { assistantId, executiveId } = office.ids;
  const { id: absenceId } = await testDb().absence.create({
    data: {
      assistantId,
      leaveTypeId: "vacation",
      startOn: new Date("2027-03-01"),
      endOn: new Date("2027-03-05"),
      status: "requested",
    },
    select: { id: true },
  });
  const { id: requestId } = await testDb().supportRequest.create({
    data: {
      executiveId,
      assigneeId: assistantId,
      summary: "Book a table",
      status: "assigned",
      createdById: office.executive.userId,
    },
    select: { id: true },
  });
  const { id: offerId } = await testDb().coverageAssignment.create({
    data: {
      executiveId,
      assistantId,
      startOn: new Date("2027-04-01"),
      startPart: "am",
      endOn: new Date("2027-04-01"),
      endPart: "pm",
      status: "offered",
      offerExpiresAt: new Date("2099-12-31"),
    },
    select: { id: true },
  });
  return { ...office, ids: { ...office.ids, absenceId, requestId, offerId } };
}

export type ApiOffice = Awaited<ReturnType<typeof createApiOffice>>;
