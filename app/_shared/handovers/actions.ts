"use server";
import { requirePerson } from "@/lib/auth/guards";
import { addAccess, removeAccess, tickAccess } from "@/lib/handovers/access/service";
import { addItem, editItem, moveItem, removeItem } from "@/lib/handovers/content/service";
import {
  AddAccessInput,
  AddItemInput,
  AnswerQuestionInput,
  AskQuestionInput,
  EditItemInput,
  HandBackInput,
  HandoverInput,
  ItemInput,
  MoveItemInput,
  TickAccessInput,
} from "@/lib/handovers/schema";
import { acknowledgeHandover, closeHandover, markReady } from "@/lib/handovers/service";
import { answerQuestion, askQuestion } from "@/lib/handovers/service-questions";
import { handBackWithRequests } from "@/lib/requests/holders/service";
import { formAction } from "@/lib/server/form-action";

const SHOWN = { revalidate: ["/assistant/handovers", "/manager/handovers"] };

export const ready = formAction(requirePerson, HandoverInput, markReady, SHOWN);
export const acknowledge = formAction(requirePerson, HandoverInput, acknowledgeHandover, SHOWN);
export const giveBack = formAction(requirePerson, HandBackInput, handBackWithRequests, SHOWN);
export const close = formAction(requirePerson, HandoverInput, closeHandover, SHOWN);
export const add = formAction(requirePerson, AddItemInput, addItem, SHOWN);
export const edit = formAction(requirePerson, EditItemInput, editItem, SHOWN);
export const moveOne = formAction(requirePerson, MoveItemInput, moveItem, SHOWN);
export const removeOne = formAction(requirePerson, ItemInput, removeItem, SHOWN);
export const ask = formAction(requirePerson, AskQuestionInput, askQuestion, SHOWN);
export const answer = formAction(requirePerson, AnswerQuestionInput, answerQuestion, SHOWN);
export const tick = formAction(requirePerson, TickAccessInput, tickAccess, SHOWN);
export const addOneAccess = formAction(requirePerson, AddAccessInput, addAccess, SHOWN);
export const removeOneAccess = formAction(requirePerson, ItemInput, removeAccess, SHOWN);
