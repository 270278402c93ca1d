"use client";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { TextField } from "./text-field";

/** The field a form gains when it takes more than an open browser: its person shows by it that it is they, and sends the same form again. */
export function ProofField({ by }: { by: unknown }) {
  const t = useTranslations("common.form.proof");
  const isCode = by === "code";
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <TextField
        name="$PROOF"
        label={t(isCode ? "code" : "password")}
        type={isCode ? "text" : "password"}
        inputMode={isCode ? "numeric" : undefined}
        autoComplete={isCode ? "one-time-code" : "current-password"}
        className="min-w-0 flex-1 basis-48"
        autoFocus
      />
      <Button type="submit" variant="primary">
        {t("confirm")}
      </Button>
    </div>
  );
}
