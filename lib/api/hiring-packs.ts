import "server-only";
import { listPacks, requireOwnPack } from "@/lib/hiring/packs/queries";
import { AnswerPackInput, OwnPackView, PackView, SendPackInput } from "@/lib/hiring/packs/schema";
import { answerPack, sendPack } from "@/lib/hiring/packs/service";
import { executiveApi, managerApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";
const SendBody = SendPackInput.omit({ applicationId: true }).extend(IdInput.shape);

/** Candidates whom executives are asked to read before an interview. */
export const packsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/hiring/applications/{id}/packs",
      summary: "List pre-screen packs",
      description: "Which executives were asked about a candidate, and their answers, always one page.",
    })
    .input(IdInput)
    .output(pageView(PackView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listPacks(ctx, input.id),
      nextCursor: null,
    })),

  send: managerApi
    .meta({ access: "manager", example: { executiveId: ANY_ID, questions: "How do you plan a week?" } })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/packs",
      successStatus: 201,
      summary: "Send a pre-screen pack",
      description: "Asks an executive of the pool to read a candidate, and whether to meet them.",
    })
    .input(SendBody)
    .output(pageView(PackView))
    .handler(async ({ context: { ctx }, input: { id: applicationId, ...pack } }) => {
      requireValue(await sendPack(ctx, { applicationId, ...pack }));
      return { items: await listPacks(ctx, applicationId), nextCursor: null };
    }),

  get: executiveApi
    .route({
      method: "GET",
      path: "/hiring/packs/{id}",
      summary: "Read a pre-screen pack",
      description: "A candidate with what is asked, the fit from what is known, marks and answers.",
    })
    .input(IdInput)
    .output(OwnPackView)
    .handler(({ context: { ctx }, input }) => requireOwnPack(ctx, input.id)),

  answer: executiveApi
    .meta({ access: "executive", example: { answer: "meet", words: "Please ask about French." } })
    .route({
      method: "PUT",
      path: "/hiring/packs/{id}/answer",
      summary: "Answer a pre-screen pack",
      description: "Meet, talk first, or no; it can be changed until the candidate’s stage moves.",
    })
    .input(AnswerPackInput)
    .output(OwnPackView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await answerPack(ctx, input));
      return requireOwnPack(ctx, id);
    }),
};
