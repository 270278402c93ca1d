"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import type { LetterDeputyView } from "@/lib/letters/deputies/schema";
import { nameDeputy } from "../actions";

/** Who approves letters in one's place beside oneself, and the form that names somebody. */
export function LetterDeputy({ deputy }: LetterDeputyView) {
  const t = useTranslations("letters.approve.deputy");
  return (
    <Section title={t("title")}>
      <p className="text-sm text-ink-2">{deputy ? t("named", { name: deputy.name }) : t("you")}</p>
      <DisclosedForm
        action={nameDeputy}
        summary={t("change")}
        submit={t("save")}
        done={t("done")}
        fields={{}}
      >
        <TextField
          name="email"
          type="email"
          label={t("email")}
          description={t("hint")}
          defaultValue={deputy?.email ?? ""}
          isRequired={false}
        />
      </DisclosedForm>
    </Section>
  );
}
