import "server-only";
import { z } from "zod";
import { listDuties } from "@/lib/pools/queries-duties";
import { DutyView } from "@/lib/pools/schema";
import { personApi } from "./base";
import { pageView } from "./page";

export const dutiesApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/duties",
      summary: "List duties",
      description:
        "The catalogue of kinds of support, which skills and duty requirements refer to; always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(DutyView))
    .handler(async ({ context: { ctx } }) => ({ items: await listDuties(ctx), nextCursor: null })),
};
