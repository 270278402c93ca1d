import "server-only";
import { z } from "zod";
import { assignCover, releaseCover } from "@/lib/coverage/assignments";
import { requirePlan, requirePlanProblem } from "@/lib/coverage/plan-queries";
import { acceptPlan, discardPlan, proposePlan } from "@/lib/coverage/plans";
import { getBoard, listCandidates } from "@/lib/coverage/queries";
import {
  AssignCoverInput,
  BoardInput,
  BoardView,
  CandidatesInput,
  PinCoverInput,
  ProposePlanInput,
  StandingsInput,
  StandingsView,
} from "@/lib/coverage/schema";
import { listStandings } from "@/lib/coverage/standings";
import { pinCover, undoChange } from "@/lib/coverage/undo";
import { managerApi } from "./base";
import { CandidateView, PlanView, ProblemView } from "./coverage-views";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { standInsApi } from "./stand-ins";

const ChangeView = z.strictObject({ changeId: z.uuid() });

const board = managerApi
  .route({
    method: "GET",
    path: "/coverage/board",
    summary: "Show the board",
    description:
      "Each executive of a pool by half-day: own, cover, gap or not needed, for at most twelve weeks.",
  })
  .input(BoardInput)
  .output(BoardView)
  .handler(({ context: { ctx }, input }) => getBoard(ctx, input));

const candidates = managerApi
  .route({
    method: "GET",
    path: "/coverage/candidates",
    summary: "List who could cover",
    description:
      "Everybody of the pool as cover for an executive's half-days: who is free, and why the others are not.",
  })
  .input(CandidatesInput)
  .output(pageView(CandidateView))
  .handler(async ({ context: { ctx }, input }) => ({
    items: await listCandidates(ctx, input),
    nextCursor: null,
  }));

const standings = managerApi
  .route({
    method: "GET",
    path: "/coverage/standings",
    summary: "Show who carried how much",
    description:
      "Each assistant of a pool with what they covered over the past thirteen weeks, most for their hours first.",
  })
  .input(StandingsInput)
  .output(StandingsView)
  .handler(({ context: { ctx }, input }) => listStandings(ctx, input));

const plans = {
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
        "Plans cover for the gaps of a pool, explains each choice and keeps the plan for a decision.",
    })
    .input(ProposePlanInput)
    .output(PlanView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await proposePlan(ctx, input));
      return requirePlan(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans/{id}",
      summary: "Show a plan",
      description: "A plan with its score, who covers whom and why, and what stays open with reasons.",
    })
    .input(IdInput)
    .output(PlanView)
    .handler(({ context: { ctx }, input }) => requirePlan(ctx, input.id)),

  problem: managerApi
    .route({
      method: "GET",
      path: "/coverage/plans/{id}/problem",
      summary: "Show a plan's problem",
      description: "The planning problem the plan solves, as npm run plan reads it.",
    })
    .input(IdInput)
    .output(ProblemView)
    .handler(({ context: { ctx }, input }) => requirePlanProblem(ctx, input.id)),

  accept: managerApi
    .route({
      method: "POST",
      path: "/coverage/plans/{id}/accept",
      summary: "Accept a plan",
      description: "Confirms all covers of a plan at once; refused when what it was made from has changed.",
    })
    .input(IdInput)
    .output(z.strictObject({ changeId: z.uuid(), covers: z.number().int(), acceptedGaps: z.number().int() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await acceptPlan(ctx, input))),

  discard: managerApi
    .route({
      method: "POST",
      path: "/coverage/plans/{id}/discard",
      summary: "Discard a plan",
      description: "Puts a proposed plan aside.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await discardPlan(ctx, input))),
};

const assignments = {
  create: managerApi
    .meta({
      access: "manager",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000002",
        assistantId: "019ab3a0-0000-7000-8000-000000000003",
        from: "2026-08-17",
        fromPart: "am",
        to: "2026-08-18",
        toPart: "pm",
      },
    })
    .route({
      method: "POST",
      path: "/coverage/assignments",
      successStatus: 201,
      summary: "Assign cover",
      description:
        "Covers an executive by hand wherever the stretch needs it; replace takes over what others cover.",
    })
    .input(AssignCoverInput)
    .output(ChangeView.extend({ assignmentIds: z.array(z.uuid()) }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await assignCover(ctx, input))),

  release: managerApi
    .route({
      method: "DELETE",
      path: "/coverage/assignments/{id}",
      summary: "Release cover",
      description: "Ends a cover; its half-days become gaps again.",
    })
    .input(IdInput)
    .output(ChangeView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await releaseCover(ctx, input))),

  pin: managerApi
    .meta({ access: "manager", example: { pinned: true } })
    .route({
      method: "POST",
      path: "/coverage/assignments/{id}/pin",
      summary: "Pin or unpin cover",
      description: "Pinned cover stays where it is when a plan is made anew.",
    })
    .input(PinCoverInput)
    .output(z.strictObject({ id: z.uuid(), changeId: z.uuid().nullable() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await pinCover(ctx, input))),
};

const changes = {
  undo: managerApi
    .route({
      method: "POST",
      path: "/coverage/changes/{id}/undo",
      summary: "Undo a change",
      description:
        "Takes back one change of the board you made, as a whole, while the board has not moved on.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await undoChange(ctx, input))),
};

export const coverageApi = {
  board,
  candidates,
  standings,
  plans,
  assignments,
  changes,
  standIns: standInsApi,
};
