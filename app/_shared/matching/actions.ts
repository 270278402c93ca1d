"use server";
import { requireManager, requirePerson } from "@/lib/auth/guards";
import { setAsks } from "@/lib/matching/asks/service";
import { AnswerObjectionInput, RateStylesInput, TellAssistantInput } from "@/lib/matching/knowledge/schema";
import { answerObjection, rateStyles, tellAssistant } from "@/lib/matching/knowledge/service";
import { formAction } from "@/lib/server/form-action";
import { AsksForm } from "./form-input";

const HERE = { revalidate: ["/manager", "/executive/profile"] };

export const tellAssistantAction = formAction(requireManager, TellAssistantInput, tellAssistant, HERE);
export const rateStylesAction = formAction(requireManager, RateStylesInput, rateStyles, HERE);
export const answerObjectionAction = formAction(requireManager, AnswerObjectionInput, answerObjection, HERE);
export const setAsksAction = formAction(requirePerson, AsksForm, setAsks, HERE);
