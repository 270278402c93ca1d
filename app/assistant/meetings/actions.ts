"use server";
import { z } from "zod";
import type { Assistant } from "@/lib/actor";
import { requireAssistant } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import {
  AddArrangementFromPage,
  RemoveArrangementInput,
  TickArrangementInput,
} from "@/lib/meetings/arrangements/schema";
import {
  addMeetingArrangement,
  removeArrangement,
  tickArrangement,
} from "@/lib/meetings/arrangements/service";
import { BusyOfPersonInput } from "@/lib/meetings/busy/schema";
import { keepBusyTimesOf } from "@/lib/meetings/busy/service";
import { changePeople } from "@/lib/meetings/people/service";
import {
  ArrangeMeetingInput,
  CancelMeetingInput,
  ChangeMeetingInput,
  ChangePeopleInput,
  ChooseTimesInput,
  ConfirmMeetingInput,
} from "@/lib/meetings/schema";
import { arrangeMeeting } from "@/lib/meetings/service";
import { cancelMeeting, changeMeeting, chooseTimes, confirmMeeting } from "@/lib/meetings/service-moves";
import { refuse } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";

/** A form hands in a file; the verb takes its text. */
const BusyFile = BusyOfPersonInput.omit({ calendar: true }).extend({ file: z.instanceof(File) });

async function keepFile(ctx: Ctx<Assistant>, { file, ...whose }: z.output<typeof BusyFile>) {
  const input = BusyOfPersonInput.safeParse({ ...whose, calendar: await file.text() });
  return input.success ? keepBusyTimesOf(ctx, input.data) : refuse("busy_calendar_unreadable");
}

const ARRANGED = { revalidate: ["/assistant/meetings"] };

export const arrange = formAction(requireAssistant, ArrangeMeetingInput, arrangeMeeting, {
  ...ARRANGED,
  redirectTo: ({ id }) => `/assistant/meetings/${id}`,
});
export const choose = formAction(requireAssistant, ChooseTimesInput, chooseTimes, ARRANGED);
export const change = formAction(requireAssistant, ChangeMeetingInput, changeMeeting, ARRANGED);
export const people = formAction(requireAssistant, ChangePeopleInput, changePeople, ARRANGED);
export const busy = formAction(requireAssistant, BusyFile, keepFile, { ...ARRANGED, mayRepeat: true });
export const addTask = formAction(requireAssistant, AddArrangementFromPage, addMeetingArrangement, ARRANGED);
export const tickTask = formAction(requireAssistant, TickArrangementInput, tickArrangement, ARRANGED);
export const removeTask = formAction(requireAssistant, RemoveArrangementInput, removeArrangement, ARRANGED);
export const settle = formAction(requireAssistant, ConfirmMeetingInput, confirmMeeting, ARRANGED);
export const cancel = formAction(requireAssistant, CancelMeetingInput, cancelMeeting, ARRANGED);
