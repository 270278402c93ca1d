import "server-only";
import { z } from "zod";
import { listServiceLevels } from "@/lib/requests/levels/queries";
import { ServiceLevelRow, SetServiceLevelsInput, TryServiceLevelInput } from "@/lib/requests/levels/schema";
import { ServiceLevelView } from "@/lib/requests/levels/schema-clock";
import { setServiceLevels, tryServiceLevel } from "@/lib/requests/levels/service";
import { managerApi } from "./base";
import { IdInput } from "./page";
import { requireValue } from "./refusals";

const LevelsView = z.strictObject({ items: z.array(ServiceLevelRow) });

export const serviceLevelsApi = {
  list: managerApi
    .meta({ access: "manager" })
    .route({
      method: "GET",
      path: "/pools/{id}/service-levels",
      summary: "List a pool’s service levels",
      description:
        "What the pool promises by type, priority and tier, in minutes of the executive’s support hours.",
    })
    .input(IdInput)
    .output(LevelsView)
    .handler(async ({ context: { ctx }, input }) => ({ items: await listServiceLevels(ctx, input) })),

  set: managerApi
    .meta({
      access: "manager",
      example: {
        levels: [{ typeId: null, priority: "urgent", tier: null, answerMinutes: 60, resolveMinutes: 480 }],
      },
    })
    .route({
      method: "PUT",
      path: "/pools/{id}/service-levels",
      summary: "Set a pool’s service levels",
      description:
        "Replaces all levels of the pool. Requests that were sent before keep what they were promised.",
    })
    .input(SetServiceLevelsInput)
    .output(LevelsView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await setServiceLevels(ctx, input));
      return { items: await listServiceLevels(ctx, { id }) };
    }),

  try: managerApi
    .meta({
      access: "manager",
      example: {
        executiveId: "019ab3a0-0000-7000-8000-000000000004",
        answerMinutes: 60,
        resolveMinutes: 480,
        filedAt: "2026-08-17T07:00:00Z",
        steps: [{ at: "2026-08-17T07:20:00Z", move: "answer" }],
        now: "2026-08-17T08:00:00Z",
      },
    })
    .route({
      method: "POST",
      path: "/service-levels/try",
      summary: "Try a service level",
      description:
        "Says what the clock would show on an executive’s support hours after some steps. Keeps nothing.",
    })
    .input(TryServiceLevelInput)
    .output(ServiceLevelView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await tryServiceLevel(ctx, input))),
};
