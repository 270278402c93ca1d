import "server-only";
import { z } from "zod";
import { listBalances } from "@/lib/absences/balances/queries";
import { previewLeave } from "@/lib/absences/balances/queries-outlook";
import {
  AdjustLeaveInput,
  AdjustmentView,
  BalanceView,
  EntitlementView,
  LeaveOutlook,
  ListBalancesInput,
  PoolInput,
  PreviewLeaveInput,
  SetAllowanceInput,
  SetEntitlementInput,
} from "@/lib/absences/balances/schema";
import {
  adjustLeave,
  listAdjustments,
  listEntitlements,
  setAllowance,
  setEntitlement,
} from "@/lib/absences/balances/service";
import { LeaverView } from "@/lib/absences/settings/schema";
import { cancelLeaveAfterLeaving, listLeavers } from "@/lib/absences/settings/service-leavers";
import { managerApi, managerOrAssistantApi } from "./base";
import { leavePlanningApi } from "./leave-planning";
import { pageView } from "./page";
import { requireValue } from "./refusals";

const AssistantInput = z.strictObject({ assistantId: z.uuid() });

export const leaveApi = {
  ...leavePlanningApi,

  preview: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/leave/preview",
      summary: "Preview leave",
      description: "The effect of leave on the balance and what prevents approval, before it is requested.",
    })
    .input(PreviewLeaveInput)
    .output(LeaveOutlook)
    .handler(async ({ context: { ctx }, input }) => requireValue(await previewLeave(ctx, input))),

  balances: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/leave/balances",
      summary: "List balances",
      description:
        "The balance of each type of leave on a day, today unless another day is sent; days such as 12.5, or minutes.",
    })
    .input(ListBalancesInput)
    .output(pageView(BalanceView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listBalances(ctx, input),
      nextCursor: null,
    })),

  entitlements: managerApi
    .route({
      method: "GET",
      path: "/leave/entitlements",
      summary: "List entitlements",
      description: "The yearly allowance of a pool, type by type.",
    })
    .input(PoolInput)
    .output(pageView(EntitlementView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listEntitlements(ctx, input),
      nextCursor: null,
    })),

  setEntitlement: managerApi
    .meta({
      access: "manager",
      example: {
        poolId: "019ab3a0-0000-7000-8000-000000000003",
        type: "vacation",
        amount: 25,
        carryOverMost: 5,
        carryOverUntil: "03-31",
      },
    })
    .route({
      method: "PUT",
      path: "/leave/entitlements",
      summary: "Set an entitlement",
      description:
        "Sets the yearly allowance of a type in a pool, how it accrues, and what may be carried over.",
    })
    .input(SetEntitlementInput)
    .output(pageView(EntitlementView))
    .handler(async ({ context: { ctx }, input }) => {
      const { poolId } = requireValue(await setEntitlement(ctx, input));
      return { items: await listEntitlements(ctx, { poolId }), nextCursor: null };
    }),

  setAllowance: managerApi
    .meta({
      access: "manager",
      example: {
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        type: "vacation",
        year: 2026,
        amount: 28,
        carriedOver: null,
      },
    })
    .route({
      method: "PUT",
      path: "/leave/allowances",
      summary: "Set an allowance",
      description:
        "The individual allowance of a type in a year; null calculates it from the pool and from the year before.",
    })
    .input(SetAllowanceInput)
    .output(pageView(BalanceView))
    .handler(async ({ context: { ctx }, input }) => {
      const { assistantId } = requireValue(await setAllowance(ctx, input));
      return { items: await listBalances(ctx, { assistantId }), nextCursor: null };
    }),

  adjustments: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/leave/adjustments",
      summary: "List adjustments",
      description: "Adjustments of leave and overtime earned, the latest first, always one page.",
    })
    .input(AssistantInput)
    .output(pageView(AdjustmentView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listAdjustments(ctx, input.assistantId),
      nextCursor: null,
    })),

  adjust: managerApi
    .meta({
      access: "manager",
      example: {
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        type: "toil",
        amount: 90,
        on: "2026-08-17",
        reason: "Stayed for the board dinner.",
      },
    })
    .route({
      method: "POST",
      path: "/leave/adjustments",
      successStatus: 201,
      summary: "Adjust a balance",
      description:
        "Adds or deducts leave, or records overtime earned: days, or minutes if the type is counted in time.",
    })
    .input(AdjustLeaveInput)
    .output(pageView(AdjustmentView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await adjustLeave(ctx, input));
      return { items: await listAdjustments(ctx, input.assistantId), nextCursor: null };
    }),

  leavers: managerApi
    .route({
      method: "GET",
      path: "/leave/leavers",
      summary: "List leavers with leave",
      description: "People of your pools who have leave after their last day.",
    })
    .input(z.strictObject({}))
    .output(pageView(LeaverView))
    .handler(async ({ context: { ctx } }) => ({ items: await listLeavers(ctx), nextCursor: null })),

  cancelAfterLeaving: managerApi
    .meta({ access: "manager", example: { assistantId: "019ab3a0-0000-7000-8000-000000000003" } })
    .route({
      method: "POST",
      path: "/leave/leavers/cancel",
      summary: "Cancel a leaver's leave",
      description: "Cancels leave after the last day and shortens leave that goes across it.",
    })
    .input(AssistantInput)
    .output(z.strictObject({ absenceIds: z.array(z.uuid()) }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await cancelLeaveAfterLeaving(ctx, input))),
};
