"use server";
import { requireManager } from "@/lib/auth/guards";
import { AdVersionInput } from "@/lib/hiring/ads/schema";
import { closeAd, publishAd, saveAd } from "@/lib/hiring/ads/service";
import { ApplicationVersionInput, MoveApplicationInput } from "@/lib/hiring/applications/schema";
import { moveApplication, releaseApplication, undoNo } from "@/lib/hiring/applications/service";
import { MoveRequisitionInput, RequisitionIdInput } from "@/lib/hiring/requisitions/schema";
import {
  changeRequisition,
  createRequisition,
  moveRequisition,
  workOutEvidence,
} from "@/lib/hiring/requisitions/service";
import { formAction } from "@/lib/server/form-action";
import { ChangeRequisitionForm, CreateRequisitionForm, SaveAdForm } from "./form-input";

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
export const moveCandidate = formAction(requireManager, MoveApplicationInput, moveApplication, HERE);
export const takeBackNo = formAction(requireManager, ApplicationVersionInput, undoNo, HERE);
export const release = formAction(requireManager, ApplicationVersionInput, releaseApplication, HERE);
