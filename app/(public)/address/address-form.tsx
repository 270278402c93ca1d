"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Notice } from "@/components/ui/layout/notice";
import type { AddressLink } from "@/lib/accounts/schema-address";
import { followLink } from "./actions";

/** The press that a link waits for: opening it did nothing. */
export function AddressForm({ token, does }: { token: string; does: AddressLink["does"] }) {
  const t = useTranslations("accounts.address");
  return (
    <Form
      action={followLink}
      refusals={useRefusalWords()}
      receipt={(answer) =>
        answer.status === "done" && (
          <Notice role="status" tone="done">
            <p className="break-words">
              {t(`done.${answer.value.does}`, {
                email: answer.value.does === "confirm" ? answer.value.newEmail : answer.value.oldEmail,
              })}
            </p>
            <LinkButton href={answer.value.does === "confirm" ? "/sign-in" : "/forgot"}>
              {t(answer.value.does === "confirm" ? "signIn" : "newPassword")}
            </LinkButton>
          </Notice>
        )
      }
    >
      <input type="hidden" name="token" value={token} />
      <FormActions>
        <Button type="submit" variant="primary" className="h-10 touch:h-11">
          {t(`submit.${does}`)}
        </Button>
      </FormActions>
    </Form>
  );
}
