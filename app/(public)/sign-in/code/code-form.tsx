"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { answerWithCode } from "./actions";

type CodeFormProps = { email: string; next: string | undefined; byRecovery: boolean };

/** The code of the app, or a recovery code, of somebody whose password was right. */
export function CodeForm({ email, next, byRecovery }: CodeFormProps) {
  const t = useTranslations("auth");
  const app = { inputMode: "numeric", autoComplete: "one-time-code" } as const;
  const recovery = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <Form action={answerWithCode} refusals={useRefusalWords()} refusedTitle={t("signIn.failed")}>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="code"
        label={t(byRecovery ? "code.recovery" : "code.app")}
        description={t(byRecovery ? "code.recoveryHint" : "code.appHint")}
        {...(byRecovery ? recovery : app)}
        autoFocus
        isRequired
        controlClassName="tnum"
      />
      <FormActions>
        <Button type="submit" variant="primary" className="h-10 touch:h-11">
          {t("code.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
