"use server";
import { requireExecutive } from "@/lib/auth/guards";
import { AnswerPackInput } from "@/lib/hiring/packs/schema";
import { answerPack } from "@/lib/hiring/packs/service";
import { formAction } from "@/lib/server/form-action";

export const sendAnswer = formAction(requireExecutive, AnswerPackInput, answerPack, {
  revalidate: ["/executive/interviews"],
});
