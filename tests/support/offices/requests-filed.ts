import { SetServiceLevelsInput } from "@/lib/requests/levels/schema";
import { setServiceLevels } from "@/lib/requests/levels/service";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createCover } from "@/tests/support/factories/covers";
import { createLeaveOffice } from "./leave";

/** An office whose executive files requests, with the ways to act in it, to cover its assistant and to promise something. */
export async function createRequestOffice() {
  const office = await createLeaveOffice();
  const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
  const manager = (now?: Date) => asManagerOf(office.manager.userId, now);

  async function filed(overrides: object = {}, now = MONDAY_MORNING): Promise<string> {
    const input = FileSupportRequestInput.parse({ summary: "Book the Oslo trip", ...overrides });
    const answer = await fileSupportRequest(await executive(now), input);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value.id;
  }

  async function coveredOn(on: string) {
    const { assistantId, colleagueId, executiveId } = office.ids;
    const day = new Date(on);
    const { id: absenceId } = await testDb().absence.create({
      data: { assistantId, leaveTypeId: "vacation", startOn: day, endOn: day, status: "approved" },
    });
    const cover = { executiveId, assistantId: colleagueId, absenceId, startOn: day, endOn: day };
    await createCover(testDb(), cover);
  }

  async function promiseEverything() {
    const any = { typeId: null, priority: null, tier: null };
    const levels = [{ ...any, answerMinutes: 60, resolveMinutes: 240 }];
    await setServiceLevels(await manager(), SetServiceLevelsInput.parse({ id: office.ids.pool, levels }));
  }

  return {
    ...office,
    asTheExecutive: executive,
    asTheAssistant: (now?: Date) => asAssistantOf(office.assistant.userId, now),
    asTheColleague: (now?: Date) => asAssistantOf(office.colleague.userId, now),
    asTheManager: manager,
    filed,
    coveredOn,
    promiseEverything,
  };
}

export type RequestOffice = Awaited<ReturnType<typeof createRequestOffice>>;
