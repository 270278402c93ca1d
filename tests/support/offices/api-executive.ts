import { testDb } from "../database";
import { createHandover } from "../factories/handovers";
import type { LeaveOffice } from "./leave";

/** A section, a routine and a date of an executive. */
export async function createExecutiveRecords(executiveId: string, changedById: string) {
  const section = await testDb().executiveProfileSection.create({
    data: { executiveId, changedById, category: "travel", body: "Aisle seat." },
  });
  const recurring = await testDb().recurringDuty.create({
    data: { executiveId, text: "Print the agenda", weekdays: [1] },
  });
  const date = await testDb().dateToKnow.create({
    data: { executiveId, on: new Date("2099-08-20"), text: "Board dinner" },
  });
  return { sectionId: section.id, routineId: recurring.id, dateId: date.id };
}

/** A draft for the colleague who covers, with an item, an open question and an access. */
export async function createColleaguesHandover(office: LeaveOffice) {
  const { executiveId, assistantId, colleagueId } = office.ids;
  const { id, items, questions, access } = await createHandover(testDb(), {
    executiveId,
    ownerId: assistantId,
    coverAssistantId: colleagueId,
    fromOn: new Date("2099-03-02"),
    toOn: new Date("2099-03-06"),
    items: { create: { kind: "watch", text: "The budget", createdById: office.assistant.userId } },
    questions: { create: { text: "Who is Bo?", askedById: office.colleague.userId } },
    access: { create: { kind: "mailbox", position: 0 } },
  });
  return {
    handoverId: id,
    itemId: items[0]?.id ?? "",
    questionId: questions[0]?.id ?? "",
    accessId: access[0]?.id ?? "",
  };
}
