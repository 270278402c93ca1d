"use server";
import { requirePerson } from "@/lib/auth/guards";
import {
  AnswerCheckInInput,
  AnswerMeetingInput,
  MeetingInput,
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
import { CaseIdInput } from "@/lib/disputes/raising/schema";
import { SetRestrictionInput } from "@/lib/disputes/restrictions/schema";
import { endRestriction, setRestriction } from "@/lib/disputes/restrictions/service";
import { formAction } from "@/lib/server/form-action";
import { AgreementFormInput } from "./agreement-form-input";

const PAGES = {
  revalidate: ["/assistant/conversations", "/executive/conversations", "/manager/conversations"],
};

export const invite = formAction(requirePerson, SetMeetingInput, setMeeting, PAGES);
export const wasHeld = formAction(requirePerson, MeetingInput, markHeld, PAGES);
export const callOff = formAction(requirePerson, MeetingInput, callOffMeeting, PAGES);
export const answerInvitation = formAction(requirePerson, AnswerMeetingInput, answerMeeting, PAGES);
export const consent = formAction(requirePerson, CaseIdInput, giveConsent, PAGES);
export const takeBack = formAction(requirePerson, CaseIdInput, takeConsentBack, PAGES);
export const propose = formAction(requirePerson, AgreementFormInput, proposeAgreement, PAGES);
export const sign = formAction(requirePerson, SignAgreementInput, signAgreement, PAGES);
export const keepPairApart = formAction(requirePerson, SetRestrictionInput, setRestriction, PAGES);
export const letPairTogether = formAction(requirePerson, CaseIdInput, endRestriction, PAGES);
export const sayHowItGoes = formAction(requirePerson, AnswerCheckInInput, answerCheckIn, PAGES);
