"use server";
import { WishForm } from "@/app/_shared/matching/form-input";
import { requireAssistant } from "@/lib/auth/guards";
import {
  AcknowledgeInput,
  ObjectInput,
  RateOwnStylesInput,
  SetExperienceInput,
} from "@/lib/matching/knowledge/schema";
import {
  acknowledgeMatching,
  objectToFigure,
  rateOwnStyles,
  setOwnExperience,
  setWish,
} from "@/lib/matching/knowledge/service";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/assistant/matching"] };

export const acknowledge = formAction(requireAssistant, AcknowledgeInput, acknowledgeMatching, HERE);
export const rateMyself = formAction(requireAssistant, RateOwnStylesInput, rateOwnStyles, HERE);
export const object = formAction(requireAssistant, ObjectInput, objectToFigure, HERE);
export const sayWish = formAction(requireAssistant, WishForm, setWish, HERE);
export const sayExperience = formAction(requireAssistant, SetExperienceInput, setOwnExperience, HERE);
