import "server-only";
import { z } from "zod";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requirePlan, requirePlanProblem, requirePlanRun } from "@/lib/coverage/plans/queries";
import { explainPlanPart } from "@/lib/coverage/plans/queries-explanations";
import { pagePlans } from "@/lib/coverage/plans/queries-list";
import {
  AcceptPlanInput,
  DiscardPlanInput,
  ExplainPlanInput,
  ListPlansInput,
  PlanSummaryView,
  ProposePlanInput,
} from "@/lib/coverage/plans/schema";
import { acceptPlan, discardPlan, proposePlan } from "@/lib/coverage/plans/service";
import { stopPlan } from "@/lib/coverage/plans/service-runs";
import { managerApi } from "./base";
import { ExplainedPartView, PlanDocument, PlanRunView, ProblemView } from "./coverage-views";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

function atPlanVersion<I extends { id: string; version?: number | undefined }>(ctx: Ctx<Manager>, input: I) {
  return atVersion(input, () => requirePlanRun(ctx, input.id));
}

/** Plans of cover: made at once, proven behind, explained, accepted or put aside. */
export const plansApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans",
      summary: "List plans",
      description: "The plans of a pool, newest first, without what they propose.",
    })
    .input(ListPlansInput)
    .output(pageView(PlanSummaryView))
    .handler(({ context: { ctx }, input }) => pagePlans(ctx, input)),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        poolId: "019ab3a0-0000-7000-8000-000000000001",
        from: "2026-08-17",
        to: "2026-08-21",
        mode: "repair",
      },
    })
    .route({
      method: "POST",
      path: "/coverage/plans",
      successStatus: 201,
      summary: "Propose a plan",
      description:
        "Plans cover for the gaps of a pool and returns the first verified plan; the search for a better one continues.",
    })
    .input(ProposePlanInput)
    .output(PlanDocument)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await proposePlan(ctx, input));
      return requireValue(await requirePlan(ctx, id));
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans/{id}",
      summary: "Show a plan",
      description: "A plan with its score, who covers whom and why, and what stays open with reasons.",
    })
    .input(IdInput)
    .output(PlanDocument)
    .handler(async ({ context: { ctx }, input }) => requireValue(await requirePlan(ctx, input.id))),

  problem: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans/{id}/problem",
      summary: "Show a plan's problem",
      description: "The planning problem the plan solves, as npm run plan reads it.",
    })
    .input(IdInput)
    .output(ProblemView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await requirePlanProblem(ctx, input.id))),

  run: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans/{id}/run",
      summary: "Show the state of a plan's run",
      description:
        "Whether the search for a better plan or a proof is running, its stage, and the gap so far.",
    })
    .input(IdInput)
    .output(PlanRunView)
    .handler(({ context: { ctx }, input }) => requirePlanRun(ctx, input.id)),

  stop: managerApi
    .route({
      method: "POST",
      path: "/coverage/plans/{id}/stop",
      summary: "Stop a plan's run",
      description: "Ends the search for a better plan and keeps the best so far.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await stopPlan(ctx, input))),

  explain: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans/{id}/explanation",
      summary: "Explain a part of a plan",
      description: "Why one cover was chosen and not others, or what would close one gap.",
    })
    .input(ExplainPlanInput)
    .output(ExplainedPartView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await explainPlanPart(ctx, input))),

  accept: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/coverage/plans/{id}/accept",
      summary: "Accept a plan",
      description:
        "Confirms all covers of a plan at once and ends its run; refused when the coverage it was made from has changed.",
    })
    .input(AcceptPlanInput)
    .output(z.strictObject({ changeId: z.uuid(), covers: z.number().int(), acceptedGaps: z.number().int() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await acceptPlan(ctx, input))),

  discard: managerApi
    .route({
      method: "POST",
      path: "/coverage/plans/{id}/discard",
      summary: "Discard a plan",
      description: "Discards a proposed plan.",
    })
    .input(DiscardPlanInput.partial({ version: true }))
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) =>
      requireValue(await discardPlan(ctx, await atPlanVersion(ctx, input))),
    ),
};
