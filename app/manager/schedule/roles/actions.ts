"use server";
import { requireManager } from "@/lib/auth/guards";
import { AskForHoursInput, FillHoursInput } from "@/lib/schedules/replacing/schema";
import { askForHours, fillHours } from "@/lib/schedules/replacing/service-holes";
import { ChangeShiftInput } from "@/lib/schedules/week/schema";
import { changeShift } from "@/lib/schedules/week/service";
import { formAction } from "@/lib/server/form-action";

export const fill = formAction(requireManager, FillHoursInput, fillHours, {
  revalidate: ["/manager/schedule"],
});

export const ask = formAction(requireManager, AskForHoursInput, askForHours, {
  revalidate: ["/manager/schedule"],
});

export const moveBreak = formAction(requireManager, ChangeShiftInput, changeShift, {
  revalidate: ["/manager/schedule"],
});
