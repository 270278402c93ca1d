import "server-only";
import { z } from "zod";
import { tryWhatIf } from "@/lib/coverage/what-if/queries";
import { WhatIfInput } from "@/lib/coverage/what-if/schema";
import { managerApi } from "./base";
import { PlannedGapView, PlannedMoveView } from "./coverage-views";

const Figures = z.object({
  halfDays: z.number().int(),
  executives: z.number().int(),
  weightedMinutes: z.number().int().meta({ description: "Minutes by the weight of the executive." }),
});

const Picture = z.object({
  standing: Figures.meta({ description: "The board's own gaps." }),
  planned: Figures.meta({ description: "What the best plan leaves open." }),
  weeks: z.array(z.object({ week: z.string(), standing: z.number().int(), planned: z.number().int() })),
  isFewestGaps: z.boolean().meta({ description: "No plan could leave less open." }),
});

const Load = z.object({ own: z.number(), cover: z.number() });

const WhatIfView = z.object({
  poolId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  before: Picture,
  after: Picture,
  worsened: z.array(z.object({ executiveId: z.string(), before: z.number().int(), after: z.number().int() })),
  moves: z.array(PlannedMoveView),
  load: z.array(z.object({ assistantId: z.string(), before: Load, after: Load })),
  gaps: z.array(PlannedGapView),
  names: z.record(z.string(), z.string()),
});

/** What some changes would mean for a pool. */
export const whatIfApi = managerApi
  .meta({
    access: "manager",
    example: {
      poolId: "019ab3a0-0000-7000-8000-000000000001",
      week: "2026-W34",
      weeks: 2,
      changes: [{ kind: "no_cover", weekday: 5 }],
    },
  })
  .route({
    method: "POST",
    path: "/coverage/what-if",
    summary: "Ask what if",
    description:
      "Plans a pool as it is and as it would be after some changes, and answers both side by side; saves nothing.",
  })
  .input(WhatIfInput)
  .output(WhatIfView)
  .handler(({ context: { ctx }, input }) => tryWhatIf(ctx, input));
