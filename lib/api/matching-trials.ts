import "server-only";
import { z } from "zod";
import { listKnownTrials, requireTrial } from "@/lib/matching/trials/queries";
import {
  AnswerTrialInput,
  CheckInTrialInput,
  ProposeTrialInput,
  TrialVersionInput,
  TrialView,
} from "@/lib/matching/trials/schema";
import { answerTrial, confirmTrial, stopTrial } from "@/lib/matching/trials/service";
import { checkInTrial } from "@/lib/matching/trials/service-check-ins";
import { proposeTrial } from "@/lib/matching/trials/service-proposing";
import { managerApi, personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const EXECUTIVE = "019ab3a0-0000-7000-8000-000000000002";
const ASSISTANT = "019ab3a0-0000-7000-8000-000000000003";

/** Pairs that try working together for some weeks. */
export const trialsApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/matching/trials",
      summary: "List trials",
      description:
        "Your own, and those of the pools you lead, the latest to begin first, always one page. Of check-ins each of the two reads their own alone.",
    })
    .input(z.strictObject({}))
    .output(pageView(TrialView))
    .handler(async ({ context: { ctx } }) => ({ items: await listKnownTrials(ctx), nextCursor: null })),

  get: personApi
    .route({
      method: "GET",
      path: "/matching/trials/{id}",
      summary: "Show a trial",
      description: "Its days, where it is, and what you may read of how it goes.",
    })
    .input(IdInput)
    .output(TrialView)
    .handler(({ context: { ctx }, input }) => requireTrial(ctx, input.id)),

  propose: managerApi
    .meta({
      access: "manager",
      example: { executiveId: EXECUTIVE, assistantId: ASSISTANT, from: "2026-09-07", weeks: 4 },
    })
    .route({
      method: "POST",
      path: "/matching/trials",
      successStatus: 201,
      summary: "Propose a trial",
      description: "Both are asked; support is written for its days when both have said yes.",
    })
    .input(ProposeTrialInput)
    .output(TrialView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await proposeTrial(ctx, input));
      return requireTrial(ctx, id);
    }),

  answer: personApi
    .meta({ access: "person", example: { accept: true, version: 1 } })
    .route({
      method: "POST",
      path: "/matching/trials/{id}/answer",
      summary: "Answer a trial",
      description: "Your own yes or no, before its first day. A no needs no reason.",
    })
    .input(AnswerTrialInput.partial({ version: true }))
    .output(TrialView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireTrial(ctx, input.id));
      requireValue(await answerTrial(ctx, read));
      return requireTrial(ctx, input.id);
    }),

  stop: personApi
    .meta({ access: "person", example: { version: 2 } })
    .route({
      method: "POST",
      path: "/matching/trials/{id}/stop",
      summary: "Stop a trial",
      description: "What was before stands again from tomorrow. No reason is asked for.",
    })
    .input(TrialVersionInput.partial({ version: true }))
    .output(TrialView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireTrial(ctx, input.id));
      requireValue(await stopTrial(ctx, read));
      return requireTrial(ctx, input.id);
    }),

  confirm: managerApi
    .meta({ access: "manager", example: { version: 2 } })
    .route({
      method: "POST",
      path: "/matching/trials/{id}/confirm",
      summary: "Confirm a trial",
      description: "While it is under way: its support goes on until further notice.",
    })
    .input(TrialVersionInput.partial({ version: true }))
    .output(TrialView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireTrial(ctx, input.id));
      requireValue(await confirmTrial(ctx, read));
      return requireTrial(ctx, input.id);
    }),

  checkIn: personApi
    .meta({ access: "person", example: { rating: 4, works: "Travel is well prepared." } })
    .route({
      method: "POST",
      path: "/matching/trials/{id}/check-in",
      summary: "Say how a trial goes",
      description:
        "Once at half time and once before the end; read by the managers of the pool, never by the other.",
    })
    .input(CheckInTrialInput)
    .output(TrialView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await checkInTrial(ctx, input));
      return requireTrial(ctx, input.id);
    }),
};
