"use client";
import { useTranslations } from "next-intl";
import { StretchFields } from "@/components/absences/stretch-fields";
import { useAbsenceRefusals } from "@/components/absences/use-absence-refusals";
import { Button } from "@/components/ui/button";
import { Form, FormActions } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { AbsenceView } from "@/lib/absences/schema";
import { ask, withdraw } from "../actions";

type AskFormProps = { types: { value: string; label: string }[]; today: string };

/** Asks for leave, or reports sickness. */
export function AskForm({ types, today }: AskFormProps) {
  const t = useTranslations("absences");
  const common = useTranslations("common.state");
  return (
    <Form action={ask} refusals={useAbsenceRefusals()} done={common("saved")} resetWhenDone>
      <Select
        name="type"
        label={t("field.type")}
        description={t("reportedHint")}
        options={types}
        defaultValue="vacation"
        isRequired
      />
      <StretchFields today={today} />
      <TextField
        name="note"
        label={t("field.note")}
        description={t("field.ownNoteHint")}
        maxLength={500}
        isRequired={false}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit.ask")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Takes back leave that nobody has decided on. */
export function WithdrawForm({ absence }: { absence: AbsenceView }) {
  const t = useTranslations("absences");
  return (
    <Form action={withdraw} done={t("withdraw.done")} refusals={useAbsenceRefusals()} className="gap-1">
      <input type="hidden" name="id" value={absence.id} />
      <input type="hidden" name="version" value={absence.version} />
      <Button type="submit">{t("withdraw.do")}</Button>
    </Form>
  );
}
