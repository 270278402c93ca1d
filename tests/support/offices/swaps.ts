import { listNotices } from "@/lib/notices/queries";
import { requireShiftRequest } from "@/lib/schedules/swaps/queries";
import { ApproveShiftRequestInput, AskForShiftInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import { acceptShiftRequest } from "@/lib/schedules/swaps/service-answers";
import { approveShiftRequest } from "@/lib/schedules/swaps/service-decisions";
import { addDays } from "@/lib/time/day";
import { createScheduleOffice, MONDAY } from "./schedules";

export const TUESDAY = addDays(MONDAY, 1);

/** The office with a published shift each of the assistant and a colleague, and how one asks to change who has them. */
export async function createSwapOffice() {
  const office = await createScheduleOffice();
  const { id: mine } = await office.drafted();
  const { id: theirs } = await office.drafted({
    ...{ assistantId: office.ids.colleagueId, on: TUESDAY, startMinute: 540, endMinute: 1080 },
  });
  await office.published({ reason: "Agreed" });

  const request = async (id: string) => requireShiftRequest(await office.asManager(), id);

  async function ask(input: Record<string, unknown>) {
    return askForShift(await office.asAssistant(), AskForShiftInput.parse(input));
  }

  async function asked(input: Record<string, unknown>): Promise<string> {
    const answer = await ask(input);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value.id;
  }

  async function approve(id: string, more: Record<string, unknown> = {}) {
    const { version } = await request(id);
    const input = ApproveShiftRequestInput.parse({ id, version, ...more });
    return approveShiftRequest(await office.asManager(), input);
  }

  return {
    ...office,
    mine,
    theirs,
    request,
    ask,
    asked,
    drop: () => asked({ kind: "drop", shiftId: mine }),
    swap: () => asked({ kind: "swap", shiftId: mine, withShiftId: theirs }),
    approve,
    accept: async (id: string) =>
      acceptShiftRequest(await office.asColleague(), { id, version: (await request(id)).version }),
  };
}

export type SwapOffice = Awaited<ReturnType<typeof createSwapOffice>>;

/** The kinds of notice somebody reads. */
export const noticeKindsOf = async (ctx: Parameters<typeof listNotices>[0]) =>
  (await listNotices(ctx)).map(({ kind }) => kind);
