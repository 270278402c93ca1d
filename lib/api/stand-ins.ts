import "server-only";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { StandInsInput, StandInsView } from "@/lib/coverage/candidates/schema-stand-ins";
import { managerApi } from "./base";

export const standInsApi = managerApi
  .route({
    method: "GET",
    path: "/coverage/stand-ins",
    summary: "Show backup coverage",
    description:
      "For each executive and duty of a pool: the backups on a day (the next working day unless you send one), the last cover, and dependence on one person. Executives with the fewest backups come first, 50 a page.",
  })
  .input(StandInsInput)
  .output(StandInsView)
  .handler(({ context: { ctx }, input }) => listStandIns(ctx, input));
