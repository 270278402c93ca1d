import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listMentorships, requireMentorship } from "@/lib/mentoring/pairs/queries";
import { proposeMentors } from "@/lib/mentoring/pairs/queries-mentors";
import {
  AnswerMentorshipInput,
  EndMentorshipInput,
  MentorProposalView,
  MentorshipInput,
  MentorshipView,
  ProposeMentorshipInput,
  ProposeMentorsInput,
  SetGoalsInput,
} from "@/lib/mentoring/pairs/schema";
import {
  answerMentorship,
  endMentorship,
  pauseMentorship,
  proposeMentorship,
  resumeMentorship,
  setGoals,
} from "@/lib/mentoring/pairs/service";
import { listMentorWishes } from "@/lib/mentoring/wishes/queries";
import { AskForMentorInput, MentorWishView } from "@/lib/mentoring/wishes/schema";
import { askForMentor } from "@/lib/mentoring/wishes/service";
import { assistantApi, managerApi, managerOrAssistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";
const EXAMPLE = { version: 1 };
const GOAL = { text: "Book travel alone", measure: "Three trips without help", dutyId: "travel" };

function atOwnVersion<I extends { id: string; version?: number | undefined }>(ctx: Ctx<Person>, input: I) {
  return atVersion(input, () => requireMentorship(ctx, input.id));
}

/** Experienced assistants and those who learn from them. */
export const mentorshipsApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/mentorships",
      summary: "List mentorships",
      description: "Your own that are not over, and those of pools you manage, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(MentorshipView))
    .handler(async ({ context: { ctx } }) => ({ items: await listMentorships(ctx), nextCursor: null })),

  listWishes: managerApi
    .route({
      method: "GET",
      path: "/mentorships/wishes",
      summary: "List who asks for a mentor",
      description: "Assistants of your pools who ask for a mentor, the first asked first, always one page.",
    })
    .input(z.strictObject({}))
    .output(pageView(MentorWishView))
    .handler(async ({ context: { ctx } }) => ({ items: await listMentorWishes(ctx), nextCursor: null })),

  ask: assistantApi
    .meta({ access: "assistant", example: { dutyId: "travel" } })
    .route({
      method: "PUT",
      path: "/mentorships/wishes/mine",
      summary: "Ask for a mentor",
      description:
        "Asks the managers of your pool for a mentor, in a duty or for anything, or takes that back.",
    })
    .input(AskForMentorInput)
    .output(z.strictObject({ isAsked: z.boolean() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await askForMentor(ctx, input))),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/mentorships/{id}",
      summary: "Show a mentorship",
      description: "Who with whom, its goals and when they met; never what is noted.",
    })
    .input(IdInput)
    .output(MentorshipView)
    .handler(({ context: { ctx }, input }) => requireMentorship(ctx, input.id)),

  findMentors: managerApi
    .meta({ access: "manager", example: { menteeId: ANY_ID, dutyIds: ["travel"] } })
    .route({
      method: "POST",
      path: "/mentorships/proposals",
      summary: "Find mentors",
      description: "Who masters the duties and has time for it, the best first; nothing is written.",
    })
    .input(ProposeMentorsInput)
    .output(pageView(MentorProposalView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await proposeMentors(ctx, input),
      nextCursor: null,
    })),

  propose: managerApi
    .meta({
      access: "manager",
      example: {
        ...{ mentorId: ANY_ID, menteeId: ANY_ID, startsOn: "2027-02-01", endsOn: "2027-07-30" },
        goals: [GOAL],
      },
    })
    .route({
      method: "POST",
      path: "/mentorships",
      successStatus: 201,
      summary: "Propose a mentorship",
      description: "Asks both; it begins when both have said yes.",
    })
    .input(ProposeMentorshipInput)
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await proposeMentorship(ctx, input));
      return requireMentorship(ctx, id);
    }),

  answer: assistantApi
    .meta({ access: "assistant", example: { accept: true, version: 1 } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/answer",
      summary: "Answer a proposed mentorship",
      description: "Says yes or no for yourself; a no needs no reason and is not shown.",
    })
    .input(AnswerMentorshipInput.partial({ version: true }))
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await answerMentorship(ctx, await atOwnVersion(ctx, input)));
      return requireMentorship(ctx, id);
    }),

  pause: assistantApi
    .meta({ access: "assistant", example: EXAMPLE })
    .route({
      method: "POST",
      path: "/mentorships/{id}/pause",
      summary: "Pause a mentorship",
      description: "Lets your own rest, without reminders.",
    })
    .input(MentorshipInput.partial({ version: true }))
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await pauseMentorship(ctx, await atOwnVersion(ctx, input)));
      return requireMentorship(ctx, id);
    }),

  resume: assistantApi
    .meta({ access: "assistant", example: EXAMPLE })
    .route({
      method: "POST",
      path: "/mentorships/{id}/resume",
      summary: "Resume a mentorship",
      description: "Resumes your own.",
    })
    .input(MentorshipInput.partial({ version: true }))
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await resumeMentorship(ctx, await atOwnVersion(ctx, input)));
      return requireMentorship(ctx, id);
    }),

  end: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: EXAMPLE })
    .route({
      method: "POST",
      path: "/mentorships/{id}/end",
      summary: "End a mentorship",
      description: "Your own, with answers the two alone read, or one of a pool you manage.",
    })
    .input(EndMentorshipInput.partial({ version: true }))
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await endMentorship(ctx, await atOwnVersion(ctx, input)));
      return requireMentorship(ctx, id);
    }),

  setGoals: assistantApi
    .meta({ access: "assistant", example: { goals: [GOAL], version: 1 } })
    .route({
      method: "PUT",
      path: "/mentorships/{id}/goals",
      summary: "Set the goals of a mentorship",
      description: "Up to three, each with how you will know.",
    })
    .input(SetGoalsInput.partial({ version: true }))
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await setGoals(ctx, await atOwnVersion(ctx, input)));
      return requireMentorship(ctx, id);
    }),
};
