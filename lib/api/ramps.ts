import "server-only";
import { RampStepView, SetRampInput, SignOffStepInput } from "@/lib/assistants/schema-ramp";
import { setRamp } from "@/lib/assistants/service-ramp";
import { requireRamp } from "@/lib/mentoring/ramp/queries";
import { signOffStep } from "@/lib/mentoring/ramp/service";
import { managerApi, managerOrAssistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";

/** What somebody new learns from which week on. */
export const rampsApi = {
  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/assistants/{id}/ramp",
      summary: "Show an introduction plan",
      description: "The steps of a new assistant, for them, their mentor and their managers.",
    })
    .input(IdInput)
    .output(pageView(RampStepView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await requireRamp(ctx, input.id),
      nextCursor: null,
    })),

  set: managerApi
    .meta({ access: "manager", example: { steps: [{ dutyId: "travel", fromWeek: 3, level: 2 }] } })
    .route({
      method: "PUT",
      path: "/assistants/{id}/ramp",
      summary: "Set an introduction plan",
      description:
        "Until a step’s week has come and it is signed off, the assistant is not proposed for the duty. Steps signed off stay.",
    })
    .input(SetRampInput)
    .output(pageView(RampStepView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await setRamp(ctx, input));
      return { items: await requireRamp(ctx, input.id), nextCursor: null };
    }),

  signOff: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { stepId: ANY_ID } })
    .route({
      method: "POST",
      path: "/assistants/{id}/ramp/sign-off",
      summary: "Sign off a step",
      description: "For their mentor and their managers; before its week with the reason.",
    })
    .input(SignOffStepInput)
    .output(pageView(RampStepView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await signOffStep(ctx, input));
      return { items: await requireRamp(ctx, input.id), nextCursor: null };
    }),
};
