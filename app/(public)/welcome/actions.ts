"use server";
import { SetPasswordInput } from "@/lib/accounts/schema";
import { setPassword } from "@/lib/accounts/service-invitations";
import { ok } from "@/lib/result";
import { publicAction } from "@/lib/server/public-action";
import { enterFor } from "../../enter";
import { startInLanguage } from "../../preferences-actions";

export const setPasswordAction = publicAction(
  SetPasswordInput,
  async (ctx, input) => {
    const answer = await setPassword(ctx, input);
    if (!answer.ok) return answer;
    const home = await enterFor(answer.value.userId);
    await startInLanguage(answer.value.locale);
    return ok({ home });
  },
  { redirectTo: ({ home }) => home },
);
