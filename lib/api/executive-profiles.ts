import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import {
  AddDateToKnowInput,
  AddProfileSectionInput,
  AddRoutineInput,
  ChangeProfileSectionInput,
  ExecutiveProfileView,
  RemoveFromExecutiveInput,
  SetAccessTemplateInput,
} from "@/lib/executives/schema-profile";
import {
  addProfileSection,
  changeProfileSection,
  removeProfileSection,
} from "@/lib/executives/service-profile";
import {
  addDateToKnow,
  addRoutine,
  removeDateToKnow,
  removeRoutine,
  setAccessTemplate,
} from "@/lib/executives/service-routines";
import type { Result } from "@/lib/result";
import { personApi } from "./base";
import { IdInput } from "./page";
import { requireValue } from "./refusals";

const EXECUTIVE = "019ab3a0-0000-7000-8000-000000000002";

async function shown(ctx: Ctx<Person>, answer: Promise<Result<{ executiveId: string }>>) {
  return requireExecutiveProfile(ctx, requireValue(await answer).executiveId);
}

export const executiveProfilesApi = {
  get: personApi
    .route({
      method: "GET",
      path: "/executive-profiles/{id}",
      summary: "Show an executive's profile",
      description:
        "How an executive likes to be supported, the routines and the dates to know, as far as you may read them; the id is the executive's. Confidential sections are open to a cover during the cover only.",
    })
    .input(IdInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => requireExecutiveProfile(ctx, input.id)),

  addSection: personApi
    .meta({
      access: "person",
      example: { executiveId: EXECUTIVE, category: "travel", body: "Aisle seat, train before plane." },
    })
    .route({
      method: "POST",
      path: "/profile-sections",
      successStatus: 201,
      summary: "Add a section to a profile",
      description: "For the executive, the own primary assistant and the managers of the pool.",
    })
    .input(AddProfileSectionInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, addProfileSection(ctx, input))),

  changeSection: personApi
    .meta({
      access: "person",
      example: { category: "travel", body: "Window seat.", version: 1 },
    })
    .route({
      method: "PATCH",
      path: "/profile-sections/{id}",
      summary: "Change a section of a profile",
      description: "Replaces the whole section, while it still has the version you read.",
    })
    .input(ChangeProfileSectionInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, changeProfileSection(ctx, input))),

  removeSection: personApi
    .meta({ access: "person", example: { version: 1 } })
    .route({
      method: "DELETE",
      path: "/profile-sections/{id}",
      summary: "Remove a section of a profile",
      description: "Deletes the section.",
    })
    .input(RemoveFromExecutiveInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, removeProfileSection(ctx, input))),

  addRoutine: personApi
    .meta({
      access: "person",
      example: { executiveId: EXECUTIVE, text: "Print the board papers", weekdays: [1, 4], minute: 480 },
    })
    .route({
      method: "POST",
      path: "/routines",
      successStatus: 201,
      summary: "Add a routine",
      description: "What the executive does on some weekdays, or on a day of each month.",
    })
    .input(AddRoutineInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, addRoutine(ctx, input))),

  removeRoutine: personApi
    .meta({ access: "person", example: {} })
    .route({
      method: "DELETE",
      path: "/routines/{id}",
      summary: "Remove a routine",
      description: "Removes a routine of the executive.",
    })
    .input(RemoveFromExecutiveInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, removeRoutine(ctx, input))),

  addDateToKnow: personApi
    .meta({
      access: "person",
      example: { executiveId: EXECUTIVE, on: "2099-08-20", text: "Board dinner, 19:00" },
    })
    .route({
      method: "POST",
      path: "/dates-to-know",
      successStatus: 201,
      summary: "Add a date to know",
      description: "A day the executive's assistants and covers should know of, today or later.",
    })
    .input(AddDateToKnowInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, addDateToKnow(ctx, input))),

  removeDateToKnow: personApi
    .meta({ access: "person", example: {} })
    .route({
      method: "DELETE",
      path: "/dates-to-know/{id}",
      summary: "Remove a date to know",
      description: "Removes a date of the executive.",
    })
    .input(RemoveFromExecutiveInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, removeDateToKnow(ctx, input))),

  setAccessTemplate: personApi
    .meta({
      access: "person",
      example: {
        executiveId: EXECUTIVE,
        items: [{ kind: "mailbox" }, { kind: "other", label: "Board portal" }],
      },
    })
    .route({
      method: "PUT",
      path: "/access-templates",
      summary: "Set the access a cover needs",
      description: "The whole list, in order; new handovers of the executive begin with it.",
    })
    .input(SetAccessTemplateInput)
    .output(ExecutiveProfileView)
    .handler(({ context: { ctx }, input }) => shown(ctx, setAccessTemplate(ctx, input))),
};
