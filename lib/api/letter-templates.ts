import "server-only";
import { z } from "zod";
import { listLetterTemplates, requireOwnTemplate } from "@/lib/letters/templates/queries";
import { AddTemplateInput, ChangeTemplateInput, LetterTemplateView } from "@/lib/letters/templates/schema";
import { addTemplate, changeTemplate } from "@/lib/letters/templates/service";
import { managerApi, personApi } from "./base";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

export const letterTemplatesApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/letter-templates",
      summary: "List letter templates",
      description: "Those of your pools, with the fields each asks for; retired ones too.",
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(LetterTemplateView) }))
    .handler(async ({ context: { ctx } }) => ({
      items: await listLetterTemplates(ctx, { withRetired: true }),
    })),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        poolId: "019ab3a0-0000-7000-8000-000000000001",
        language: "en",
        name: "Confirmation",
        subject: "{{matter}}",
        body: "Dear {{salutation}},\n\nWe confirm {{matter}} on {{day}}.\n\nYours sincerely,\n\n{{executive}}",
      },
    })
    .route({
      method: "POST",
      path: "/letter-templates",
      successStatus: 201,
      summary: "Add a letter template",
      description: "Checked when it is saved: a field there isn’t is refused, with the nearest name.",
    })
    .input(AddTemplateInput)
    .output(LetterTemplateView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await addTemplate(ctx, input));
      return requireOwnTemplate(ctx, id);
    }),

  change: managerApi
    .meta({
      access: "manager",
      example: { name: "Confirmation", subject: "{{matter}}", body: "Dear {{salutation}},", version: 1 },
    })
    .route({
      method: "PUT",
      path: "/letter-templates/{id}",
      summary: "Change a letter template",
      description: "Replaces its words, or retires it; letters begun with it stay as they are.",
    })
    .input(ChangeTemplateInput.partial({ version: true }))
    .output(LetterTemplateView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireOwnTemplate(ctx, input.id));
      const { id } = requireValue(await changeTemplate(ctx, whole));
      return requireOwnTemplate(ctx, id);
    }),
};
