"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SignInState } from "@/components/shell/sign-in-form";
import { enter } from "@/lib/auth/entrance";
import { CLIENT_ADDRESS_HEADER } from "@/lib/server/client-address";
import { localPath } from "@/lib/server/request-guard";
import { startInLanguage } from "../../preferences-actions";

const LONGEST_ECHO = 254;

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Opens a session for a right e-mail and password, then goes where the person was heading. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [textOf(form, "email"), textOf(form, "password")];
  const address = (await headers()).get(CLIENT_ADDRESS_HEADER);
  const answer = await enter({ email, password, address });
  if (!answer.ok) {
    const t = await getTranslations("refusals");
    return { error: t(answer.reason), email: email.slice(0, LONGEST_ECHO) };
  }
  await startInLanguage(answer.value.locale);
  redirect(localPath(form.get("next")) ?? answer.value.home);
}
