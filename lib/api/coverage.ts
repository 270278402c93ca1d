import "server-only";
import { z } from "zod";
import { getBoard, listCandidates } from "@/lib/coverage/board/queries";
import {
  AcceptGapInput,
  AssignCoverInput,
  BoardInput,
  BoardView,
  CandidatesInput,
  PinCoverInput,
} from "@/lib/coverage/board/schema";
import { assignCover, releaseCover } from "@/lib/coverage/board/service";
import { acceptGap, reopenGap } from "@/lib/coverage/board/service-gaps";
import { pinCover, undoChange } from "@/lib/coverage/board/service-undo";
import { listWorkloads } from "@/lib/coverage/candidates/queries-workload";
import { WorkloadsInput, WorkloadsView } from "@/lib/coverage/candidates/schema";
import { pageCovers } from "@/lib/covers/queries-list";
import { CoverView, ListCoversInput } from "@/lib/covers/schema";
import { managerApi } from "./base";
import { plansApi } from "./coverage-plans";
import { CandidateView } from "./coverage-views";
import { whatIfApi } from "./coverage-what-if";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { standInsApi } from "./stand-ins";

const ChangeView = z.strictObject({ changeId: z.uuid() });

const board = managerApi
  .route({
    method: "GET",
    path: "/coverage/board",
    summary: "Show coverage",
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
      "All assistants of the pool as cover for an executive's half-days: who is available, and why the others are not.",
  })
  .input(CandidatesInput)
  .output(pageView(CandidateView))
  .handler(async ({ context: { ctx }, input }) => ({
    items: await listCandidates(ctx, input),
    nextCursor: null,
  }));

const workload = managerApi
  .route({
    method: "GET",
    path: "/coverage/workload",
    summary: "Show workload",
    description:
      "Each assistant of a pool with the cover of the past thirteen weeks, highest for their hours first.",
  })
  .input(WorkloadsInput)
  .output(WorkloadsView)
  .handler(({ context: { ctx }, input }) => listWorkloads(ctx, input));

const GAP_EXAMPLE = {
  executiveId: "019ab3a0-0000-7000-8000-000000000002",
  from: "2026-08-17",
  fromPart: "am",
  to: "2026-08-18",
  toPart: "pm",
};

const HalfDays = z.strictObject({ halfDays: z.number().int() });

const gaps = {
  accept: managerApi
    .meta({ access: "manager", example: GAP_EXAMPLE })
    .route({
      method: "POST",
      path: "/coverage/gaps/accept",
      summary: "Accept a gap",
      description: "Leaves gaps of an executive open knowingly; they no longer count as open.",
    })
    .input(AcceptGapInput)
    .output(HalfDays)
    .handler(async ({ context: { ctx }, input }) => requireValue(await acceptGap(ctx, input))),

  reopen: managerApi
    .meta({ access: "manager", example: GAP_EXAMPLE })
    .route({
      method: "POST",
      path: "/coverage/gaps/reopen",
      summary: "Reopen a gap",
      description: "Lets accepted gaps of an executive count as open.",
    })
    .input(AcceptGapInput)
    .output(HalfDays)
    .handler(async ({ context: { ctx }, input }) => requireValue(await reopenGap(ctx, input))),
};

const assignments = {
  list: managerApi
    .route({
      method: "GET",
      path: "/coverage/assignments",
      summary: "List covers",
      description: "The covers of a pool's executives in these days, in any status.",
    })
    .input(ListCoversInput)
    .output(pageView(CoverView))
    .handler(({ context: { ctx }, input }) => pageCovers(ctx, input)),

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
        "Assigns a cover for an executive wherever the stretch needs it; replace takes over the cover of others.",
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
      description: "Pinned cover is not changed by any plan.",
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
      description: "Undoes one coverage change you made, as a whole, while coverage has not changed since.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await undoChange(ctx, input))),
};

export const coverageApi = {
  board,
  candidates,
  workload,
  plans: plansApi,
  whatIf: whatIfApi,
  assignments,
  gaps,
  changes,
  standIns: standInsApi,
};
