import "server-only";
import { tryWhatIf } from "@/lib/coverage/what-if/queries";
import { WhatIfInput, WhatIfView } from "@/lib/coverage/what-if/schema";
import { managerApi } from "./base";

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
      "Plans a pool as it is and as it would be after some changes, and returns both side by side; saves nothing.",
  })
  .input(WhatIfInput)
  .output(WhatIfView)
  .handler(({ context: { ctx }, input }) => tryWhatIf(ctx, input));
