"use client";
import { useTranslations } from "next-intl";
import { type SubmitEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { TextField } from "@/components/ui/forms/text-field";
import { Notice } from "@/components/ui/layout/notice";
import { type DemoAccount, DemoPanel } from "./demo-panel";

/** What the form knows after a try: the words of the refusal, and the e-mail as it was typed. */
export type SignInState = { error?: string; email?: string };

export type SignInFormProps = {
  action: (previous: SignInState, form: FormData) => Promise<SignInState>;
  /** A first message, such as that the session has ended. */
  notice?: string;
  /** Where to go afterwards; the action must check it. */
  next?: string;
  demoAccounts?: DemoAccount[];
};

/** E-mail and password; a native form that works before hydration. */
export function SignInForm({ action, notice, next, demoAccounts = [] }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  const [state, send] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const problem = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.error) problem.current?.focus();
  }, [state]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  }

  function fill({ email, password }: DemoAccount) {
    const fields = form.current?.elements;
    (fields?.namedItem("email") as HTMLInputElement).value = email;
    (fields?.namedItem("password") as HTMLInputElement).value = password;
    form.current?.querySelector<HTMLElement>("button[type=submit]")?.focus();
  }

  return (
    <div className="grid gap-6">
      <form ref={form} action={send} onSubmit={submit} className="grid gap-4">
        {state.error ? (
          <Notice ref={problem} tabIndex={-1} role="alert" tone="gap">
            <p className="font-semibold">{t("failed")}</p>
            <p>{state.error}</p>
          </Notice>
        ) : (
          notice && <Notice>{notice}</Notice>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        <TextField
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          isRequired
          defaultValue={state.email}
        />
        <TextField
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          isRequired
        />
        <PlainButton type="submit" variant="primary" className="h-10 touch:h-11">
          {t("submit")}
        </PlainButton>
        <a href="/forgot" className="w-fit text-sm underline underline-offset-2">
          {t("forgot")}
        </a>
      </form>
      {demoAccounts.length > 0 && <DemoPanel accounts={demoAccounts} onFill={fill} />}
    </div>
  );
}
