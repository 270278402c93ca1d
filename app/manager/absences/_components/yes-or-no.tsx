"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import { notify } from "@/components/ui/overlays/toast";
import type { Decided } from "@/lib/absences/requests/rules";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { FormState } from "@/lib/server/form-action";

/** One of two decisions: what it does, its words alone and with the name, and what is said when it is done. */
export type Way = {
  action: FormProps<FormState<Decided>>["action"];
  label: string;
  labelOf: string;
  done: (decided: Decided) => string;
};

type YesOrNoProps = { absence: AbsenceView; yes: Way; no: Way };

/** Yes at once, or no with a comment that reaches the assistant; two forms, so that each works before hydration. */
export function YesOrNo({ absence, yes, no }: YesOrNoProps) {
  const t = useTranslations("absences");
  const refusals = useRefusalWords();
  const name = absence.assistantName;
  return (
    <>
      <Form action={yes.action} onDone={tell(yes)} refusals={refusals} className="gap-1">
        <Hidden absence={absence} />
        <Button type="submit" variant="primary" icon={<Check aria-hidden />} aria-label={yes.labelOf}>
          {yes.label}
        </Button>
      </Form>
      <Form
        action={no.action}
        onDone={tell(no)}
        refusals={refusals}
        className="flex flex-wrap items-end gap-2"
      >
        <Hidden absence={absence} />
        <TextField
          name="note"
          label={t("field.comment", { name })}
          placeholder={t("decide.comment")}
          isLabelHidden
          maxLength={500}
          className="w-44"
        />
        <Button type="submit" icon={<X aria-hidden />} aria-label={no.labelOf}>
          {no.label}
        </Button>
      </Form>
    </>
  );
}

function tell({ done }: Way) {
  return (answer: FormState<Decided>) => {
    if (answer.status === "done") notify(done(answer.value));
  };
}

/** Which absence is meant, as it was when it was shown. */
export function Hidden({ absence }: { absence: AbsenceView }) {
  return (
    <>
      <input type="hidden" name="id" value={absence.id} />
      <input type="hidden" name="version" value={absence.version} />
    </>
  );
}
