"use server";
import { requireAssistant } from "@/lib/auth/guards";
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
import { formAction } from "@/lib/server/form-action";

const ARRANGED = { revalidate: ["/assistant/meetings"] };

export const arrange = formAction(requireAssistant, ArrangeMeetingInput, arrangeMeeting, {
  ...ARRANGED,
  redirectTo: ({ id }) => `/assistant/meetings/${id}`,
});
export const choose = formAction(requireAssistant, ChooseTimesInput, chooseTimes, ARRANGED);
export const change = formAction(requireAssistant, ChangeMeetingInput, changeMeeting, ARRANGED);
export const people = formAction(requireAssistant, ChangePeopleInput, changePeople, ARRANGED);
export const settle = formAction(requireAssistant, ConfirmMeetingInput, confirmMeeting, ARRANGED);
export const cancel = formAction(requireAssistant, CancelMeetingInput, cancelMeeting, ARRANGED);
