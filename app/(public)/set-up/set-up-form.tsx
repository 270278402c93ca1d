"use client";
import { useTranslations } from "next-intl";
import { NewPasswordField } from "@/components/accounts/new-password-field";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import type { FormAction } from "@/lib/server/form-action";

type SetUpFormProps = {
  action: FormAction<{ userId: string; locale: "en" | "sv" }>;
  token: string;
  locale: string;
  timeZones: Option[];
  regions: Option[];
};

const USUAL = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };

/** The first person's account and the first pool. */
export function SetUpForm({ action, token, locale, timeZones, regions }: SetUpFormProps) {
  const t = useTranslations("accounts.setUp");
  return (
    <Form action={action} values={USUAL} refusals={useRefusalWords()}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <h2 className="text-base font-semibold">{t("you")}</h2>
      <TextField name="name" label={t("name")} autoComplete="name" isRequired />
      <TextField name="email" type="email" label={t("email")} autoComplete="username" isRequired />
      <NewPasswordField label={t("password")} />
      <h2 className="border-t border-line pt-4 text-base font-semibold">{t("pool")}</h2>
      <TextField
        name="poolName"
        label={t("poolName")}
        description={t("poolNameHint")}
        autoComplete="off"
        isRequired
      />
      <Select name="timeZone" label={t("timeZone")} options={timeZones} />
      <Select name="holidayRegion" label={t("holidayRegion")} options={regions} />
      <FormActions>
        <Button type="submit" variant="primary" className="h-10 touch:h-11">
          {t("submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
