"use server";
import { getTranslations } from "next-intl/server";
import type { FoundPerson } from "@/app/_shared/forms/people-choices";
import { requireManager } from "@/lib/auth/guards";
import { AdVersionInput } from "@/lib/hiring/ads/schema";
import { closeAd, publishAd, saveAd } from "@/lib/hiring/ads/service";
import { ApplicationVersionInput, MoveApplicationInput } from "@/lib/hiring/applications/schema";
import { moveApplication, releaseApplication, undoNo } from "@/lib/hiring/applications/service";
import { DidNotStartInput } from "@/lib/hiring/hires/schema";
import { didNotStart, hireCandidate } from "@/lib/hiring/hires/service";
import { findPanelists } from "@/lib/hiring/interviews/queries-panel";
import { InterviewVersionInput } from "@/lib/hiring/interviews/schema";
import { cancelInterview, offerInterview } from "@/lib/hiring/interviews/service";
import { JobOfferVersionInput, MakeOfferInput } from "@/lib/hiring/offers/schema";
import { makeJobOffer, takeOfferBack } from "@/lib/hiring/offers/service";
import { SendPackInput } from "@/lib/hiring/packs/schema";
import { sendPack } from "@/lib/hiring/packs/service";
import { MoveRequisitionInput, RequisitionIdInput } from "@/lib/hiring/requisitions/schema";
import {
  changeRequisition,
  createRequisition,
  moveRequisition,
  workOutEvidence,
} from "@/lib/hiring/requisitions/service";
import { ReadAgainInput } from "@/lib/hiring/resumes/schema";
import { readResumeAgain } from "@/lib/hiring/resumes/service";
import { formAction } from "@/lib/server/form-action";
import {
  ChangeRequisitionForm,
  CreateRequisitionForm,
  FindPanelInput,
  HireForm,
  OfferInterviewForm,
  SaveAdForm,
} from "./form-input";

const HERE = { revalidate: ["/manager/hiring", "/careers"] };

export const askForPeople = formAction(requireManager, CreateRequisitionForm, createRequisition, {
  ...HERE,
  redirectTo: ({ id }) => `/manager/hiring/${id}`,
});
export const saveRequisition = formAction(requireManager, ChangeRequisitionForm, changeRequisition, HERE);
export const goOn = formAction(requireManager, MoveRequisitionInput, moveRequisition, HERE);
export const workOut = formAction(requireManager, RequisitionIdInput, workOutEvidence, {
  ...HERE,
  mayRepeat: true,
});
export const writeAd = formAction(requireManager, SaveAdForm, saveAd, HERE);
export const showAd = formAction(requireManager, AdVersionInput, publishAd, HERE);
export const hideAd = formAction(requireManager, AdVersionInput, closeAd, HERE);
export const readAgain = formAction(requireManager, ReadAgainInput, readResumeAgain, HERE);
export const moveCandidate = formAction(requireManager, MoveApplicationInput, moveApplication, HERE);
export const takeBackNo = formAction(requireManager, ApplicationVersionInput, undoNo, HERE);
export const release = formAction(requireManager, ApplicationVersionInput, releaseApplication, HERE);
export const makeOffer = formAction(requireManager, MakeOfferInput, makeJobOffer, HERE);
export const withdrawOffer = formAction(requireManager, JobOfferVersionInput, takeOfferBack, HERE);
export const hire = formAction(requireManager, HireForm, hireCandidate, {
  revalidate: ["/manager"],
  redirectTo: ({ assistantId }) => `/manager/assistants/${assistantId}`,
});
export const undoHire = formAction(requireManager, DidNotStartInput, didNotStart, {
  revalidate: ["/manager"],
});
export const askExecutive = formAction(requireManager, SendPackInput, sendPack, HERE);
export const offerTimes = formAction(requireManager, OfferInterviewForm, offerInterview, HERE);
export const callInterviewOff = formAction(requireManager, InterviewVersionInput, cancelInterview, HERE);

/** Who can be on the panel of a requisition, for a field that searches as one types. */
export async function findPanel(raw: FindPanelInput): Promise<FoundPerson[]> {
  const ctx = await requireManager();
  const asked = FindPanelInput.safeParse(raw);
  if (!asked.success) return [];
  const t = await getTranslations("hiring.interview.role");
  const found = await findPanelists(ctx, asked.data);
  return found.map(({ userId, name, role }) => ({ value: userId, label: name, hint: t(role) }));
}
