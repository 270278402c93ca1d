import "server-only";
import { getWallchart } from "@/lib/absences/wallchart/queries";
import { WallchartInput, WallchartView } from "@/lib/absences/wallchart/schema";
import { managerOrAssistantApi } from "./base";

export const wallchartApi = {
  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/wallchart",
      summary: "Show the wallchart",
      description:
        "Who of your pools is away in a month or a year, as spans of half-days. Types, figures and covers only of people you lead, and your own.",
    })
    .input(WallchartInput)
    .output(WallchartView)
    .handler(({ context: { ctx, locale }, input }) =>
      getWallchart({ ...ctx, actor: { ...ctx.actor, locale } }, input),
    ),
};
