"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { TextField } from "@/components/ui/forms/text-field";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { decline } from "../../actions";

/** Declines leave with a comment that reaches the assistant. */
export function DeclineForm({ absence }: { absence: AbsenceView }) {
  const t = useTranslations();
  const name = absence.assistantName;
  return (
    <Form
      action={decline}
      done={t("absences.decide.declined", { name })}
      refusals={useRefusalWords()}
      className="gap-2"
    >
      <input type="hidden" name="id" value={absence.id} />
      <input type="hidden" name="version" value={absence.version} />
      <FormDisclosure summary={t("cover.decide.decline")}>
        <TextField name="note" label={t("absences.field.comment", { name })} maxLength={500} />
        <Button type="submit" icon={<X aria-hidden />} className="w-fit">
          {t("cover.decide.declineDo")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
