import "server-only";
import { z } from "zod";
import { requireAsks } from "@/lib/matching/asks/queries";
import { AsksView, ExecutiveAsksInput, SetAsksInput } from "@/lib/matching/asks/schema";
import { setAsks } from "@/lib/matching/asks/service";
import { getOwnMatching } from "@/lib/matching/knowledge/queries";
import {
  AcknowledgeInput,
  AnswerObjectionInput,
  ObjectInput,
  OwnMatchingView,
  RateOwnStylesInput,
  RateStylesInput,
  SetWishInput,
  TellAssistantInput,
} from "@/lib/matching/knowledge/schema";
import {
  acknowledgeMatching,
  answerObjection,
  objectToFigure,
  rateOwnStyles,
  rateStyles,
  setWish,
  tellAssistant,
} from "@/lib/matching/knowledge/service";
import { listUnratedCovers } from "@/lib/matching/outcomes/queries";
import { RateCoverInput, UnratedCover } from "@/lib/matching/outcomes/schema";
import { rateCover } from "@/lib/matching/outcomes/service";
import { assistantApi, executiveApi, managerApi, personApi } from "./base";
import { pageView } from "./page";
import { requireValue } from "./refusals";

const EXECUTIVE = "019ab3a0-0000-7000-8000-000000000002";
const ASSISTANT = "019ab3a0-0000-7000-8000-000000000003";

/** What matching knows of oneself. */
export const ownMatchingApi = {
  get: assistantApi
    .route({
      method: "GET",
      path: "/me/matching",
      summary: "What matching knows about me",
      description: "Every figure with its source, how I fit the executives I support, and my objections.",
    })
    .input(z.strictObject({}))
    .output(OwnMatchingView)
    .handler(({ context: { ctx } }) => getOwnMatching(ctx)),

  acknowledge: assistantApi
    .meta({ access: "assistant", example: {} })
    .route({
      method: "POST",
      path: "/me/matching/acknowledge",
      summary: "Say that I have read how matching works",
      description: "From then on my ratings of work styles count.",
    })
    .input(AcknowledgeInput)
    .output(z.object({ assistantId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await acknowledgeMatching(ctx, input))),

  rate: assistantApi
    .meta({ access: "assistant", example: { ratings: { integrity: 4 } } })
    .route({
      method: "POST",
      path: "/me/matching/styles",
      summary: "Rate my ways of working",
      description: "Rates my ways of working from 1 to 5; null takes a rating away.",
    })
    .input(RateOwnStylesInput)
    .output(z.object({ assistantId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await rateOwnStyles(ctx, input))),

  object: assistantApi
    .meta({ access: "assistant", example: { figure: "experience", words: "I worked elsewhere before." } })
    .route({
      method: "POST",
      path: "/me/matching/objections",
      successStatus: 201,
      summary: "Object to a figure",
      description: "The figure counts for nothing until a manager has answered in words.",
    })
    .input(ObjectInput)
    .output(z.object({ id: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await objectToFigure(ctx, input))),
};

/** What people say for matching, and what they are asked. */
export const matchingKnowledgeApi = {
  tell: managerApi
    .meta({ access: "manager", example: { assistantId: ASSISTANT } })
    .route({
      method: "POST",
      path: "/matching/notices",
      summary: "Ask an assistant to read how matching works",
      description: "Notifies the assistant; work styles count once they have read it and rated themselves.",
    })
    .input(TellAssistantInput)
    .output(z.object({ assistantId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await tellAssistant(ctx, input))),

  rate: managerApi
    .meta({ access: "manager", example: { assistantId: ASSISTANT, ratings: { integrity: 4 } } })
    .route({
      method: "POST",
      path: "/matching/styles",
      summary: "Rate an assistant’s ways of working",
      description: "Counts only together with the assistant’s own ratings, and the assistant reads it.",
    })
    .input(RateStylesInput)
    .output(z.object({ assistantId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await rateStyles(ctx, input))),

  answer: managerApi
    .meta({ access: "manager", example: { answer: "Corrected on Monday." } })
    .route({
      method: "POST",
      path: "/matching/objections/{id}/answer",
      summary: "Answer an objection",
      description: "Answers in words; the figure counts again.",
    })
    .input(AnswerObjectionInput)
    .output(z.object({ id: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await answerObjection(ctx, input))),

  prefer: personApi
    .meta({ access: "person", example: { withId: "019ab3a0-0000-7000-8000-000000000002", wish: "gladly" } })
    .route({
      method: "POST",
      path: "/matching/preferences",
      summary: "Say whom I would gladly work with",
      description:
        "An assistant says it of an executive, an executive of an assistant; only the managers of the pool read it besides.",
    })
    .input(SetWishInput)
    .output(z.object({ withId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await setWish(ctx, input))),

  coversToRate: executiveApi
    .route({
      method: "GET",
      path: "/matching/ratings",
      summary: "List covers to rate",
      description:
        "Covers of mine that ended in the past two weeks, the last of each assistant, if not rated.",
    })
    .input(z.strictObject({}))
    .output(pageView(UnratedCover))
    .handler(async ({ context: { ctx } }) => ({ items: await listUnratedCovers(ctx), nextCursor: null })),

  rateCover: executiveApi
    .meta({ access: "executive", example: { coverId: EXECUTIVE, rating: 4 } })
    .route({
      method: "POST",
      path: "/matching/ratings",
      successStatus: 201,
      summary: "Rate a cover",
      description: "Says from 1 to 5 how a cover was, once and after its last day.",
    })
    .input(RateCoverInput)
    .output(z.object({ coverId: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await rateCover(ctx, input))),

  asks: personApi
    .route({
      method: "GET",
      path: "/matching/asks",
      summary: "Show what an executive asks for",
      description: "Ways of working with their level, and years of experience.",
    })
    .input(ExecutiveAsksInput)
    .output(AsksView)
    .handler(({ context: { ctx }, input }) => requireAsks(ctx, input.executiveId)),

  setAsks: personApi
    .meta({
      access: "person",
      example: { executiveId: EXECUTIVE, styles: [{ styleId: "integrity", level: 4 }], years: 3 },
    })
    .route({
      method: "PUT",
      path: "/matching/asks",
      summary: "Set what an executive asks for",
      description: "At most six ways of working at a level from 1 to 5, and years of experience.",
    })
    .input(SetAsksInput)
    .output(AsksView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await setAsks(ctx, input));
      return requireAsks(ctx, input.executiveId);
    }),
};
