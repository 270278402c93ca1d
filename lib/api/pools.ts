import "server-only";
import { pagePools, requirePool } from "@/lib/pools/queries";
import { ChangePoolInput, CreatePoolInput, ListPoolsInput, PoolView } from "@/lib/pools/schema";
import { changePool, createPool } from "@/lib/pools/service";
import { managerApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

export const poolsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/pools",
      summary: "List pools",
      description: "The pools you manage, by name.",
    })
    .input(ListPoolsInput)
    .output(pageView(PoolView))
    .handler(({ context: { ctx }, input }) => pagePools(ctx, input)),

  create: managerApi
    .meta({
      access: "manager",
      example: { name: "Gothenburg", timeZone: "Europe/Stockholm", holidayRegion: "SE" },
    })
    .route({
      method: "POST",
      path: "/pools",
      successStatus: 201,
      summary: "Create a pool",
      description: "Creates a pool with you as its manager.",
    })
    .input(CreatePoolInput)
    .output(PoolView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await createPool(ctx, input));
      const managedPoolIds = [...ctx.actor.managedPoolIds, id];
      return requirePool({ ...ctx, actor: { ...ctx.actor, managedPoolIds } }, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/pools/{id}",
      summary: "Show a pool",
      description: "One of the pools you manage.",
    })
    .input(IdInput)
    .output(PoolView)
    .handler(({ context: { ctx }, input }) => requirePool(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { name: "Gothenburg and Malmö", version: 1 } })
    .route({
      method: "PATCH",
      path: "/pools/{id}",
      summary: "Change a pool",
      description: "Changes the fields you send; with a version, only while the pool still has that version.",
    })
    .input(patchInput(ChangePoolInput))
    .output(PoolView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requirePool(ctx, input.id);
      requireValue(await changePool(ctx, wholeOf(ChangePoolInput, current, input)));
      return requirePool(ctx, input.id);
    }),
};
