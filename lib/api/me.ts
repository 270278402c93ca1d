import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import { asAdministrator, asAssistant, asExecutive, asManager } from "@/lib/auth/person";
import { getOwnWorkload } from "@/lib/coverage/candidates/queries-workload";
import { OwnWorkloadView } from "@/lib/coverage/candidates/schema";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { IsoWeekInput } from "@/lib/time/inputs";
import { assistantApi, executiveApi, personApi } from "./base";
import { leavePreviewApi } from "./leave-preview";
import { SupportView, WeekView } from "./week-views";

const ROLES = ["manager", "assistant", "executive", "administrator"] as const;
const Membership = z.strictObject({ id: z.uuid(), poolId: z.uuid() }).nullable();

const MeView = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: z.enum(["en", "sv"]),
  roles: z.array(z.enum(ROLES)),
  managedPoolIds: z.array(z.uuid()),
  assistant: Membership,
  executive: Membership,
});

function rolesOf(person: Person): (typeof ROLES)[number][] {
  const has = {
    manager: asManager,
    assistant: asAssistant,
    executive: asExecutive,
    administrator: asAdministrator,
  };
  return ROLES.filter((role) => has[role](person) !== null);
}

export const meApi = {
  leavePreview: leavePreviewApi,

  get: personApi
    .meta({ access: "person", isBeforeFactor: true })
    .route({
      method: "GET",
      path: "/me",
      summary: "Who I am",
      description: "The account of the token or session, with its current roles.",
    })
    .input(z.strictObject({}))
    .output(MeView)
    .handler(({ context: { ctx } }) => {
      const { userId, name, email, locale, managedPoolIds, assistant, executive } = ctx.actor;
      const roles = rolesOf(ctx.actor);
      return {
        userId,
        name,
        email,
        locale,
        roles,
        managedPoolIds: [...managedPoolIds],
        assistant,
        executive,
      };
    }),

  week: assistantApi
    .route({
      method: "GET",
      path: "/me/week",
      summary: "My week as an assistant",
      description:
        "Hours, whom I support and whom I cover, by half-day; the current week unless another is sent.",
    })
    .input(z.strictObject({ week: IsoWeekInput.optional() }))
    .output(WeekView)
    .handler(({ context: { ctx }, input }) => getAssistantWeek(ctx, input)),

  workload: assistantApi
    .route({
      method: "GET",
      path: "/me/workload",
      summary: "My workload",
      description:
        "My cover for others over the past thirteen weeks, compared with the pool's average for my hours.",
    })
    .input(z.strictObject({}))
    .output(OwnWorkloadView)
    .handler(({ context: { ctx } }) => getOwnWorkload(ctx)),

  support: executiveApi
    .route({
      method: "GET",
      path: "/me/support",
      summary: "Who supports me",
      description: "Who supports me as an executive, today and the coming days.",
    })
    .input(z.strictObject({ days: z.coerce.number().int().min(1).max(31).default(7) }))
    .output(SupportView)
    .handler(({ context: { ctx }, input }) => getExecutiveSupport(ctx, input)),
};
