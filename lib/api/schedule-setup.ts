import "server-only";
import { z } from "zod";
import {
  getSchedulePolicy,
  listDemand,
  listTemplates,
  listWorkRoles,
  requireDemand,
  requireWorkRole,
} from "@/lib/schedules/setup/queries";
import {
  ChangeDemandInput,
  ChangeWorkRoleInput,
  CreateDemandInput,
  CreateTemplateInput,
  CreateWorkRoleInput,
  DemandView,
  PoolIdInput,
  SchedulePolicyInput,
  SchedulePolicyView,
  TemplateView,
  WorkRoleView,
} from "@/lib/schedules/setup/schema";
import {
  changeDemand,
  changeWorkRole,
  createDemand,
  createTemplate,
  createWorkRole,
  removeDemand,
  removeTemplate,
  setSchedulePolicy,
} from "@/lib/schedules/setup/service";
import { managerApi, managerOrAssistantApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

const POOL = "019ab3a0-0000-7000-8000-000000000001";
const ROLE = "019ab3a0-0000-7000-8000-000000000009";

export const workRolesApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/work-roles",
      summary: "List work roles",
      description: "The kinds of work in shifts, the same for every pool; always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(WorkRoleView))
    .handler(async ({ context: { ctx } }) => ({ items: await listWorkRoles(ctx), nextCursor: null })),

  create: managerApi
    .meta({ access: "manager", example: { nameEn: "Phones", nameSv: "Telefon", dutyId: null } })
    .route({
      method: "POST",
      path: "/work-roles",
      successStatus: 201,
      summary: "Add a work role",
      description:
        "Adds a kind of work for every pool; one that needs a skill names its duty and least level.",
    })
    .input(CreateWorkRoleInput)
    .output(WorkRoleView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createWorkRole(ctx, input));
      return requireWorkRole(ctx, id);
    }),

  change: managerApi
    .meta({ access: "manager", example: { isUnloved: true, version: 1 } })
    .route({
      method: "PATCH",
      path: "/work-roles/{id}",
      summary: "Change a work role",
      description:
        "Changes the fields you send, or retires the role: it is offered no more and stays where it was planned.",
    })
    .input(patchInput(ChangeWorkRoleInput))
    .output(WorkRoleView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireWorkRole(ctx, input.id);
      requireValue(await changeWorkRole(ctx, wholeOf(ChangeWorkRoleInput, current, input)));
      return requireWorkRole(ctx, input.id);
    }),
};

export const roleDemandApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/role-demand",
      summary: "List role demand",
      description: "How many people the roles of a pool need, by weekday or day and hours; always one page.",
    })
    .input(PoolIdInput)
    .output(pageView(DemandView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listDemand(ctx, input.poolId),
      nextCursor: null,
    })),

  create: managerApi
    .meta({
      access: "manager",
      example: { poolId: POOL, roleId: ROLE, weekday: 1, startMinute: 480, endMinute: 1020, headcount: 1 },
    })
    .route({
      method: "POST",
      path: "/role-demand",
      successStatus: 201,
      summary: "Add role demand",
      description:
        "Says how many people a role needs on a weekday, or with `on` on one day, which then counts alone.",
    })
    .input(CreateDemandInput)
    .output(DemandView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createDemand(ctx, input));
      return requireDemand(ctx, id);
    }),

  change: managerApi
    .meta({ access: "manager", example: { headcount: 2, version: 1 } })
    .route({
      method: "PATCH",
      path: "/role-demand/{id}",
      summary: "Change role demand",
      description: "Changes hours, number of people or the last day.",
    })
    .input(patchInput(ChangeDemandInput))
    .output(DemandView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireDemand(ctx, input.id);
      requireValue(await changeDemand(ctx, wholeOf(ChangeDemandInput, current, input)));
      return requireDemand(ctx, input.id);
    }),

  remove: managerApi
    .route({
      method: "DELETE",
      path: "/role-demand/{id}",
      summary: "Remove role demand",
      description: "Takes the need away; shifts stay.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeDemand(ctx, input))),
};

export const shiftTemplatesApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/shift-templates",
      summary: "List shift templates",
      description: "The hours a pool plans again and again; always one page.",
    })
    .input(PoolIdInput)
    .output(pageView(TemplateView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listTemplates(ctx, input.poolId),
      nextCursor: null,
    })),

  create: managerApi
    .meta({
      access: "manager",
      example: { poolId: POOL, name: "Early phones", startMinute: 420, endMinute: 930, roleId: ROLE },
    })
    .route({
      method: "POST",
      path: "/shift-templates",
      successStatus: 201,
      summary: "Add a shift template",
      description: "Keeps hours, break and work under a name.",
    })
    .input(CreateTemplateInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await createTemplate(ctx, input))),

  remove: managerApi
    .route({
      method: "DELETE",
      path: "/shift-templates/{id}",
      summary: "Remove a shift template",
      description: "Deletes a template; shifts made from it stay.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeTemplate(ctx, input))),
};

const PolicyBody = SchedulePolicyInput.omit({ poolId: true, replacesPattern: true, firstTaker: true })
  .partial()
  .extend({ id: z.uuid(), replacesPattern: z.boolean().optional(), firstTaker: z.boolean().optional() });

export const schedulePolicyApi = {
  get: managerApi
    .route({
      method: "GET",
      path: "/pools/{id}/schedule-policy",
      summary: "Show the rules of shifts",
      description: "What a pool's shifts are checked against: rest, longest day and week, breaks, notice.",
    })
    .input(IdInput)
    .output(SchedulePolicyView)
    .handler(({ context: { ctx }, input }) => getSchedulePolicy(ctx, input.id)),

  set: managerApi
    .meta({ access: "manager", example: { restMinutes: 660, noticeDays: 14, version: 0 } })
    .route({
      method: "PUT",
      path: "/pools/{id}/schedule-policy",
      summary: "Set the rules of shifts",
      description: "Sets the fields you send; what is published stays as it is.",
    })
    .input(PolicyBody)
    .output(SchedulePolicyView)
    .handler(async ({ context: { ctx }, input: { id, ...sent } }) => {
      const current = await getSchedulePolicy(ctx, id);
      requireValue(await setSchedulePolicy(ctx, { ...current, ...given(sent), poolId: id }));
      return getSchedulePolicy(ctx, id);
    }),
};

function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
