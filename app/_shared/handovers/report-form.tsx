"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { add } from "./actions";

/** The cover notes what happened or what is different now. */
export function ReportForm({ id }: { id: string }) {
  const t = useTranslations("handovers.report");
  return (
    <DisclosedForm
      action={add}
      fields={{ id }}
      summary={t("add")}
      submit={t("submit")}
      done={t("added")}
      adds
    >
      <RadioGroup
        name="kind"
        label={t("kind")}
        appearance="segmented"
        defaultValue="happened"
        options={(["happened", "changed"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextArea name="text" label={t("field")} maxLength={2000} isRequired />
    </DisclosedForm>
  );
}
