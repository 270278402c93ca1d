import "server-only";
import { getBrief } from "@/lib/insight/brief/queries";
import { Brief, BriefInput } from "@/lib/insight/brief/schema";
import { managerApi } from "./base";

/** What waits in the caller's pools in a week. */
export const briefApi = {
  get: managerApi
    .route({
      method: "GET",
      path: "/brief",
      summary: "Show the brief of a week",
      description:
        "What waits in the pools I lead: gaps, leave to decide on, requests, shifts not read, handovers, reviews and seats. At most twelve lines, each with its page; never why a person is away.",
    })
    .input(BriefInput)
    .output(Brief)
    .handler(({ context: { ctx }, input }) => getBrief(ctx, input)),
};
