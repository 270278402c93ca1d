"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { TrainingNeedView } from "@/lib/training/needs/schema";
import { putAside } from "../actions";

/** Puts a need aside, with the reason. */
export function PutAside({ need: { id, version, name } }: { need: TrainingNeedView }) {
  const t = useTranslations("training.needs.aside");
  return (
    <Disclosure
      tone="quiet"
      summary={t("open")}
      label={t("openOf", { name })}
      className="col-start-2 col-end-[-1]"
    >
      <Form action={putAside} done={t("done")} refusals={useRefusalWords()} className="max-w-md gap-2 py-1">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <TextField name="reason" label={t("reason")} maxLength={300} isRequired />
        <Button type="submit" className="w-fit">
          {t("confirm")}
        </Button>
      </Form>
    </Disclosure>
  );
}
