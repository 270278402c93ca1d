"use client";
import { useTranslations } from "next-intl";
import { NewPasswordField } from "@/components/accounts/new-password-field";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { FormAction } from "@/lib/server/form-action";

type PasswordFormProps = {
  action: FormAction<{ home: string }>;
  token: string;
  email: string;
  locale: string;
};

/** A new password for the account of a link. The e-mail stands by for password managers and is not sent. */
export function PasswordForm({ action, token, email, locale }: PasswordFormProps) {
  const t = useTranslations("accounts");
  return (
    <Form action={action} refusals={useRefusalWords()}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField label={t("welcome.password")} />
      <FormActions>
        <Button type="submit" variant="primary" className="h-10 touch:h-11">
          {t("welcome.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
