import "server-only";
import { listInterviews, readInterview, requireInterview } from "@/lib/hiring/interviews/queries";
import { askedOf, findPanelTimes } from "@/lib/hiring/interviews/queries-times";
import {
  BookInterviewInput,
  InterviewTimesView,
  InterviewVersionInput,
  InterviewView,
  OfferInterviewInput,
} from "@/lib/hiring/interviews/schema";
import { bookInterview, cancelInterview, offerInterview } from "@/lib/hiring/interviews/service";
import { requireScorecards } from "@/lib/hiring/scorecards/queries";
import { SaveScorecardInput, ScorecardsView } from "@/lib/hiring/scorecards/schema";
import { saveScorecard } from "@/lib/hiring/scorecards/service";
import { managerApi, personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";

const OfferBody = OfferInterviewInput.omit({ applicationId: true }).extend(IdInput.shape);

/** Talks with candidates and their panels. */
export const interviewsApi = {
  list: managerApi
    .route({
      method: "GET",
      path: "/hiring/applications/{id}/interviews",
      summary: "List interviews",
      description: "The interviews with a candidate, the first offered first, always one page.",
    })
    .input(IdInput)
    .output(pageView(InterviewView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listInterviews(ctx, input.id),
      nextCursor: null,
    })),

  offer: managerApi
    .meta({
      access: "manager",
      example: {
        ...{ title: "Interview", place: "Video", userIds: [ANY_ID], minutes: 45 },
        ...{ from: "2026-08-24", to: "2026-08-28" },
      },
    })
    .route({
      method: "POST",
      path: "/hiring/applications/{id}/interviews",
      successStatus: 201,
      summary: "Offer an interview",
      description: "The candidate chooses by their link among the times in which the whole panel is free.",
    })
    .input(OfferBody)
    .output(InterviewView)
    .handler(async ({ context: { ctx }, input: { id: applicationId, ...input } }) => {
      const { id } = requireValue(await offerInterview(ctx, { applicationId, ...input }));
      return requireInterview(ctx, id);
    }),

  get: managerApi
    .route({
      method: "GET",
      path: "/hiring/interviews/{id}",
      summary: "Show an interview",
      description: "Its panel, its days, and its time once one is chosen.",
    })
    .input(IdInput)
    .output(InterviewView)
    .handler(({ context: { ctx }, input }) => requireInterview(ctx, input.id)),

  times: managerApi
    .route({
      method: "GET",
      path: "/hiring/interviews/{id}/times",
      summary: "List free times",
      description: "The times in which the whole panel is free, from a day ahead on, to thirty days.",
    })
    .input(IdInput)
    .output(InterviewTimesView)
    .handler(async ({ context: { ctx }, input }) =>
      findPanelTimes(ctx, askedOf(await readInterview(ctx, input.id))),
    ),

  book: managerApi
    .meta({ access: "manager", example: { version: 1, startsAt: "2026-08-24T08:00:00Z" } })
    .route({
      method: "POST",
      path: "/hiring/interviews/{id}/book",
      summary: "Book an interview",
      description: "For its candidate, or moves it; the time is checked again, and executives are covered.",
    })
    .input(BookInterviewInput.partial({ version: true }))
    .output(InterviewView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireInterview(ctx, input.id));
      const { id } = requireValue(await bookInterview(ctx, read));
      return requireInterview(ctx, id);
    }),

  cancel: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/hiring/interviews/{id}/cancel",
      summary: "Cancel an interview",
      description: "Its panel has its hours back; panel and candidate get a message.",
    })
    .input(InterviewVersionInput.partial({ version: true }))
    .output(InterviewView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireInterview(ctx, input.id));
      const { id } = requireValue(await cancelInterview(ctx, read));
      return requireInterview(ctx, id);
    }),

  scorecards: personApi
    .route({
      method: "GET",
      path: "/hiring/interviews/{id}/scorecards",
      summary: "Show scorecards",
      description: "What others judged, their means with it, is left out until one’s own is sent.",
    })
    .input(IdInput)
    .output(ScorecardsView)
    .handler(({ context: { ctx }, input }) => requireScorecards(ctx, input.id)),

  saveScorecard: personApi
    .meta({
      access: "person",
      example: { marks: { "duty-calendar": { mark: "4", evidence: "Plans a week ahead." } }, verdict: "yes" },
    })
    .route({
      method: "PUT",
      path: "/hiring/interviews/{id}/scorecard",
      summary: "Save your scorecard",
      description: "A draft of your own until it is sent; then it is fixed. Not before the interview begins.",
    })
    .input(SaveScorecardInput)
    .output(ScorecardsView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await saveScorecard(ctx, input));
      return requireScorecards(ctx, id);
    }),
};
