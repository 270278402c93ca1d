"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { Notice } from "@/components/ui/layout/notice";
import { changeOwnAddress } from "./actions";

type OwnAddressProps = { email: string; awaited: string | null; hasMail: boolean };

/** The address somebody signs in with, and another that is theirs once they confirm it there. */
export function OwnAddress({ email, awaited, hasMail }: OwnAddressProps) {
  const t = useTranslations("accounts.address");
  const refusals = useRefusalWords();
  return (
    <>
      <p className="text-base break-words">{t("present", { email })}</p>
      {awaited && <Notice>{t("awaited", { email: awaited })}</Notice>}
      {hasMail ? (
        <Form
          action={changeOwnAddress}
          refusals={refusals}
          resetWhenDone
          receipt={(answer) =>
            answer.status === "done" && (
              <Notice role="status">{t("sent", { email: answer.value.email })}</Notice>
            )
          }
          className="max-w-md"
        >
          <TextField
            name="email"
            type="email"
            label={t("new")}
            description={t("newHint")}
            autoComplete="email"
            isRequired
          />
          <FormActions>
            <Button type="submit">{t("change")}</Button>
          </FormActions>
        </Form>
      ) : (
        <p className="text-sm text-ink-2">{t("noMail")}</p>
      )}
    </>
  );
}
