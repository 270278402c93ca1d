"use server";
import { requireManager } from "@/lib/auth/guards";
import { approveSwap } from "@/lib/coverage/publishing/service-swaps";
import {
  AnswerShiftRequestInput,
  AskForShiftInput,
  DenyShiftRequestInput,
  ShiftRequestInput,
} from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import { acceptShiftRequest, cancelShiftRequest } from "@/lib/schedules/swaps/service-answers";
import { denyShiftRequest } from "@/lib/schedules/swaps/service-decisions";
import { formAction } from "@/lib/server/form-action";
import { ApproveRequestForm } from "./form-input";

const SCHEDULE = { revalidate: ["/manager/schedule"] };

export const approve = formAction(requireManager, ApproveRequestForm, approveSwap, SCHEDULE);
export const deny = formAction(requireManager, DenyShiftRequestInput, denyShiftRequest, SCHEDULE);
export const accept = formAction(requireManager, AnswerShiftRequestInput, acceptShiftRequest, SCHEDULE);
export const cancel = formAction(requireManager, ShiftRequestInput, cancelShiftRequest, SCHEDULE);
export const ask = formAction(requireManager, AskForShiftInput, askForShift, {
  ...SCHEDULE,
  redirectTo: ({ id }) => `/manager/schedule/requests?open=${id}`,
});
