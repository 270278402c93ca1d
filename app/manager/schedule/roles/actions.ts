"use server";
import { requireManager } from "@/lib/auth/guards";
import { FillHoursInput } from "@/lib/schedules/replacing/schema";
import { fillHours } from "@/lib/schedules/replacing/service-holes";
import { formAction } from "@/lib/server/form-action";

export const fill = formAction(requireManager, FillHoursInput, fillHours, {
  revalidate: ["/manager/schedule"],
});
