import "server-only";
import type { SystemCtx } from "@/lib/context";
import type { JobName } from "./names";
import { forgetExpired } from "./retention";

/** Work no person waits for: when it is due (cron, UTC), and a verb that may run twice without harm. */
export type Job = { cron: string; run: (ctx: SystemCtx) => Promise<unknown> };

export const JOBS: Record<JobName, Job> = {
  "forget-expired": { cron: "17 3 * * *", run: forgetExpired },
};
