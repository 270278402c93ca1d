import "server-only";
import { addAccess, removeAccess, tickAccess } from "@/lib/handovers/access/service";
import {
  AddAccessInput,
  AnswerQuestionInput,
  AskQuestionInput,
  HandoverView,
  ItemInput,
  TickAccessInput,
} from "@/lib/handovers/schema";
import { answerQuestion, askQuestion } from "@/lib/handovers/service-questions";
import { personApi } from "./base";
import { handoverAfter } from "./handovers";

export const handoverQuestionsApi = {
  ask: personApi
    .meta({ access: "person", example: { text: "Who signs the visitors in?" } })
    .route({
      method: "POST",
      path: "/handovers/{id}/questions",
      successStatus: 201,
      summary: "Ask about a handover",
      description: "The cover asks; the question stays open until it is answered.",
    })
    .input(AskQuestionInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, askQuestion(ctx, input))),

  answer: personApi
    .meta({ access: "person", example: { answer: "Reception does." } })
    .route({
      method: "POST",
      path: "/handover-questions/{id}/answer",
      summary: "Answer a question about a handover",
      description: "For the executive's own assistants and the managers of the pool.",
    })
    .input(AnswerQuestionInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, answerQuestion(ctx, input))),
};

export const handoverAccessApi = {
  add: personApi
    .meta({ access: "person", example: { kind: "other", label: "Board portal" } })
    .route({
      method: "POST",
      path: "/handovers/{id}/access",
      successStatus: 201,
      summary: "Add an access to a handover",
      description: "Access the cover is given before the cover and loses after it.",
    })
    .input(AddAccessInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, addAccess(ctx, input))),

  tick: personApi
    .meta({ access: "person", example: { step: "grant", done: true } })
    .route({
      method: "POST",
      path: "/handover-access/{id}/tick",
      summary: "Tick an access",
      description:
        "Marks the access as given or withdrawn, or undoes that; the person and the time are kept.",
    })
    .input(TickAccessInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, tickAccess(ctx, input))),

  remove: personApi
    .meta({ access: "person", example: {} })
    .route({
      method: "DELETE",
      path: "/handover-access/{id}",
      summary: "Remove an access from a handover",
      description: "Refused while it is given.",
    })
    .input(ItemInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, removeAccess(ctx, input))),
};
