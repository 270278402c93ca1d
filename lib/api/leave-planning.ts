import "server-only";
import { z } from "zod";
import { PoolInput } from "@/lib/absences/balances/schema";
import {
  AddDeputyInput,
  AssistantPolicyView,
  DeputyView,
  PoolPolicyView,
  SetAssistantPolicyInput,
  SetPoolPolicyInput,
} from "@/lib/absences/deciders/schema";
import {
  addDeputy,
  getAssistantPolicy,
  getPoolPolicy,
  listDeputies,
  removeDeputy,
  setAssistantPolicy,
  setPoolPolicy,
} from "@/lib/absences/deciders/service";
import {
  AddBlackoutInput,
  BlackoutView,
  GroupView,
  RecordIdInput,
  SaveGroupInput,
} from "@/lib/absences/settings/schema";
import {
  addBlackout,
  listBlackouts,
  listGroups,
  removeBlackout,
  removeGroup,
  saveGroup,
} from "@/lib/absences/settings/service";
import { managerApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";

const AssistantInput = z.strictObject({ assistantId: z.uuid() });

/** When nobody or not everybody may be away, and who decides. */
export const leavePlanningApi = {
  blackouts: managerApi
    .route({
      method: "GET",
      path: "/leave/blackouts",
      summary: "List blackouts",
      description: "Days when leave is refused or warned about, the latest first.",
    })
    .input(PoolInput)
    .output(pageView(BlackoutView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listBlackouts(ctx, input),
      nextCursor: null,
    })),

  addBlackout: managerApi
    .meta({
      access: "manager",
      example: {
        poolId: "019ab3a0-0000-7000-8000-000000000003",
        name: "Annual report",
        kind: "hard",
        from: "2027-02-01",
        to: "2027-02-05",
      },
    })
    .route({
      method: "POST",
      path: "/leave/blackouts",
      successStatus: 201,
      summary: "Add a blackout",
      description: "Soft warns those who decide; hard refuses leave.",
    })
    .input(AddBlackoutInput)
    .output(pageView(BlackoutView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await addBlackout(ctx, input));
      return { items: await listBlackouts(ctx, input), nextCursor: null };
    }),

  removeBlackout: managerApi
    .route({
      method: "DELETE",
      path: "/leave/blackouts/{id}",
      summary: "Remove a blackout",
      description: "Leave that was refused for these days may be requested again.",
    })
    .input(RecordIdInput)
    .output(RecordIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeBlackout(ctx, input))),

  groups: managerApi
    .route({
      method: "GET",
      path: "/leave/groups",
      summary: "List groups",
      description: "Limits on simultaneous leave: people of a pool who may not all be away at the same time.",
    })
    .input(PoolInput)
    .output(pageView(GroupView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listGroups(ctx, input),
      nextCursor: null,
    })),

  saveGroup: managerApi
    .meta({
      access: "manager",
      example: {
        poolId: "019ab3a0-0000-7000-8000-000000000003",
        name: "Front desk",
        mostAway: 1,
        memberIds: ["019ab3a0-0000-7000-8000-000000000003", "019ab3a0-0000-7000-8000-000000000004"],
      },
    })
    .route({
      method: "POST",
      path: "/leave/groups",
      summary: "Save a group",
      description: "Creates a group, or changes the one whose id is sent.",
    })
    .input(SaveGroupInput)
    .output(pageView(GroupView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await saveGroup(ctx, input));
      return { items: await listGroups(ctx, input), nextCursor: null };
    }),

  removeGroup: managerApi
    .route({
      method: "DELETE",
      path: "/leave/groups/{id}",
      summary: "Remove a group",
      description: "Its people may be away at the same time again.",
    })
    .input(RecordIdInput)
    .output(RecordIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeGroup(ctx, input))),

  poolPolicy: managerApi
    .route({
      method: "GET",
      path: "/leave/pool-policy",
      summary: "Show a pool's policy",
      description:
        "Whether a pool decides on leave once or twice, who decides second, and how many days back and ahead people report sickness.",
    })
    .input(PoolInput)
    .output(PoolPolicyView)
    .handler(async ({ context: { ctx }, input }) => getPoolPolicy(ctx, input)),

  setPoolPolicy: managerApi
    .meta({
      access: "manager",
      example: { poolId: "019ab3a0-0000-7000-8000-000000000003", approvalStages: 1, secondDeciderId: null },
    })
    .route({
      method: "PUT",
      path: "/leave/pool-policy",
      summary: "Set a pool's policy",
      description:
        "Sets whether a pool decides on leave once or twice, and how many days back and ahead people report sickness; days left out stay as they are.",
    })
    .input(SetPoolPolicyInput)
    .output(PoolPolicyView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await setPoolPolicy(ctx, input))),

  assistantPolicy: managerApi
    .route({
      method: "GET",
      path: "/leave/assistant-policy",
      summary: "Show an assistant's policy",
      description: "Who decides on one person's leave.",
    })
    .input(AssistantInput)
    .output(AssistantPolicyView)
    .handler(async ({ context: { ctx }, input }) => getAssistantPolicy(ctx, input.assistantId)),

  setAssistantPolicy: managerApi
    .meta({
      access: "manager",
      example: { assistantId: "019ab3a0-0000-7000-8000-000000000003", deciderId: null, isAutomatic: true },
    })
    .route({
      method: "PUT",
      path: "/leave/assistant-policy",
      summary: "Set an assistant's policy",
      description: "Gives an assistant a decider of their own, or lets their leave be approved at once.",
    })
    .input(SetAssistantPolicyInput)
    .output(AssistantPolicyView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await setAssistantPolicy(ctx, input))),

  deputies: managerApi
    .route({
      method: "GET",
      path: "/leave/deputies",
      summary: "List deputies",
      description: "Who decides for the managers of your pools, and when, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(DeputyView))
    .handler(async ({ context: { ctx } }) => ({ items: await listDeputies(ctx), nextCursor: null })),

  addDeputy: managerApi
    .meta({
      access: "manager",
      example: { deputyId: "019ab3a0-0000-7000-8000-000000000003", from: "2026-08-17", to: "2026-08-28" },
    })
    .route({
      method: "POST",
      path: "/leave/deputies",
      successStatus: 201,
      summary: "Add a deputy",
      description:
        "A deputy decides for you between two days. An administrator who leads a pool may name one for another manager of it.",
    })
    .input(AddDeputyInput)
    .output(pageView(DeputyView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await addDeputy(ctx, input));
      return { items: await listDeputies(ctx), nextCursor: null };
    }),

  removeDeputy: managerApi
    .route({
      method: "DELETE",
      path: "/leave/deputies/{id}",
      summary: "Remove a deputy",
      description: "Past decisions are kept.",
    })
    .input(RecordIdInput)
    .output(RecordIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeDeputy(ctx, input))),
};
