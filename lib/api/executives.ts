import "server-only";
import { ListPeopleInput } from "@/lib/assistants/schema";
import { listExecutives, requireExecutiveRecord } from "@/lib/executives/queries";
import { ChangeExecutiveInput, CreateExecutiveInput, ExecutiveView } from "@/lib/executives/schema";
import { changeExecutive, createExecutive } from "@/lib/executives/service";
import { refuse } from "@/lib/result";
import { managerApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

export const executivesApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/executives",
      summary: "List executives",
      description: "The executives of your pools by name; q searches names and e-mail addresses.",
    })
    .input(ListPeopleInput)
    .output(pageView(ExecutiveView))
    .handler(({ context: { ctx }, input }) => listExecutives(ctx, input)),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        name: "Karin Ek",
        email: "karin.ek@example.org",
        poolId: "019ab3a0-0000-7000-8000-000000000001",
        title: "Finance director",
        tier: 3,
        duties: [{ dutyId: "calendar", minutesPerDay: 60, minProficiency: 3, coverLevel: "full" }],
        languages: [{ language: "sv", level: "B2" }],
      },
    })
    .route({
      method: "POST",
      path: "/executives",
      successStatus: 201,
      summary: "Add an executive",
      description: "Adds an executive to one of your pools, with support hours and duty requirements.",
    })
    .input(CreateExecutiveInput)
    .output(ExecutiveView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createExecutive(ctx, input));
      return requireExecutiveRecord(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/executives/{id}",
      summary: "Show an executive",
      description: "An executive of your pools, with support hours, duty requirements and today's support.",
    })
    .input(IdInput)
    .output(ExecutiveView)
    .handler(({ context: { ctx }, input }) => requireExecutiveRecord(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { tier: 4, version: 1 } })
    .route({
      method: "PATCH",
      path: "/executives/{id}",
      summary: "Change an executive",
      description:
        "Changes the fields you send; with a version, only while the executive still has that version. Other hours count from `supportHoursFrom`, instead of all that was planned for later, or from today until the next planned change; earlier days stay as they were.",
    })
    .input(patchInput(ChangeExecutiveInput))
    .output(ExecutiveView)
    .handler(async ({ context: { ctx }, input }) => {
      if (input.supportHoursFrom && !input.supportHours)
        requireValue(refuse("hours_missing", { path: "supportHours" }));
      const current = { ...(await requireExecutiveRecord(ctx, input.id)), supportHoursFrom: null };
      requireValue(await changeExecutive(ctx, wholeOf(ChangeExecutiveInput, current, input)));
      return requireExecutiveRecord(ctx, input.id);
    }),
};
