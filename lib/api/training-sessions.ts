import "server-only";
import { z } from "zod";
import { CoverChoiceInput, NamedGapInput } from "@/lib/coverage/leave-cover/schema";
import { MarkAttendanceInput, MarkedView } from "@/lib/training/attendance/schema";
import { finishSession, markAttendance } from "@/lib/training/attendance/service";
import { requireEnrolment } from "@/lib/training/enrolments/queries";
import { previewBooking } from "@/lib/training/enrolments/queries-preview";
import {
  EnrolInput,
  EnrolmentView,
  InviteInput,
  PreviewBookingInput,
} from "@/lib/training/enrolments/schema";
import { enrolAssistant } from "@/lib/training/enrolments/service";
import { getEvaluations } from "@/lib/training/evaluations/queries";
import { EvaluationsView } from "@/lib/training/evaluations/schema";
import { inviteAssistant } from "@/lib/training/invitations/service";
import { listVisibleSessions, requireLedSession, requireSession } from "@/lib/training/sessions/queries";
import {
  ChangeSessionInput,
  ListSessionsInput,
  MoveSessionInput,
  PlanSessionInput,
  SessionVersionInput,
  SessionView,
  SetTrainerInput,
} from "@/lib/training/sessions/schema";
import { cancelSession, changeSession, planSession } from "@/lib/training/sessions/service";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { proposeSplits } from "@/lib/training/splits/queries";
import { AcceptSplitInput, ProposeSplitsInput, SplitsView } from "@/lib/training/splits/schema";
import { acceptSplit } from "@/lib/training/splits/service";
import { setTrainer } from "@/lib/training/trainers/service";
import { managerApi, managerOrAssistantApi } from "./base";
import { patchInput, wholeOf } from "./changes";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const ANY_ID = "019ab3a0-0000-7000-8000-000000000003";

const BookingPreviewView = z.strictObject({
  refusal: z
    .strictObject({ reason: z.string() })
    .nullable()
    .meta({ description: "Why the person can't have a seat, where that is so." }),
  covers: z.array(CoverChoiceInput),
  gaps: z
    .array(NamedGapInput)
    .meta({ description: "What would stay open, to be named when the seat is booked anyway." }),
});

