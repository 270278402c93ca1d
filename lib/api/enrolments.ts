import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listEnrolments, requireEnrolment } from "@/lib/training/enrolments/queries";
import {
  AnswerSeatInput,
  ApproveEnrolmentInput,
  AskForSeatInput,
  ChangeSessionOfSeatInput,
  EndEnrolmentInput,
  EnrolmentView,
  ListEnrolmentsInput,
} from "@/lib/training/enrolments/schema";
import { approveEnrolment, askForSeat, declineEnrolment } from "@/lib/training/enrolments/service";
import { answerSeat, cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { changeSessionOfSeat } from "@/lib/training/enrolments/service-sessions";
import { EvaluateInput } from "@/lib/training/evaluations/schema";
import { evaluateCourse } from "@/lib/training/evaluations/service";
import { listOwnEntries } from "@/lib/training/invitations/queries";
import { assistantApi, managerApi, managerOrAssistantApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const EXAMPLE = { version: 1 };
const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";

function atOwnVersion<I extends { id: string; version?: number | undefined }>(ctx: Ctx<Person>, input: I) {
  return atVersion(input, () => requireEnrolment(ctx, input.id));
}

const CalendarEntryView = z.strictObject({
  id: z.uuid(),
  sequence: z.number().int(),
  method: z.enum(["REQUEST", "CANCEL"]),
  ics: z.string(),
});

/** Who takes part in which course: asked for, decided, booked, waited for, offered and given back. */
export const enrolmentsApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/enrolments",
      summary: "List enrolments",
      description:
        "Your own and those of the pools you manage, in the order in which they were made; one page.",
    })
    .input(ListEnrolmentsInput)
    .output(pageView(EnrolmentView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listEnrolments(ctx, input),
      nextCursor: null,
    })),

  ask: assistantApi
    .meta({ access: "assistant", example: { courseId: "019ab3a0-0000-7000-8000-000000000003" } })
    .route({
      method: "POST",
      path: "/training/enrolments",
      successStatus: 201,
      summary: "Ask for a seat",
      description:
        "Asks for a seat on a course, in a session or whenever there is one; where no decision is needed it is booked with its cover or waited for.",
    })
    .input(AskForSeatInput)
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await askForSeat(ctx, input));
      return requireEnrolment(ctx, id);
    }),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/enrolments/{id}",
      summary: "Show an enrolment",
      description: "Your own, or of a pool you manage.",
    })
    .input(IdInput)
    .output(EnrolmentView)
    .handler(({ context: { ctx }, input }) => requireEnrolment(ctx, input.id)),

  approve: managerApi
    .meta({ access: "manager", example: EXAMPLE })
    .route({
      method: "POST",
      path: "/training/enrolments/{id}/approve",
      summary: "Approve an enrolment",
      description:
        "Books the seat with its cover, or has the person wait where the session is full. What would stay open must be named.",
    })
    .input(ApproveEnrolmentInput.partial({ version: true }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await approveEnrolment(ctx, await atOwnVersion(ctx, input)));
      return requireEnrolment(ctx, id);
    }),

  decline: managerApi
    .meta({ access: "manager", example: EXAMPLE })
    .route({
      method: "POST",
      path: "/training/enrolments/{id}/decline",
      summary: "Decline an enrolment",
      description: "Declines what was asked for, or ends the wait for a seat.",
    })
    .input(EndEnrolmentInput.partial({ version: true }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await declineEnrolment(ctx, await atOwnVersion(ctx, input)));
      return requireEnrolment(ctx, id);
    }),

  cancel: managerOrAssistantApi
    .meta({ access: "manager_or_assistant", example: EXAMPLE })
    .route({
      method: "POST",
      path: "/training/enrolments/{id}/cancel",
      summary: "Give a seat back",
      description:
        "Ends the enrolment with its absences, covers and handovers; the next in line moves up at once.",
    })
    .input(EndEnrolmentInput.partial({ version: true }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await cancelEnrolment(ctx, await atOwnVersion(ctx, input)));
      return requireEnrolment(ctx, id);
    }),

  changeSession: managerApi
    .meta({ access: "manager", example: { sessionId: ANY_ID, version: 1 } })
    .route({
      method: "POST",
      path: "/training/enrolments/{id}/move",
      summary: "Move a seat to another session",
      description:
        "Ends the seat with its absences and covers and books one in another session of the course, or nothing happens. Answers the new enrolment.",
    })
    .input(ChangeSessionOfSeatInput.partial({ version: true }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await changeSessionOfSeat(ctx, await atOwnVersion(ctx, input)));
      return requireEnrolment(ctx, id);
    }),

  evaluate: assistantApi
    .meta({ access: "assistant", example: { useful: 5, clear: 4, recommend: 5 } })
    .route({
      method: "POST",
      path: "/training/enrolments/{id}/evaluation",
      summary: "Evaluate a course",
      description:
        "Says how a course was that you attended, once; managers read sums of three or more answers.",
    })
    .input(EvaluateInput)
    .output(z.strictObject({ id: z.uuid() }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await evaluateCourse(ctx, input))),

  calendar: assistantApi
    .route({
      method: "GET",
      path: "/training/enrolments/{id}/calendar",
      summary: "Show the calendar entries of a seat",
      description:
        "Each date of your own seat as its iCalendar text, as it is mailed: one UID for a date, a higher SEQUENCE with each change, METHOD CANCEL once it is given back.",
    })
    .input(IdInput)
    .output(pageView(CalendarEntryView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listOwnEntries(ctx, input.id),
      nextCursor: null,
    })),

  answer: assistantApi
    .meta({ access: "assistant", example: { accept: true, version: 1 } })
    .route({
      method: "POST",
      path: "/training/enrolments/{id}/answer",
      summary: "Answer an offer or invitation",
      description: "Takes the seat that is held for you with its cover, or leaves it to the next in line.",
    })
    .input(AnswerSeatInput.partial({ version: true }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await answerSeat(ctx, await atOwnVersion(ctx, input)));
      return requireEnrolment(ctx, id);
    }),
};
