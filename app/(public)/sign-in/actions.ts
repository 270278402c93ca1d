"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SignInState } from "@/components/shell/sign-in-form";
import { setSessionCookie } from "@/lib/auth/cookie";
import { openSession } from "@/lib/auth/session";
import { authenticate } from "@/lib/auth/sign-in";
import { db } from "@/lib/db";
import { localPath } from "@/lib/server/request-guard";

/** Opens a session for a right e-mail and password, then goes where the person was heading. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const password = String(form.get("password") ?? "");
  const address = (await headers()).get("x-real-ip") ?? "local";
  const answer = await authenticate(db(), { email, password, address });
  if (!answer.ok) {
    const t = await getTranslations("auth.error");
    return { error: t(answer.reason), email };
  }
  await setSessionCookie(await openSession(db(), answer.value.userId, new Date()));
  redirect(localPath(form.get("next")) ?? "/");
}
