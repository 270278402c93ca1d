import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import { RampStepView, SetRampInput, SignOffStepInput } from "@/lib/assistants/schema-ramp";
import { setRamp } from "@/lib/assistants/service-ramp";
import type { Ctx } from "@/lib/context";
import { CloseMeetingInput, PlanMeetingInput } from "@/lib/mentoring/meetings/schema";
import { closeMeeting, planMeeting } from "@/lib/mentoring/meetings/service";
import { listMentoringNotes } from "@/lib/mentoring/notes/queries";
import { AddNoteInput, MentoringNoteView } from "@/lib/mentoring/notes/schema";
import { addMentoringNote } from "@/lib/mentoring/notes/service";
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
import { requireRamp } from "@/lib/mentoring/ramp/queries";
import { signOffStep } from "@/lib/mentoring/ramp/service";
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

/** Experienced assistants and those who learn from them; notes are the two's alone. */
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

  planMeeting: assistantApi
    .meta({ access: "assistant", example: { on: "2027-02-02", startMinute: 540, endMinute: 570 } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/meetings",
      successStatus: 201,
      summary: "Plan a mentoring meeting",
      description: "Says when the two of you meet.",
    })
    .input(PlanMeetingInput)
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await planMeeting(ctx, input));
      return requireMentorship(ctx, input.id);
    }),

  closeMeeting: assistantApi
    .meta({ access: "assistant", example: { meetingId: ANY_ID, status: "held" } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/meetings/outcome",
      summary: "Say what became of a meeting",
      description: "That it was held, or is not to be.",
    })
    .input(CloseMeetingInput)
    .output(MentorshipView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await closeMeeting(ctx, input));
      return requireMentorship(ctx, input.id);
    }),

  listNotes: assistantApi
    .route({
      method: "GET",
      path: "/mentorships/{id}/notes",
      summary: "List mentoring notes",
      description: "Your own, and those the other shared with you, the latest first.",
    })
    .input(IdInput)
    .output(pageView(MentoringNoteView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listMentoringNotes(ctx, input.id),
      nextCursor: null,
    })),

  addNote: assistantApi
    .meta({ access: "assistant", example: { body: "Ask about visas next time.", isShared: true } })
    .route({
      method: "POST",
      path: "/mentorships/{id}/notes",
      successStatus: 201,
      summary: "Add a mentoring note",
      description: "For both of you, or for yourself alone.",
    })
    .input(AddNoteInput)
    .output(pageView(MentoringNoteView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await addMentoringNote(ctx, input));
      return { items: await listMentoringNotes(ctx, input.id), nextCursor: null };
    }),
};

/** What somebody new learns from which week on. */
export const rampsApi = {
  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/assistants/{id}/ramp",
      summary: "Show an introduction plan",
      description: "The steps of a new assistant, for them, their mentor and their managers.",
    })
    .input(IdInput)
    .output(pageView(RampStepView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await requireRamp(ctx, input.id),
      nextCursor: null,
    })),

  set: managerApi
    .meta({ access: "manager", example: { steps: [{ dutyId: "travel", fromWeek: 3, level: 2 }] } })
    .route({
      method: "PUT",
      path: "/assistants/{id}/ramp",
      summary: "Set an introduction plan",
      description:
        "Until a step’s week has come and it is signed off, the assistant is not proposed for the duty. Steps signed off stay.",
    })
    .input(SetRampInput)
    .output(pageView(RampStepView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await setRamp(ctx, input));
      return { items: await requireRamp(ctx, input.id), nextCursor: null };
    }),

  signOff: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: { stepId: ANY_ID } })
    .route({
      method: "POST",
      path: "/assistants/{id}/ramp/sign-off",
      summary: "Sign off a step",
      description: "For their mentor and their managers; before its week with the reason.",
    })
    .input(SignOffStepInput)
    .output(pageView(RampStepView))
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await signOffStep(ctx, input));
      return { items: await requireRamp(ctx, input.id), nextCursor: null };
    }),
};
