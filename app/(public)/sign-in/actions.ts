"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SignInState } from "@/components/shell/sign-in-form";
import { enter } from "@/lib/auth/entrance";
import { localPath } from "@/lib/server/request-guard";
import { startInLanguage } from "../../preferences-actions";

/** Opens a session for a right e-mail and password, then goes where the person was heading. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const password = String(form.get("password") ?? "");
  const address = (await headers()).get("x-real-ip") ?? "local";
  const answer = await enter({ email, password, address });
  if (!answer.ok) {
    const t = await getTranslations("refusals");
    return { error: t(answer.reason), email };
  }
  await startInLanguage(answer.value.locale);
  redirect(localPath(form.get("next")) ?? "/");
}
