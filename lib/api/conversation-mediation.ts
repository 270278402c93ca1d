import "server-only";
import {
  AnswerCheckInInput,
  AnswerMeetingInput,
  MeetingInput,
  ProposeAgreementInput,
  SetMeetingInput,
  SignAgreementInput,
} from "@/lib/disputes/mediation/schema";
import { answerCheckIn, proposeAgreement, signAgreement } from "@/lib/disputes/mediation/service-agreement";
import {
  answerMeeting,
  callOffMeeting,
  giveConsent,
  markHeld,
  setMeeting,
  takeConsentBack,
} from "@/lib/disputes/mediation/service-meetings";
import { SetRestrictionInput } from "@/lib/disputes/restrictions/schema";
import { endRestriction, setRestriction } from "@/lib/disputes/restrictions/service";
import { conversationStep, PROVEN } from "./conversation-steps";
import { conversationApi } from "./conversations";
import { IdInput } from "./page";
import { requireValue } from "./refusals";

const withExample = (example: Record<string, unknown>) => conversationApi.meta({ access: "person", example });

/** Meetings, consent, agreement and check-ins of a conversation. */
export const conversationMediationApi = {
  setMeeting: conversationStep(
    "meetings",
    [
      "Invite to a meeting",
      "With one person, or with all once each has been met and has said yes. For its handler.",
    ],
    { kind: "joint", on: "2026-09-01", startMinute: 540, endMinute: 590, words: "Room 4.02" },
    SetMeetingInput,
    setMeeting,
  ),
  markHeld: withExample({})
    .route({
      method: "POST",
      path: "/conversations/{id}/meetings/{meetingId}/held",
      summary: "Mark a meeting as held",
      description: `From its beginning on. For its handler. ${PROVEN}`,
    })
    .input(MeetingInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await markHeld(ctx, input))),
  callOff: withExample({})
    .route({
      method: "POST",
      path: "/conversations/{id}/meetings/{meetingId}/call-off",
      summary: "Cancel a meeting",
      description: `The people invited read only that. For its handler. ${PROVEN}`,
    })
    .input(MeetingInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await callOffMeeting(ctx, input))),
  answerMeeting: withExample({ comes: true })
    .route({
      method: "POST",
      path: "/conversations/{id}/meetings/{meetingId}/answer",
      summary: "Answer a meeting",
      description: `Whether you come; only the handler reads it. ${PROVEN}`,
    })
    .input(AnswerMeetingInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await answerMeeting(ctx, input))),
  consent: withExample({})
    .route({
      method: "POST",
      path: "/conversations/{id}/consent",
      summary: "Consent to a joint meeting",
      description: `After a meeting of your own. ${PROVEN}`,
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await giveConsent(ctx, input))),
  withdrawConsent: withExample({})
    .route({
      method: "POST",
      path: "/conversations/{id}/withdraw-consent",
      summary: "Withdraw my consent",
      description: `Until the joint meeting begins; the others read only that it is cancelled. ${PROVEN}`,
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await takeConsentBack(ctx, input))),
  proposeAgreement: conversationStep(
    "agreements",
    ["Propose an agreement", "A new version cancels earlier signatures. For its handler."],
    { terms: [{ words: "Requests for the same day come before 15:00." }] },
    ProposeAgreementInput,
    proposeAgreement,
  ),
  sign: withExample({})
    .route({
      method: "POST",
      path: "/conversations/{id}/agreements/{edition}/sign",
      summary: "Sign an agreement",
      description: `It is in force once all have signed that version. ${PROVEN}`,
    })
    .input(SignAgreementInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await signAgreement(ctx, input))),
  answerCheckIn: withExample({ feeling: "better" })
    .route({
      method: "POST",
      path: "/conversations/{id}/check-ins/{checkInId}",
      summary: "Say how it goes",
      description: `From the day it is asked; only the handler reads it. ${PROVEN}`,
    })
    .input(AnswerCheckInInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await answerCheckIn(ctx, input))),
  restrict: withExample({ kind: "hard", reviewOn: "2026-11-17" })
    .route({
      method: "PUT",
      path: "/conversations/{id}/restriction",
      summary: "Keep its people apart",
      description: `The assistant no longer covers the executive; it reads like any other restriction. For its handler. ${PROVEN}`,
    })
    .input(SetRestrictionInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await setRestriction(ctx, input))),
  endRestriction: conversationApi
    .route({
      method: "DELETE",
      path: "/conversations/{id}/restriction",
      summary: "End the restriction",
      description: `They may work together again. For its handler. ${PROVEN}`,
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await endRestriction(ctx, input))),
};
