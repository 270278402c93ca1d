"use client";
import { useTranslations } from "next-intl";
import { NewPasswordField } from "@/components/accounts/new-password-field";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { changeOwnPassword } from "./actions";

/** The password somebody has, and the one they choose. The e-mail stands by for password managers and is not sent. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("accounts");
  return (
    <Form
      action={changeOwnPassword}
      refusals={useRefusalWords()}
      done={t("security.changed")}
      resetWhenDone
      className="max-w-md"
    >
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="password"
        type="password"
        label={t("security.current")}
        autoComplete="current-password"
        isRequired
      />
      <NewPasswordField name="newPassword" label={t("security.new")} />
      <Checkbox name="keepTokens" label={t("security.keepTokens")} />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("security.change")}
        </Button>
      </FormActions>
    </Form>
  );
}
