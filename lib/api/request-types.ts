import "server-only";
import { z } from "zod";
import { listRequestTypes, requireRequestType } from "@/lib/requests/types/queries";
import { AddRequestTypeInput, ChangeRequestTypeInput, RequestTypeView } from "@/lib/requests/types/schema";
import { addRequestType, changeRequestType } from "@/lib/requests/types/service";
import { managerApi, personApi } from "./base";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

export const requestTypesApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/request-types",
      summary: "List types of request",
      description:
        "What a request can be about and what each type asks; retired ones too, because requests have them.",
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(RequestTypeView) }))
    .handler(async ({ context: { ctx } }) => ({ items: await listRequestTypes(ctx, { withRetired: true }) })),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        nameEn: "Visitors",
        nameSv: "Besök",
        fields: [{ kind: "text", nameEn: "Who", nameSv: "Vem" }],
      },
    })
    .route({
      method: "POST",
      path: "/request-types",
      successStatus: 201,
      summary: "Add a type of request",
      description: "Adds a type with text, number, date, choice and person fields, for all pools.",
    })
    .input(AddRequestTypeInput)
    .output(RequestTypeView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await addRequestType(ctx, input));
      return requireRequestType(ctx, id);
    }),

  change: managerApi
    .meta({ access: "manager", example: { nameEn: "Visitors", nameSv: "Besök", fields: [], version: 1 } })
    .route({
      method: "PUT",
      path: "/request-types/{id}",
      summary: "Change a type of request",
      description:
        "Replaces what the type is called and asks, or retires it; requests keep what they were asked. Name the key of a field to keep its answers.",
    })
    .input(ChangeRequestTypeInput.partial({ version: true }))
    .output(RequestTypeView)
    .handler(async ({ context: { ctx }, input }) => {
      const whole = await atVersion(input, () => requireRequestType(ctx, input.id));
      const { id } = requireValue(await changeRequestType(ctx, whole));
      return requireRequestType(ctx, id);
    }),
};
