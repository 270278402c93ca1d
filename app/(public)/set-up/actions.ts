"use server";
import { openFor } from "@/lib/auth/entrance";
import { SetUpInput } from "@/lib/pools/schema";
import { setUp } from "@/lib/pools/service-set-up";
import { publicAction } from "@/lib/server/public-action";
import { startInLanguage } from "../../preferences-actions";

export const setUpAction = publicAction(
  SetUpInput,
  async (ctx, input) => {
    const answer = await setUp(ctx, input);
    if (answer.ok) {
      await openFor(answer.value.userId, false);
      await startInLanguage(answer.value.locale);
    }
    return answer;
  },
  { redirectTo: () => "/manager/import" },
);
