"use server";
import { SignOffStepInput } from "@/lib/assistants/schema-ramp";
import { createAssistant } from "@/lib/assistants/service";
import { setWorkingPattern } from "@/lib/assistants/service-pattern";
import { setRamp } from "@/lib/assistants/service-ramp";
import { requireManager } from "@/lib/auth/guards";
import { signOffStep } from "@/lib/mentoring/ramp/service";
import { formAction } from "@/lib/server/form-action";
import { changeAssistantAndSeats } from "@/lib/training/enrolments/service-leavers";
import { ChangeAssistantForm, CreateAssistantForm, PatternForm, RampForm } from "./form-input";

const redirectTo = ({ id }: { id: string }) => `/manager/assistants/${id}`;

const RAMP = { revalidate: ["/manager/assistants", "/manager/coverage"] };

export const createAssistantAction = formAction(requireManager, CreateAssistantForm, createAssistant, {
  revalidate: ["/manager"],
  redirectTo,
});

export const changeAssistantAction = formAction(
  requireManager,
  ChangeAssistantForm,
  changeAssistantAndSeats,
  {
    revalidate: ["/manager"],
    redirectTo,
  },
);

export const setPatternAction = formAction(requireManager, PatternForm, setWorkingPattern, {
  revalidate: ["/manager"],
  redirectTo,
});
export const saveRamp = formAction(requireManager, RampForm, setRamp, RAMP);
export const signForNewcomer = formAction(requireManager, SignOffStepInput, signOffStep, RAMP);