/** Courses held on dates. */
export const trainingSessionsApi = {
  list: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/sessions",
      summary: "List training sessions",
      description: "The sessions of your pools that are to come, the next first, always one page.",
    })
    .input(ListSessionsInput)
    .output(pageView(SessionView))
    .handler(async ({ context: { ctx }, input }) => ({
      items: await listVisibleSessions(ctx, input),
      nextCursor: null,
    })),

  create: managerApi
    .meta({
      access: "manager",
      example: {
        courseId: ANY_ID,
        poolId: ANY_ID,
        capacity: 8,
        location: "Room 4.02",
        dates: [{ on: "2027-02-02", startMinute: 540, endMinute: 720 }],
      },
    })
    .route({
      method: "POST",
      path: "/training/sessions",
      successStatus: 201,
      summary: "Plan a training session",
      description:
        "Plans a course for a pool on one or several dates; without dates it is a list of interest.",
    })
    .input(PlanSessionInput)
    .output(SessionView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await planSession(ctx, input));
      return requireSession(ctx, id);
    }),

  get: managerOrAssistantApi
    .route({
      method: "GET",
      path: "/training/sessions/{id}",
      summary: "Show a training session",
      description: "A session of your pools: its dates, and how many have a seat or wait, never who.",
    })
    .input(IdInput)
    .output(SessionView)
    .handler(({ context: { ctx }, input }) => requireSession(ctx, input.id)),

  change: managerApi
    .meta({ access: "manager", example: { capacity: 9, version: 1 } })
    .route({
      method: "PATCH",
      path: "/training/sessions/{id}",
      summary: "Change a training session",
      description: "Changes the fields you send; more seats go at once to those who wait.",
    })
    .input(patchInput(ChangeSessionInput))
    .output(SessionView)
    .handler(async ({ context: { ctx }, input }) => {
      const current = await requireSession(ctx, input.id);
      requireValue(await changeSession(ctx, wholeOf(ChangeSessionInput, current, input)));
      return requireSession(ctx, input.id);
    }),

  move: managerApi
    .meta({
      access: "manager",
      example: { dates: [{ on: "2027-02-09", startMinute: 540, endMinute: 720 }], version: 1 },
    })
    .route({
      method: "PUT",
      path: "/training/sessions/{id}/dates",
      summary: "Move a training session",
      description:
        "Gives it other dates: every seat is kept, with absences and cover on the new ones, all or nothing. What would stay open must be named.",
    })
    .input(MoveSessionInput.partial({ version: true }))
    .output(SessionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireSession(ctx, input.id));
      const { id } = requireValue(await moveSession(ctx, read));
      return requireSession(ctx, id);
    }),

  cancel: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/training/sessions/{id}/cancel",
      summary: "Cancel a training session",
      description: "Gives every seat back with its absence and cover, and tells all who had one or waited.",
    })
    .input(SessionVersionInput.partial({ version: true }))
    .output(SessionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireSession(ctx, input.id));
      const { id } = requireValue(await cancelSession(ctx, read));
      return requireSession(ctx, id);
    }),

  findDates: managerApi
    .meta({
      access: "manager",
      example: {
        ...{ courseId: ANY_ID, poolId: ANY_ID, from: "2027-02-01", to: "2027-02-26" },
        ...{ startMinute: 480, endMinute: 1020, seats: 12 },
      },
    })
    .route({
      method: "POST",
      path: "/training/splits",
      summary: "Find dates for a course",
      description:
        "Up to three ways to split the people into sessions without a gap, and why fewer are impossible; nothing is written. It may take 15 seconds.",
    })
    .input(ProposeSplitsInput)
    .output(SplitsView)
    .handler(async ({ context: { ctx }, input }) => requireValue(await proposeSplits(ctx, input))),

  acceptSplit: managerApi
    .meta({
      access: "manager",
      example: {
        ...{ courseId: ANY_ID, poolId: ANY_ID, seats: 12 },
        sessions: [
          { on: "2027-02-02", startMinute: 540, endMinute: 720, people: [{ id: ANY_ID, covers: [] }] },
        ],
      },
    })
    .route({
      method: "POST",
      path: "/training/splits/acceptance",
      successStatus: 201,
      summary: "Book a split",
      description: "Plans its sessions and books every seat with its cover, all or nothing.",
    })
    .input(AcceptSplitInput)
    .output(z.strictObject({ sessionIds: z.array(z.uuid()) }))
    .handler(async ({ context: { ctx }, input }) => requireValue(await acceptSplit(ctx, input))),

  evaluations: managerApi
    .route({
      method: "GET",
      path: "/training/sessions/{id}/evaluation",
      summary: "Show the evaluation of a session",
      description:
        "Means and words from three answers on, without names; below that only how many there are.",
    })
    .input(IdInput)
    .output(EvaluationsView)
    .handler(({ context: { ctx }, input }) => getEvaluations(ctx, input.id)),

  mark: managerApi
    .meta({ access: "manager", example: { enrolmentId: ANY_ID, dateId: ANY_ID, version: 1 } })
    .route({
      method: "POST",
      path: "/training/sessions/{id}/attendance",
      summary: "Mark attendance",
      description:
        "How long a participant was there on one date, from its beginning on. Once every date is marked the levels follow; a correction takes them back.",
    })
    .input(MarkAttendanceInput.extend({ enrolmentId: z.uuid() }).partial({ version: true }))
    .output(MarkedView)
    .handler(async ({ context: { ctx }, input: { id, enrolmentId, ...input } }) => {
      await requireLedSession(ctx, id);
      const read = await atVersion({ ...input, id: enrolmentId }, () => requireEnrolment(ctx, enrolmentId));
      return requireValue(await markAttendance(ctx, read));
    }),

  setTrainer: managerApi
    .meta({
      access: "manager",
      example: { trainer: "Nadia Khan", trainerContact: "nadia@courses.example", version: 1 },
    })
    .route({
      method: "PUT",
      path: "/training/sessions/{id}/trainer",
      summary: "Set the trainer of a session",
      description:
        "An assistant of the pool, whose hours become an absence with its cover, or a name and how they are reached.",
    })
    .input(SetTrainerInput.partial({ version: true }))
    .output(SessionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireSession(ctx, input.id));
      const { id } = requireValue(await setTrainer(ctx, read));
      return requireSession(ctx, id);
    }),

  finish: managerApi
    .meta({ access: "manager", example: { version: 1 } })
    .route({
      method: "POST",
      path: "/training/sessions/{id}/finish",
      summary: "Finish a training session",
      description: "Ends a session whose last date has begun, once every participant is marked.",
    })
    .input(SessionVersionInput.partial({ version: true }))
    .output(SessionView)
    .handler(async ({ context: { ctx }, input }) => {
      const read = await atVersion(input, () => requireSession(ctx, input.id));
      const { id } = requireValue(await finishSession(ctx, read));
      return requireSession(ctx, id);
    }),

  preview: managerApi
    .route({
      method: "GET",
      path: "/training/sessions/{id}/booking-preview",
      summary: "Preview a booking",
      description:
        "Who would cover while an assistant attends, and what would stay open; nothing is written.",
    })
    .input(IdInput.extend({ assistantId: PreviewBookingInput.shape.assistantId }))
    .output(BookingPreviewView)
    .handler(async ({ context: { ctx }, input: { id, assistantId } }) => {
      const { refusal, covers, gaps } = await previewBooking(ctx, { sessionId: id, assistantId });
      return {
        refusal: refusal && { reason: refusal.reason },
        covers,
        gaps: gaps.map(({ executiveId, on, part }) => ({ executiveId, on, part })),
      };
    }),

  enrol: managerApi
    .meta({ access: "manager", example: { assistantId: ANY_ID } })
    .route({
      method: "POST",
      path: "/training/sessions/{id}/enrolments",
      successStatus: 201,
      summary: "Enrol an assistant",
      description:
        "Books a seat with the cover of its dates, all or nothing; where the session is full the person waits for a seat. What would stay open must be named.",
    })
    .input(EnrolInput.omit({ sessionId: true }).extend({ id: z.uuid() }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input: { id: sessionId, ...input } }) => {
      const { id } = requireValue(await enrolAssistant(ctx, { sessionId, ...input }));
      return requireEnrolment(ctx, id);
    }),

  invite: managerApi
    .meta({ access: "manager", example: { assistantId: ANY_ID, answerBy: "2027-02-01" } })
    .route({
      method: "POST",
      path: "/training/sessions/{id}/invitations",
      successStatus: 201,
      summary: "Invite an assistant",
      description:
        "Holds a seat until the assistant answers, from the mail or in Standby: yes books it with its cover, no frees it.",
    })
    .input(InviteInput.omit({ sessionId: true }).extend({ id: z.uuid() }))
    .output(EnrolmentView)
    .handler(async ({ context: { ctx }, input: { id: sessionId, ...input } }) => {
      const { id } = requireValue(await inviteAssistant(ctx, { sessionId, ...input }));
      return requireEnrolment(ctx, id);
    }),
};
