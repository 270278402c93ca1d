import "server-only";
import { z } from "zod";
import { requireFill } from "@/lib/schedules/fills/queries";
import { explainFill } from "@/lib/schedules/fills/queries-explanations";
import {
  ExplainedFillView,
  ExplainFillInput,
  FillDaysInput,
  FillIdInput,
  FillView,
  UseRemedyInput,
} from "@/lib/schedules/fills/schema";
import { acceptFill, discardFill, fillDays, stopFill } from "@/lib/schedules/fills/service";
import { applyRemedy } from "@/lib/schedules/fills/service-remedies";
import { managerApi } from "./base";
import { requireValue } from "./refusals";

const POOL = "019ab3a0-0000-7000-8000-000000000001";

/** Filling days with shifts: looked for behind the scenes, kept as drafts once accepted. */
export const fillsApi = {
  create: managerApi
    .meta({ access: "manager", example: { poolId: POOL, from: "2026-08-24", to: "2026-08-28" } })
    .route({
      method: "POST",
      path: "/schedules/fill",
      successStatus: 201,
      summary: "Fill days with shifts",
      description:
        "Looks for the shifts that leave the fewest people missing, around what is planned already. Ask for it again until it is done; one that goes on for the same days is that one.",
    })
    .input(FillDaysInput)
    .output(FillView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await fillDays(ctx, input));
      return requireFill(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/schedules/fill/{id}",
      summary: "Show a fill",
      description:
        "How far it is, the shifts it proposes, where people are still missing, and what stops them.",
    })
    .input(FillIdInput)
    .output(FillView)
    .handler(({ context: { ctx }, input }) => requireFill(ctx, input.id)),

  explain: managerApi
    .route({
      method: "GET",
      path: "/schedules/fill/{id}/explanation",
      summary: "Explain a part of a fill",
      description:
        "What would fill a hole, each change tried; or why an assistant is proposed for a shift, who is next best and what that would make worse.",
    })
    .input(ExplainFillInput)
    .output(ExplainedFillView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await explainFill(ctx, input))),

  use: managerApi
    .meta({ access: "manager", example: { version: 1, hole: 0, remedy: 0 } })
    .route({
      method: "POST",
      path: "/schedules/fill/{id}/use",
      summary: "Use a remedy",
      description:
        "Changes the proposal so that a remedy of its explanation fills a hole; nothing is drafted until the fill is kept.",
    })
    .input(UseRemedyInput)
    .output(FillView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await applyRemedy(ctx, input));
      return requireFill(ctx, id);
    }),

  accept: managerApi
    .meta({ access: "manager", example: {} })
    .route({
      method: "POST",
      path: "/schedules/fill/{id}/accept",
      summary: "Keep a fill",
      description: "Drafts all its shifts together; refused where anything it was made from has changed.",
    })
    .input(FillIdInput)
    .output(z.strictObject({ shiftIds: z.array(z.uuid()) }))
    .handler(async ({ context: { ctx }, input }) => {
      const { shiftIds } = requireValue(await acceptFill(ctx, input));
      return { shiftIds };
    }),

  stop: managerApi
    .meta({ access: "manager", example: {} })
    .route({
      method: "POST",
      path: "/schedules/fill/{id}/stop",
      summary: "Stop a fill",
      description: "Ends the search; the best so far stays as its proposal.",
    })
    .input(FillIdInput)
    .output(FillIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await stopFill(ctx, input))),

  remove: managerApi
    .route({
      method: "DELETE",
      path: "/schedules/fill/{id}",
      summary: "Put a fill away",
      description: "Ends the search and forgets what it found; no shift changes.",
    })
    .input(FillIdInput)
    .output(FillIdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await discardFill(ctx, input))),
};
