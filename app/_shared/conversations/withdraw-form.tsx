"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextArea } from "@/components/ui/forms/text-area";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { withdraw } from "./actions";
import { CaseFields } from "./case-fields";

/** Takes back what one raised, with a reason or without. */
export function WithdrawForm({ view }: { view: CaseView }) {
  const t = useTranslations("conversations.withdraw");
  return (
    <Form action={withdraw} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-2 py-1">
      <CaseFields view={view} />
      <p className="text-sm text-ink-2">{t("explain")}</p>
      <TextArea name="reason" label={t("reason")} maxLength={2_000} autoComplete="off" isRequired={false} />
      <Button type="submit" variant="danger" className="w-fit">
        {t("confirm")}
      </Button>
    </Form>
  );
}
