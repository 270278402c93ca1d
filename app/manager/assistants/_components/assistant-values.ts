import { rowValues, weekValues } from "@/app/_shared/forms/week-values";
import type { FormValues } from "@/components/ui/forms/form-context";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import type { AssistantView } from "@/lib/assistants/schema";

/** What the form for a new assistant starts with. */
export function newAssistantValues(poolId: string): FormValues {
  return { poolId, seniority: "assistant", ftePercent: "100", ...weekValues("hours", STANDARD_WEEK) };
}

/** What the form starts with for an assistant that is there. */
export function assistantValues(assistant: AssistantView): FormValues {
  const { id, name, email, poolId, seniority, site, phone } = assistant;
  return {
    ...{ id, name, email, poolId, seniority, site, phone },
    version: String(assistant.version),
    ftePercent: String(assistant.ftePercent),
    hiredOn: assistant.hiredOn ?? "",
    leavesOn: assistant.leavesOn ?? "",
    ...weekValues("hours", assistant.hours),
    ...rowValues("skills", assistant.skills),
    ...rowValues("languages", assistant.languages),
  };
}
