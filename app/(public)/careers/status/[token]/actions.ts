"use server";
import { redirect } from "next/navigation";
import { asAnyone } from "@/lib/auth/guards";
import { withdrawByLink } from "@/lib/hiring/applications/service";
import { eraseByLink } from "@/lib/hiring/applications/service-forgetting";
import { ChooseTimeInput } from "@/lib/hiring/interviews/schema";
import { cancelByLink, chooseTime } from "@/lib/hiring/interviews/service";
import { AnswerJobOfferInput } from "@/lib/hiring/offers/schema";
import { answerJobOffer } from "@/lib/hiring/offers/service";
import { answerTo } from "@/lib/server/answer";

function pageOf(token: string, language: string, part = ""): string {
  return `/careers/status/${encodeURIComponent(token)}${part}?lang=${language}`;
}

/** Takes an application back, once its candidate has pressed. */
export async function takeBack(token: string, language: string): Promise<void> {
  await answerTo(() => withdrawByLink(asAnyone(), { token }));
  redirect(pageOf(token, language));
}

/** Erases all that a candidate sent, once they have pressed. */
export async function eraseAll(token: string, language: string): Promise<void> {
  await answerTo(() => eraseByLink(asAnyone(), { token }));
  redirect(`/careers/status/erased?lang=${language}`);
}

/** Books the interview on the time that was chosen; where it is taken by then, the free ones are there at once. */
export async function bookTime(token: string, language: string, form: FormData): Promise<void> {
  const chosen = ChooseTimeInput.safeParse({ token, startsAt: form.get("startsAt") });
  if (!chosen.success) redirect(`${pageOf(token, language, "/time")}&why=none`);
  const answer = await answerTo(() => chooseTime(asAnyone(), chosen.data));
  if (answer.ok) redirect(pageOf(token, language));
  const why =
    answer.reason === "interview_not_movable" ? "late" : answer.reason === "busy" ? "busy" : "taken";
  redirect(`${pageOf(token, language, "/time")}&why=${why}`);
}

/** Calls the interview off, once its candidate has pressed. */
export async function callOff(token: string, language: string): Promise<void> {
  await answerTo(() => cancelByLink(asAnyone(), { token }));
  redirect(pageOf(token, language));
}

/** Accepts an offer with the name that was typed, or declines it. */
export async function answerOffer(
  token: string,
  language: string,
  answer: "accept" | "decline",
  form: FormData,
): Promise<void> {
  const given = AnswerJobOfferInput.safeParse({ token, answer, name: form.get("name") ?? "" });
  if (!given.success) redirect(`${pageOf(token, language, "/offer")}&why=name`);
  const answered = await answerTo(() => answerJobOffer(asAnyone(), given.data));
  if (answered.ok) redirect(pageOf(token, language, "/offer"));
  const why = answered.reason === "name_missing" ? "name" : answered.reason === "busy" ? "busy" : "over";
  redirect(`${pageOf(token, language, "/offer")}&why=${why}`);
}
