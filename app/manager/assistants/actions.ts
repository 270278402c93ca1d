"use server";
import { createAssistant } from "@/lib/assistants/service";
import { setWorkingPattern } from "@/lib/assistants/service-pattern";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";
import { changeAssistantAndSeats } from "@/lib/training/enrolments/service-leavers";
import { ChangeAssistantForm, CreateAssistantForm, PatternForm } from "./form-input";

const redirectTo = ({ id }: { id: string }) => `/manager/assistants/${id}`;

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
