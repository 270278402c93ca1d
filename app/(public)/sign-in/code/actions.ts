"use server";
import { AnswerChallengeInput } from "@/lib/accounts/schema-factor";
import { answerChallenge } from "@/lib/accounts/service-challenges";
import { clearChallengeCookie, getChallengeToken } from "@/lib/auth/cookie";
import { openFor } from "@/lib/auth/entrance";
import { ok } from "@/lib/result";
import { publicAction } from "@/lib/server/public-action";
import { localPath } from "@/lib/server/request-guard";
import { startInLanguage } from "../../../preferences-actions";

/** Opens a session for the code of a sign-in whose password was right, then goes where the person was heading. */
export const answerWithCode = publicAction(
  AnswerChallengeInput,
  async (ctx, { code, next }) => {
    const answer = await answerChallenge(ctx, await getChallengeToken(), code);
    if (!answer.ok) return answer;
    await clearChallengeCookie();
    const home = await openFor(answer.value.userId, true);
    await startInLanguage(answer.value.locale);
    return ok({ to: localPath(next) ?? home });
  },
  { redirectTo: ({ to }) => to },
);
