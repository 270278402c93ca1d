"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { Notice } from "@/components/ui/layout/notice";
import type { FormAction } from "@/lib/server/form-action";

/** The address of somebody who has forgotten their password. */
export function ForgotForm({ action }: { action: FormAction<{ email: string }> }) {
  const t = useTranslations("auth.forgot");
  return (
    <Form
      action={action}
      refusals={useRefusalWords()}
      receipt={(answer) =>
        answer.status === "done" && (
          <Notice role="status">
            <p className="break-words">{t("sent", { email: answer.value.email })}</p>
          </Notice>
        )
      }
    >
      <TextField name="email" type="email" label={t("email")} autoComplete="username" isRequired />
      <FormActions>
        <Button type="submit" variant="primary" className="h-10 touch:h-11">
          {t("submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
