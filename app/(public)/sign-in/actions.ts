"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SignInState } from "@/components/shell/sign-in-form";
import { checkCredentials } from "@/lib/auth/entrance";
import { CLIENT_ADDRESS_HEADER } from "@/lib/server/client-address";
import { localPath } from "@/lib/server/request-guard";
import { enterFor } from "../../enter";
import { startInLanguage } from "../../preferences-actions";

const LONGEST_ECHO = 254;

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Lets in by a right e-mail and password, or on to the code that is asked for beside them, then where the person was heading. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [textOf(form, "email"), textOf(form, "password")];
  const address = (await headers()).get(CLIENT_ADDRESS_HEADER);
  const answer = await checkCredentials({ email, password, address });
  if (!answer.ok) {
    const t = await getTranslations("refusals");
    return { error: t(answer.reason), email: email.slice(0, LONGEST_ECHO) };
  }
  await startInLanguage(answer.value.locale);
  redirect(await enterFor(answer.value.userId, { next: localPath(form.get("next")) }));
}
