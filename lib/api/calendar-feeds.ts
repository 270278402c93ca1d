import "server-only";
import { z } from "zod";
import { feedAddress } from "@/lib/calendars/rules-address";
import { FEED_KINDS, FeedView, MakeFeedInput } from "@/lib/calendars/schema";
import { listFeeds, makeFeed, removeFeed } from "@/lib/calendars/service";
import { env } from "@/lib/env";
import { personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

const MadeFeed = z.strictObject({
  id: z.uuid(),
  kind: z.enum(FEED_KINDS),
  url: z.url().meta({ description: "The secret address; it is shown this once." }),
});

export const calendarFeedsApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/calendar-feeds",
      summary: "List calendar feeds",
      description: "Every calendar you may subscribe to, with or without an address, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(FeedView))
    .handler(async ({ context: { ctx } }) => ({ items: await listFeeds(ctx), nextCursor: null })),

  create: personApi
    .meta({ access: "person", example: { kind: "assistant" } })
    .route({
      method: "POST",
      path: "/calendar-feeds",
      successStatus: 201,
      summary: "Create a calendar feed",
      description: "Gives a calendar of yours a new secret address; the previous one stops working.",
    })
    .input(MakeFeedInput)
    .output(MadeFeed)
    .handler(async ({ context: { ctx }, input }) => {
      const { id, kind, token } = requireValue(await makeFeed(ctx, input));
      return { id, kind, url: feedAddress(env().NEXTAUTH_URL, token) };
    }),

  remove: personApi
    .route({
      method: "DELETE",
      path: "/calendar-feeds/{id}",
      summary: "Remove a calendar feed",
      description: "Removes the address of one of your calendars.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await removeFeed(ctx, input))),
};
