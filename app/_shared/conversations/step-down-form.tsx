"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { handOver } from "./actions";
import type { CaseArea } from "./areas";

/** Hands it to the next person who is impartial; no reason is asked. */
export function StepDownForm({ id, area }: { id: string; area: CaseArea }) {
  const t = useTranslations("conversations.more.stepDown");
  return (
    <Form action={handOver} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-2 py-1">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="area" value={area} />
      <p className="text-sm text-ink-2">{t("explain")}</p>
      <Button type="submit" className="w-fit">
        {t("confirm")}
      </Button>
    </Form>
  );
}
