"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/forms/text-field";

/** A password somebody chooses, with what it must be; a password manager offers one. */
export function NewPasswordField({ name = "password", label }: { name?: string; label: string }) {
  const t = useTranslations("accounts.setUp");
  return (
    <TextField
      name={name}
      type="password"
      label={label}
      description={t("passwordHint")}
      autoComplete="new-password"
      minLength={12}
      isRequired
    />
  );
}
