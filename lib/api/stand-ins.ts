import "server-only";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { StandInsInput, StandInsView } from "@/lib/coverage/candidates/schema-stand-ins";
import { managerApi } from "./base";

export const standInsApi = managerApi
  .route({
    method: "GET",
    path: "/coverage/stand-ins",
    summary: "Show who could step in",
    description:
      "For each executive and duty of a pool who could cover on a day (the next working day unless you name one), who last did, and on whom executives depend. The executives with the fewest come first, 50 a page.",
  })
  .input(StandInsInput)
  .output(StandInsView)
  .handler(({ context: { ctx }, input }) => listStandIns(ctx, input));
