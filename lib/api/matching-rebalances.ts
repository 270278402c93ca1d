import "server-only";
import { listRebalances, requireRebalance } from "@/lib/matching/proposals/queries";
import {
  ApplyRebalanceInput,
  ListRebalancesInput,
  ProposeRebalanceInput,
  RebalanceVersionInput,
  RebalanceView,
} from "@/lib/matching/proposals/schema";
import { discardRebalance, proposeRebalance } from "@/lib/matching/proposals/service";
import { applyRebalance, undoRebalance } from "@/lib/matching/proposals/service-apply";
import { managerApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

/** Who could support whom with few changes. */
export const rebalancesApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/matching/rebalances",
      summary: "List rebalances",
      description: "What was worked out for a pool, the latest first, with what became of it.",
    })
    .input(ListRebalancesInput)
    .output(pageView(RebalanceView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listRebalances(ctx, input),
      nextCursor: null,
    })),

  propose: managerApi
    .meta({
      access: "manager",
      example: { poolId: "019ab3a0-0000-7000-8000-000000000001", from: "2026-09-07", mostChanges: 3 },
    })
    .route({
      method: "POST",
      path: "/matching/rebalances",
      successStatus: 201,
      summary: "Work out a rebalance",
      description:
        "Who could support whom from a day on with at most so many changes; each point of the curve is the best for its number. Nothing changes by it.",
    })
    .input(ProposeRebalanceInput)
    .output(RebalanceView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await proposeRebalance(ctx, input));
      return requireRebalance(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/matching/rebalances/{id}",
      summary: "Show a rebalance",
      description: "The curve, with the changes of each point.",
    })
    .input(IdInput)
    .output(RebalanceView)
    .handler(({ context: { ctx }, input }) => requireRebalance(ctx, input.id)),

  apply: managerApi
    .meta({ access: "manager", example: { changes: 1, version: 1 } })
    .route({
      method: "POST",
      path: "/matching/rebalances/{id}/apply",
      summary: "Accept a rebalance",
      description:
        "Changes support from its day on, all in one; refused as outdated where people or support have changed since.",
    })
    .input(ApplyRebalanceInput.partial({ version: true }))
    .output(RebalanceView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireRebalance(ctx, input.id));
      requireValue(await applyRebalance(ctx, read));
      return requireRebalance(ctx, input.id);
    }),

  undo: managerApi
    .meta({ access: "manager", example: { version: 2 } })
    .route({
      method: "POST",
      path: "/matching/rebalances/{id}/undo",
      summary: "Undo a rebalance",
      description: "Support is as it was; until the day it begins.",
    })
    .input(RebalanceVersionInput.partial({ version: true }))
    .output(RebalanceView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireRebalance(ctx, input.id));
      requireValue(await undoRebalance(ctx, read));
      return requireRebalance(ctx, input.id);
    }),

  discard: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/matching/rebalances/{id}/discard",
      summary: "Discard a rebalance",
      description: "Puts a proposal away.",
    })
    .input(RebalanceVersionInput.partial({ version: true }))
    .output(RebalanceView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireRebalance(ctx, input.id));
      requireValue(await discardRebalance(ctx, read));
      return requireRebalance(ctx, input.id);
    }),
};
