"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecoveryCodeList } from "@/components/accounts/recovery-codes";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { setUpFactor } from "./actions";

type SetUpFactorProps = {
  /** What the app is given; null once it has it. */
  offer: ReactNode;
};

/** The first code of an app that was given its seed, and then the recovery codes. */
export function SetUpFactor({ offer }: SetUpFactorProps) {
  const t = useTranslations("accounts.factor");
  return (
    <Form
      action={setUpFactor}
      refusals={useRefusalWords()}
      refusedTitle={t("notOn")}
      receipt={(answer) => answer.status === "done" && <RecoveryCodeList codes={answer.value.codes} />}
    >
      {offer && (
        <>
          {offer}
          <TextField
            name="code"
            label={t("first")}
            description={t("firstHint")}
            inputMode="numeric"
            autoComplete="one-time-code"
            isRequired
            controlClassName="tnum"
          />
          <FormActions>
            <Button type="submit" variant="primary" className="h-10 touch:h-11">
              {t("turnOn")}
            </Button>
          </FormActions>
        </>
      )}
    </Form>
  );
}
