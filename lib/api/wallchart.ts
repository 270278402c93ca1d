import "server-only";
import { getWallchart } from "@/lib/absences/wallchart/queries";
import { WallchartInput, WallchartView } from "@/lib/absences/wallchart/schema";
import { managerOrAssistantApi } from "./base";

export const wallchartApi = {
  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/wallchart",
      summary: "Show the time off calendar",
      description:
        "Absences of your pools in six weeks, a month or a year around a day (six weeks from this one on when nothing is named), as spans of half-days. Types, figures and covers only for people you manage, and your own.",
    })
    .input(WallchartInput)
    .output(WallchartView)
    .handler(({ context: { ctx, locale }, input }) =>
      getWallchart({ ...ctx, actor: { ...ctx.actor, locale } }, input),
    ),
};
