"use server";
import { requireAssistant } from "@/lib/auth/guards";
import { AcknowledgeInput, ObjectInput, RateOwnStylesInput } from "@/lib/matching/knowledge/schema";
import {
  acknowledgeMatching,
  objectToFigure,
  rateOwnStyles,
  setWish,
} from "@/lib/matching/knowledge/service";
import { formAction } from "@/lib/server/form-action";
import { WishForm } from "./form-input";

const HERE = { revalidate: ["/assistant/matching"] };

export const acknowledge = formAction(requireAssistant, AcknowledgeInput, acknowledgeMatching, HERE);
export const rateMyself = formAction(requireAssistant, RateOwnStylesInput, rateOwnStyles, HERE);
export const object = formAction(requireAssistant, ObjectInput, objectToFigure, HERE);
export const sayWish = formAction(requireAssistant, WishForm, setWish, HERE);
