"use server";
import { redirect } from "next/navigation";
import { asAnyone } from "@/lib/auth/guards";
import { withdrawByLink } from "@/lib/hiring/applications/service";
import { eraseByLink } from "@/lib/hiring/applications/service-forgetting";
import { answerTo } from "@/lib/server/answer";

/** Takes an application back, once its candidate has pressed. */
export async function takeBack(token: string, language: string): Promise<void> {
  await answerTo(() => withdrawByLink(asAnyone(), { token }));
  redirect(`/careers/status/${encodeURIComponent(token)}?lang=${language}`);
}

/** Erases all that a candidate sent, once they have pressed. */
export async function eraseAll(token: string, language: string): Promise<void> {
  await answerTo(() => eraseByLink(asAnyone(), { token }));
  redirect(`/careers/status/erased?lang=${language}`);
}
