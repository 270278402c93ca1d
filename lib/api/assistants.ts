import "server-only";
import { listAssistants, requireAssistantRecord } from "@/lib/assistants/queries";
import { requireWorkingPattern } from "@/lib/assistants/queries-pattern";
import { listSkillChanges } from "@/lib/assistants/queries-skills";
import {
  AssistantView,
  ChangeAssistantInput,
  CreateAssistantInput,
  ListPeopleInput,
  SetWorkingPatternInput,
  WorkingPatternQuery,
  WorkingPatternView,
} from "@/lib/assistants/schema";
import { ListSkillChangesInput, SkillChangeView } from "@/lib/assistants/schema-skills";
import { createAssistant } from "@/lib/assistants/service";
import { setWorkingPattern } from "@/lib/assistants/service-pattern";
import { refuse } from "@/lib/result";
import { changeAssistantAndSeats } from "@/lib/training/enrolments/service-leavers";
import { managerApi, managerOrAssistantApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

export const assistantsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/assistants",
      summary: "List assistants",
      description: "The assistants of your pools by name; q searches names and e-mail addresses.",
    })
    .input(ListPeopleInput)
    .output(pageView(AssistantView))
    .handler(({ context: { ctx }, input }) => listAssistants(ctx, input)),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        name: "Elin Berg",
        email: "elin.berg@example.org",
        poolId: "019ab3a0-0000-7000-8000-000000000001",
        hours: [{ weekday: 1, startsAtMinute: 480, endsAtMinute: 1020 }],
        skills: [{ dutyId: "calendar", proficiency: 4 }],
        languages: [{ language: "sv", level: "C2" }],
      },
    })
    .route({
      method: "POST",
      path: "/assistants",
      successStatus: 201,
      summary: "Add an assistant",
      description:
        "Adds an assistant to one of your pools and invites the person; hours are minutes after midnight.",
    })
    .input(CreateAssistantInput)
    .output(AssistantView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createAssistant(ctx, input));
      return requireAssistantRecord(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/assistants/{id}",
      summary: "Show an assistant",
      description: "An assistant of your pools, with hours, skills, languages and today's executives.",
    })
    .input(IdInput)
    .output(AssistantView)
    .handler(({ context: { ctx }, input }) => requireAssistantRecord(ctx, input.id)),

  skillHistory: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/assistants/{id}/skills/history",
      summary: "List what became of skills",
      description:
        "Your own levels or those of an assistant of your pools: when, from what, by whom; one page.",
    })
    .input(ListSkillChangesInput)
    .output(pageView(SkillChangeView))
    .handler(async ({ context: { ctx }, input: { id, dutyId } }) => ({
      items: await listSkillChanges(ctx, { assistantId: id, dutyId }),
      nextCursor: null,
    })),

  change: managerApi
    .meta({ access: "manager", example: { seniority: "senior", version: 1 } })
    .route({
      method: "PATCH",
      path: "/assistants/{id}",
      summary: "Change an assistant",
      description:
        "Changes the fields you send; with a version, only while the assistant still has that version. Other hours count from `hoursFrom`, instead of all that was planned for later, or from today until the next planned change; earlier days stay as they were.",
    })
    .input(patchInput(ChangeAssistantInput))
    .output(AssistantView)
    .handler(async ({ context: { ctx }, input }) => {
      if (input.hoursFrom && !input.hours) requireValue(refuse("hours_missing", { path: "hours" }));
      const current = { ...(await requireAssistantRecord(ctx, input.id)), hoursFrom: null };
      requireValue(await changeAssistantAndSeats(ctx, wholeOf(ChangeAssistantInput, current, input)));
      return requireAssistantRecord(ctx, input.id);
    }),

  getPattern: managerApi
    .route({
      method: "GET",
      path: "/assistants/{id}/working-pattern",
      summary: "Show working hours",
      description: "The week of hours that counts today or `on` a day, or the weeks that come round again.",
    })
    .input(WorkingPatternQuery)
    .output(WorkingPatternView)
    .handler(({ context: { ctx }, input }) => requireWorkingPattern(ctx, input.id, input.on)),

  setPattern: managerApi
    .meta({
      access: "manager",
      example: {
        from: "2026-09-07",
        weeks: [
          [{ weekday: 1, startsAtMinute: 480, endsAtMinute: 1020, place: "site" }],
          [{ weekday: 5, startsAtMinute: 480, endsAtMinute: 720, place: "remote" }],
        ],
      },
    })
    .route({
      method: "PUT",
      path: "/assistants/{id}/working-pattern",
      summary: "Set working hours",
      description:
        "One week of hours, or up to four that come round again, from a day on; earlier days stay as they were.",
    })
    .input(SetWorkingPatternInput)
    .output(WorkingPatternView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await setWorkingPattern(ctx, input));
      return requireWorkingPattern(ctx, id, input.from);
    }),
};
