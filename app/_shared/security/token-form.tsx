"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CopyableLink } from "@/components/ui/forms/copyable-link";
import { Form, FormActions } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { TOKEN_ACCESS, type TokenDomain, USUAL_TOKEN_DAYS } from "@/lib/accounts/schema-tokens";
import { createToken } from "./actions";

const LIFETIMES = [7, 30, USUAL_TOKEN_DAYS, 180, 365];

/** What a new API token is for, how long it works, and what it may do; then the token, this once. */
export function TokenForm({ domains }: { domains: readonly TokenDomain[] }) {
  const t = useTranslations("accounts.tokens");
  const choices = TOKEN_ACCESS.map((value) => ({ value, label: t(value) }));
  return (
    <Form
      action={createToken}
      refusals={useRefusalWords()}
      resetWhenDone
      receipt={(answer) => answer.status === "done" && <NewToken {...answer.value} />}
      className="max-w-xl"
    >
      <TextField name="name" label={t("name")} description={t("nameHint")} maxLength={80} isRequired />
      <Select
        name="days"
        label={t("days")}
        defaultValue={String(USUAL_TOKEN_DAYS)}
        options={LIFETIMES.map((days) => ({ value: String(days), label: t("daysOf", { days }) }))}
        className="max-w-48"
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("access")}</legend>
        {domains.map((domain) => (
          <div
            key={domain}
            className="grid items-center gap-x-4 border-b border-hair py-1.5 sm:grid-cols-[minmax(0,1fr)_14rem]"
          >
            <span aria-hidden className="text-sm">
              {t(`domain.${domain}`)}
            </span>
            <Select
              name={`access.${domain}`}
              label={t(`domain.${domain}`)}
              isLabelHidden
              placeholder={t("none")}
              options={choices}
            />
          </div>
        ))}
      </fieldset>
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </FormActions>
    </Form>
  );
}

function NewToken({ token, expiresAt }: { token: string; expiresAt: Date }) {
  const t = useTranslations("accounts.tokens");
  const format = useFormatter();
  return (
    <CopyableLink
      label={t("token")}
      description={t("shownOnce", { date: format.dateTime(expiresAt, "moment") })}
      address={token}
      words={{ copy: t("copy"), copied: t("copied") }}
      className="rounded-lg bg-sunken p-3"
    />
  );
}
